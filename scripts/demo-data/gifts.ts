import Papa from 'papaparse';
import { hashOf } from './categories.ts';
import { giftName } from './gift-names.ts';
import { giftShelfOf } from './gift-shelves.ts';
import { LIST_COLUMNS } from './grocery.ts';
import { inStoreEan } from './in-store-ean.ts';
import { isGoods, isStockCorrection, type RetailRow, toInvoices } from './online-retail.ts';

export interface Gift {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly barcode: string;
  readonly priceMinor: number;
  /** Of the first day: what goes out in the whole time and a made-up rest, so that the last day's figures are plausible. */
  readonly openingStock: number;
}

/** Prices of the last months say more than those of last winter; minutes. */
const RECENT = 120 * 24 * 60;

/** The goods that ever had a price, in the order of their codes; some only came back. */
export function listGifts(rows: readonly RetailRow[]): Gift[] {
  const lastMinute = rows.reduce((latest, row) => Math.max(latest, row.minute), 0);
  const goods = Map.groupBy(
    rows.filter((row) => isGoods(row.code)),
    (row) => row.code,
  );
  const sold = [...goods].filter(([, own]) => own.some((row) => row.priceThousandths >= 10));
  sold.sort(([a], [b]) => (a < b ? -1 : 1));
  const odd = sold.map(([code]) => code).filter((code) => !/^\d/.test(code));
  const corrected = new Set(
    toInvoices(rows)
      .filter(isStockCorrection)
      .map((invoice) => invoice.number),
  );
  const names = new Set<string>();
  return sold.map(([code, own]) => {
    const priced = own.filter((row) => row.priceThousandths >= 10);
    const description = commonest(priced.map((row) => row.description).filter((text) => text !== ''));
    const name = giftName(description);
    const leaves = own.reduce(
      (sum, row) => sum + (corrected.has(row.invoice) ? -row.quantity : row.quantity),
      0,
    );
    const unique = names.has(name) ? `${name} (${code})` : name;
    names.add(name);
    return {
      code,
      name: unique,
      category: giftShelfOf(description),
      barcode: inStoreEan(code, odd.indexOf(code)),
      priceMinor: usualPrice(priced, lastMinute),
      openingStock: Math.max(leaves, 0) + 4 + (hashOf(`${code}s`) % 57),
    };
  });
}

/** The price most lines had lately, of known customers where there are any: the rest were sold online with tax on top. */
function usualPrice(priced: readonly RetailRow[], lastMinute: number): number {
  const known = priced.filter((row) => row.customer !== '');
  const base = known.length > 0 ? known : priced;
  const recent = base.filter((row) => row.minute > lastMinute - RECENT);
  const prices = (recent.length > 0 ? recent : base).map((row) =>
    String(Math.round(row.priceThousandths / 10)),
  );
  return Number(commonest(prices));
}

/** Ties go to the first in the alphabet, so that two builds agree. */
function commonest(texts: readonly string[]): string {
  const counts = Map.groupBy(texts, (text) => text);
  const [first] = [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

export function giftList(gifts: readonly Gift[]): string {
  const rows = gifts.map((gift) => [
    gift.code,
    gift.name,
    '',
    gift.barcode,
    '',
    gift.category,
    '',
    'each',
    (gift.priceMinor / 100).toFixed(2),
    '',
    'standard',
    gift.openingStock,
  ]);
  return `${Papa.unparse([LIST_COLUMNS, ...rows], { newline: '\n' })}\n`;
}
