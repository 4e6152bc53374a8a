import type { ProductRow } from './product-filters.ts';

/** The units a product can be sold by, the commonest first. A record, so that none is forgotten. */
const ALL: Record<ProductRow['unit'], true> = {
  each: true,
  kg: true,
  g: true,
  l: true,
  ml: true,
  m: true,
  cm: true,
  m2: true,
  hour: true,
};
export const UNITS_SHOWN = Object.keys(ALL) as ProductRow['unit'][];
