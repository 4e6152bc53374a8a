import type { EditorPlace, Product } from '../product-filters.ts';
import type { ImageDraft } from './image-drafts.ts';
import type { ProductDraft, Unread } from './product-draft.ts';

/** All an editor needs to begin, or to go on where it was left. */
export interface EditorStart {
  /** As it was read; null for one that is added. */
  readonly product: Product | null;
  readonly before: ProductDraft;
  readonly draft: ProductDraft;
  readonly images: readonly ImageDraft[];
  readonly unread: Unread;
}

export interface KeptDraft extends EditorStart {
  readonly place: EditorPlace;
  /** Theirs alone to go on with. */
  readonly staffId: string | null;
}

type Kept = readonly KeptDraft[];

const isOf =
  ({ edit, id }: EditorPlace, author: string | null) =>
  ({ place, staffId }: KeptDraft): boolean =>
    place.edit === edit && place.id === id && staffId === author;

export const findDraft = (drafts: Kept, place: EditorPlace, author: string | null): KeptDraft | undefined =>
  drafts.find(isOf(place, author));

export const withoutDraft = (drafts: Kept, place: EditorPlace, author: string | null): Kept =>
  drafts.filter((one) => !isOf(place, author)(one));

/** One draft a place and author: the latest. */
export const withDraft = (drafts: Kept, draft: KeptDraft): Kept => [
  ...withoutDraft(drafts, draft.place, draft.staffId),
  draft,
];

export const draftsOf = (drafts: Kept, author: string | null): Kept =>
  drafts.filter(({ staffId }) => staffId === author);
