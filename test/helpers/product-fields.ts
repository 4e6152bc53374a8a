import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';

const SHOWN_ONLY = new Set([
  'id',
  'barcode',
  'categoryName',
  'imageId',
  'imageIds',
  'tileColour',
  'stockCounted',
  'status',
  'onHandMilli',
  'taxCategoryName',
  'createdAtMs',
  'updatedAtMs',
  'version',
]);

type Fields = Omit<CallInput<'product.update'>, 'id' | 'expectedVersion' | 'commandId' | 'approvalId'>;

/** A product's facts as `product.update` takes them back. */
export function productFieldsOf(view: CallOutput<'product.get'>): Fields {
  return Object.fromEntries(Object.entries(view).filter(([key]) => !SHOWN_ONLY.has(key))) as Fields;
}
