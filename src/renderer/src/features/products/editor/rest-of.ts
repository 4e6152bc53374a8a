import type { Product } from '../product-filters.ts';
import { type ImageDraft, sameImages, storedImages } from './image-drafts.ts';
import type { EditorStart } from './kept-list.ts';
import { changedFields, draftOf, mergedDraft, type ProductDraft } from './product-draft.ts';

/** What was sent at the press, and the product as it was stored. */
export interface Written {
  readonly saved: Product;
  readonly draft: ProductDraft;
  readonly images: readonly ImageDraft[];
}

/** What was typed while the save was under way, on top of what was saved; undefined if nothing was. */
export function restOf({ saved, draft, images }: Written, latest: EditorStart): EditorStart | undefined {
  // An opening stock is asked for once: afterwards no field shows it.
  const { openingStockMilli: _, ...unread } = latest.unread;
  const before = draftOf(saved);
  const now = { ...mergedDraft(draft, latest.draft, before), openingStockMilli: null };
  const kept = imagesOf(saved, images, latest.images);
  const typed = changedFields(before, now).length + Object.keys(unread).length > 0;
  if (!typed && sameImages(kept, saved)) return undefined;
  return { product: saved, before, draft: now, images: kept, unread };
}

function imagesOf(saved: Product, sent: readonly ImageDraft[], latest: readonly ImageDraft[]): ImageDraft[] {
  const lacks = (list: readonly ImageDraft[]) => (one: ImageDraft) =>
    !list.some(({ key }) => key === one.key);
  const removed = sent.filter(lacks(latest));
  return [...storedImages(saved).filter(lacks(removed)), ...latest.filter(lacks(sent))];
}
