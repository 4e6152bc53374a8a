import type { Everyday } from './everyday/act.ts';
import { CARTS } from './everyday/carts.ts';
import { LOCKS } from './everyday/locks.ts';
import { PRICES } from './everyday/prices.ts';
import { RECEIPTS } from './everyday/receipts.ts';
import { SCANS } from './everyday/scans.ts';

/** The locks come last: one of them moves the clock of the page. */
export const EVERYDAY: readonly Everyday[] = [...CARTS, ...PRICES, ...RECEIPTS, ...SCANS, ...LOCKS];
