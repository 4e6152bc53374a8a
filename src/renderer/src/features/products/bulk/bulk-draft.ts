import type { CallInput } from '../../../../../shared/contract/index.ts';

export type BulkChange = CallInput<'product.previewBulkEdit'>['change'];
type PriceChange = Extract<BulkChange, { kind: 'price' }>;

/** A change of many products as it is being put together. */
export interface BulkDraft {
  readonly kind: BulkChange['kind'];
  readonly how: PriceChange['how']['kind'];
  readonly priceMinor: number | null;
  readonly amountMinor: number | null;
  readonly ppm: number | null;
  readonly ending: NonNullable<PriceChange['ending']>;
  /** '' is "no category"; null: none chosen yet. */
  readonly categoryId: string | null;
  readonly taxCategoryId: string | null;
}

export const EMPTY_DRAFT: BulkDraft = {
  kind: 'price',
  how: 'percent',
  priceMinor: null,
  amountMinor: null,
  ppm: null,
  ending: 'any',
  categoryId: null,
  taxCategoryId: null,
};

/** The change as the engine takes it; null while something is missing. */
export function toChange(draft: BulkDraft): BulkChange | null {
  if (draft.kind === 'category')
    return draft.categoryId === null ? null : { kind: 'category', categoryId: draft.categoryId || null };
  if (draft.kind === 'taxCategory')
    return draft.taxCategoryId === null ? null : { kind: 'taxCategory', taxCategoryId: draft.taxCategoryId };
  const how = toHow(draft);
  return how && { kind: 'price', how, ending: draft.ending };
}

function toHow({ how, priceMinor, amountMinor, ppm, ending }: BulkDraft): PriceChange['how'] | null {
  if (how === 'set') return priceMinor === null || priceMinor < 0 ? null : { kind: 'set', priceMinor };
  if (how === 'amount') return amountMinor ? { kind: 'amount', amountMinor } : null;
  // No per cent at all is a change where prices get an ending.
  if (ppm === null || (ppm === 0 && ending === 'any')) return null;
  return ppm < -1_000_000 || ppm > 10_000_000 ? null : { kind: 'percent', ppm };
}
