import type { Product } from '../product-filters.ts';

/** A picture as it will be once saved: as stored, or a new file. */
export type ImageDraft =
  | { readonly kind: 'stored'; readonly key: string }
  | { readonly kind: 'new'; readonly key: string; readonly base64: string; readonly url: string };

export const storedImages = (product: Product | null): ImageDraft[] =>
  (product?.imageIds ?? []).map((key) => ({ kind: 'stored', key }));

/** The picture moved by one place, or the list as it was at its ends. */
export function movedBy(images: readonly ImageDraft[], key: string, by: -1 | 1): readonly ImageDraft[] {
  const from = images.findIndex((image) => image.key === key);
  const image = images[from];
  const to = from + by;
  if (!image || to < 0 || to >= images.length) return images;
  return images.toSpliced(from, 1).toSpliced(to, 0, image);
}

export function sameImages(images: readonly ImageDraft[], product: Product | null): boolean {
  const stored = product?.imageIds ?? [];
  return images.length === stored.length && images.every((image, index) => image.key === stored[index]);
}
