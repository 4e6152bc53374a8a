import { command } from '../../../client/client.ts';
import type { Product } from '../product-filters.ts';
import type { ImageDraft } from './image-drafts.ts';

/** Takes away what was removed, adds what is new, and puts all in order: as few calls as that needs. */
export async function saveImages(product: Product, images: readonly ImageDraft[]): Promise<Product> {
  const { id } = product;
  const kept = images.filter(({ kind }) => kind === 'stored').map(({ key }) => key);
  let saved = product;
  if (kept.length < product.imageIds.length)
    saved = await command('product.arrangeImages', { id, imageIds: kept });
  const ids = new Map<string, string>();
  for (const image of images) {
    if (image.kind !== 'new') continue;
    saved = await command('product.addImage', { id, imageBase64: image.base64 });
    ids.set(image.key, saved.imageIds.at(-1) ?? '');
  }
  const order = images.map(({ key }) => ids.get(key) ?? key);
  if (order.every((imageId, index) => imageId === saved.imageIds[index])) return saved;
  return command('product.arrangeImages', { id, imageIds: order });
}
