import { useQuery } from '@tanstack/react-query';
import { query } from '../../../client/client.ts';

/** A product's picture as an address for <img>; undefined while there is none. A stored picture never changes. */
export function useProductImage(imageId: string | null): string | undefined {
  const { data } = useQuery({
    queryKey: ['image', imageId, 'tile'],
    enabled: imageId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 600_000,
    queryFn: async () => {
      const image = await query('product.getImage', { imageId: imageId ?? '', size: 'tile' });
      return `data:${image.mediaType};base64,${image.dataBase64}`;
    },
  });
  return data;
}
