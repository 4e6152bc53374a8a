import { foldText } from '../../../domain/product-search/tokens.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findByCode } from './find-order.ts';
import {
  type CartFilter,
  countCarts,
  type DocumentFilter,
  type DocumentParams,
  listCartPlaces,
  listDocumentPlaces,
  type PlaceRow,
  sumDocuments,
} from './order-list.sql.ts';
import { type OrderSummary, orderSummary } from './order-summary.ts';
import { parseReceiptCode } from './receipt-code.ts';
import { findBySignedCode, isSignedCode } from './signed-code.ts';

type ListInput = CallParsedInput<'order.list'>;
type Page = { readonly offset: number; readonly limit: number };

/** Documents and carts are two lists of one order, merged. Carts come with no state asked for (voided ones), or with their
 *  own; never with a tender or a total, which they have not. */
export function listOrders(db: ReadableDb, input: ListInput): CallAnswer<'order.list'> {
  if (isSignedCode(input.text)) return listOne(db, findBySignedCode(db, input.text));
  const code = parseReceiptCode(input.text);
  if (code) return listOne(db, findByCode(db, code));
  const params = toParams(input);
  const documents = documentFilters(input);
  const carts = cartFilters(input);
  const sums = documents ? db.get(sumDocuments(documents), params) : undefined;
  const cartCount = carts ? (db.get(countCarts(carts), params)?.n ?? 0) : 0;
  const places = findPlaces(db, params, { documents, carts: cartCount > 0 ? carts : null }, input);
  return {
    rows: places.flatMap(({ id }) => orderSummary(db, id) ?? []),
    total: (sums?.n ?? 0) + cartCount,
    sumMinor: sums?.sum_minor ?? 0,
  };
}

function listOne(db: ReadableDb, id: string | null): CallAnswer<'order.list'> {
  const row: OrderSummary | null = id ? orderSummary(db, id) : null;
  if (!row) return { rows: [], total: 0, sumMinor: 0 };
  return { rows: [row], total: 1, sumMinor: row.kind === 'training' ? 0 : row.totalMinor };
}

type Lists = { readonly documents: DocumentFilter[] | null; readonly carts: CartFilter[] | null };

function findPlaces(db: ReadableDb, params: DocumentParams, lists: Lists, page: Page): readonly PlaceRow[] {
  const { documents, carts } = lists;
  const { offset, limit } = page;
  if (!carts) return documents ? db.all(listDocumentPlaces(documents), { ...params, offset, limit }) : [];
  if (!documents) return db.all(listCartPlaces(carts), { ...params, offset, limit });
  const first = { ...params, offset: 0, limit: offset + limit };
  const merged = merge(db.all(listDocumentPlaces(documents), first), db.all(listCartPlaces(carts), first));
  return merged.slice(offset, offset + limit);
}

function merge(documents: readonly PlaceRow[], carts: readonly PlaceRow[]): PlaceRow[] {
  const merged: PlaceRow[] = [];
  let next = 0;
  for (const document of documents) {
    while (next < carts.length && isNewer(carts[next]!, document)) merged.push(carts[next++]!);
    merged.push(document);
  }
  return [...merged, ...carts.slice(next)];
}

function isNewer(a: PlaceRow, b: PlaceRow): boolean {
  return a.business_day === b.business_day ? a.at_ms > b.at_ms : a.business_day > b.business_day;
}

/** Null when no document can be meant. */
function documentFilters(input: ListInput): DocumentFilter[] | null {
  const state = stateFilters(input.state);
  if (!state) return null;
  return [
    ...sharedFilters(input),
    ...tenderFilters(input.tender),
    ...given(input.minTotalMinor, 'minTotal'),
    ...given(input.maxTotalMinor, 'maxTotal'),
    ...state,
  ];
}

/** Imported history is stored as paid by something else; what it was is not known. */
function tenderFilters(tender: ListInput['tender']): DocumentFilter[] {
  if (tender === null) return [];
  if (tender === 'unknown') return ['imported'];
  return tender === 'other' ? ['tender', 'own'] : ['tender'];
}

function stateFilters(state: ListInput['state']): DocumentFilter[] | null {
  switch (state) {
    case null:
      return [];
    case 'paid':
      return ['kind', 'unrefunded'];
    case 'partlyRefunded':
    case 'refunded':
      return ['kind', state];
    case 'refund':
    case 'training':
      return ['kind'];
    default:
      return null;
  }
}

function cartFilters(input: ListInput): CartFilter[] | null {
  const documentsOnly = input.tender !== null || input.minTotalMinor !== null || input.maxTotalMinor !== null;
  const cartState = input.state === null || ['voided', 'open', 'held'].includes(input.state);
  return documentsOnly || !cartState ? null : sharedFilters(input);
}

function sharedFilters(input: ListInput): CartFilter[] {
  return [
    ...given(input.fromDay, 'fromDay'),
    ...given(input.toDay, 'toDay'),
    ...given(input.staffId, 'staff'),
    ...given(input.customerId, 'customer'),
    ...given(input.productId, 'product'),
    ...given(input.text.trim() || null, 'text'),
  ];
}

function given<const F extends string>(value: unknown, filter: F): F[] {
  return value === null ? [] : [filter];
}

function toParams(input: ListInput): DocumentParams {
  const text = input.text.trim();
  return {
    from_day: input.fromDay,
    to_day: input.toDay,
    staff_id: input.staffId,
    customer_id: input.customerId,
    product_id: input.productId,
    tender: input.tender,
    min_total: input.minTotalMinor,
    max_total: input.maxTotalMinor,
    kind: input.state === 'refund' || input.state === 'training' ? input.state : 'sale',
    cart_state: input.state === 'open' || input.state === 'held' ? input.state : 'voided',
    text: text.toUpperCase(),
    text_end: `${text.toUpperCase()}\uffff`,
    words: `%${foldText(text).replace(/[\\%_]/g, '\\$&')}%`,
    running: /^\d{1,9}$/.test(text) ? Number(text) : -1,
  };
}
