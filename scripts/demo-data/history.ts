import type { HistoryFile } from '../../src/main/features/history/history-file.ts';
import type { Gift } from './gifts.ts';
import {
  CHARGES,
  FIRST_DAY,
  type Invoice,
  isStockCorrection,
  LEFT_OUT,
  minuteOf,
  type RetailRow,
  toInvoices,
} from './online-retail.ts';
import { writeOffReason } from './write-off-reason.ts';

const DAY_MINUTES = 24 * 60;

/** The year as columns of whole numbers: what was sold, given back and corrected. */
export function historyOf(rows: readonly RetailRow[], gifts: readonly Gift[]): HistoryFile {
  const invoices = toInvoices(rows);
  const codes = [...gifts.map((gift) => gift.code), ...Object.keys(CHARGES)];
  const itemOf = new Map(codes.map((code, index) => [code, index]));
  const kept = invoices
    .filter((invoice) => !isStockCorrection(invoice))
    .map((invoice) => ({ ...invoice, rows: invoice.rows.filter((row) => itemOf.has(row.code)) }))
    .filter((invoice) => invoice.rows.length > 0);
  const customers = listCustomers(rows);
  const customerOf = new Map(customers.map(({ id }, index) => [String(id), index]));
  const lines = kept.flatMap((invoice) => invoice.rows);
  const corrections = listCorrections(invoices, gifts.length, itemOf);
  const lastMinute = Math.max(...kept.map(minuteOf));
  return {
    firstDay: FIRST_DAY,
    days: Math.floor(lastMinute / DAY_MINUTES) + 1,
    customers,
    items: gifts.map((gift) => gift.code),
    charges: Object.entries(CHARGES).map(([code, name]) => ({ code, name })),
    invoices: {
      numbers: kept.map((invoice) => invoice.number),
      minutes: kept.map(minuteOf),
      customers: kept.map((invoice) => customerOf.get(invoice.rows[0]?.customer ?? '') ?? -1),
      lineCounts: kept.map((invoice) => invoice.rows.length),
    },
    lines: {
      items: lines.map((row) => itemOf.get(row.code) ?? -1),
      quantities: lines.map((row) => row.quantity),
      pricesMinor: lines.map(priceMinor),
    },
    corrections,
  };
}

function priceMinor(row: RetailRow): number {
  return Math.round(row.priceThousandths / 10);
}

/** In the order of their numbers, each with the country of its last invoice. */
function listCustomers(rows: readonly RetailRow[]): { id: number; country: string }[] {
  const countries = new Map(
    rows.filter((row) => row.customer !== '').map((row) => [Number(row.customer), row.country]),
  );
  return [...countries].map(([id, country]) => ({ id, country })).sort((a, b) => a.id - b.id);
}

function listCorrections(
  invoices: readonly Invoice[],
  gifts: number,
  itemOf: ReadonlyMap<string, number>,
): HistoryFile['corrections'] {
  const rows = invoices
    .filter(isStockCorrection)
    .flatMap((invoice) => invoice.rows)
    .filter((row) => (itemOf.get(row.code) ?? gifts) < gifts);
  return {
    items: rows.map((row) => itemOf.get(row.code) ?? -1),
    minutes: rows.map((row) => row.minute),
    quantities: rows.map((row) => row.quantity),
    reasons: rows.map((row) => writeOffReason(row.description)),
    notes: rows.map((row) => row.description),
  };
}

/** What the document of the demo shop says of the source, counted again at each build. */
export function describeHistory(rows: readonly RetailRow[], history: HistoryFile): Record<string, unknown> {
  const invoices = toInvoices(rows);
  const corrections = invoices.filter(isStockCorrection);
  const correctionRows = corrections.flatMap((invoice) => invoice.rows);
  const { numbers } = history.invoices;
  const { quantities, pricesMinor } = history.lines;
  const known = new Set([...history.items, ...history.charges.map(({ code }) => code)]);
  const byCode = (codes: readonly string[]) =>
    Object.fromEntries(codes.map((code) => [code, sumUp(rows.filter((row) => row.code === code))]));
  return {
    source: { ...sumUp(rows), invoices: invoices.length },
    documents: numbers.length,
    sales: numbers.filter((number) => !number.startsWith('C')).length,
    returns: numbers.filter((number) => number.startsWith('C')).length,
    lines: quantities.length,
    netMinor: quantities.reduce((sum, quantity, at) => sum + quantity * (pricesMinor[at] ?? 0), 0),
    customers: history.customers.length,
    countries: new Set(history.customers.map(({ country }) => country)).size,
    products: history.items.length,
    corrections: history.corrections.items.length,
    correctionReasons: countBy(history.corrections.reasons),
    correctionRows: sumUp(correctionRows),
    charges: byCode(Object.keys(CHARGES)),
    leftOut: byCode(Object.keys(LEFT_OUT)),
    neverSold: [...new Set(rows.map((row) => row.code))].filter(
      (code) => !known.has(code) && !(code in LEFT_OUT),
    ).length,
  };
}

function sumUp(rows: readonly RetailRow[]): { rows: number; pounds: number } {
  const thousandths = rows.reduce((sum, row) => sum + row.quantity * row.priceThousandths, 0);
  return { rows: rows.length, pounds: thousandths / 1000 };
}

function countBy(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(texts, (text) => text)].map(([text, own]) => [text, own.length]));
}
