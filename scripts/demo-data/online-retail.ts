import Papa from 'papaparse';

/** One row of the source, checked and in units of ours. */
export interface RetailRow {
  readonly invoice: string;
  /** Upper case: the source writes some codes in both. */
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  /** Minutes from the first day's midnight, by the source's wall clock. */
  readonly minute: number;
  /** Thousandths of a pound: four prices are below a penny. */
  readonly priceThousandths: number;
  readonly customer: string;
  readonly country: string;
}

export interface Invoice {
  readonly number: string;
  readonly rows: readonly RetailRow[];
}

interface SourceRow {
  readonly invoice: string;
  readonly stock_code: string;
  readonly description: string;
  readonly qty: string;
  readonly ts: string;
  readonly unit_price: string;
  readonly customer_id: string;
  readonly country: string;
}

export const FIRST_DAY = '2010-12-01';
const FIRST_DAY_MS = Date.parse(`${FIRST_DAY}T00:00:00Z`);

export function readRetail(csv: string): RetailRow[] {
  return Papa.parse<SourceRow>(csv, { header: true, skipEmptyLines: true }).data.map((row) => ({
    invoice: row.invoice,
    code: row.stock_code.toUpperCase(),
    description: row.description.trim(),
    quantity: Number(row.qty),
    minute: (Date.parse(`${row.ts.replace(' ', 'T')}:00Z`) - FIRST_DAY_MS) / 60_000,
    priceThousandths: Math.round(Number(row.unit_price) * 1000),
    customer: row.customer_id,
    country: row.country,
  }));
}

/** By the minute of their first row, then by number; rows in the source's order. */
export function toInvoices(rows: readonly RetailRow[]): Invoice[] {
  return [...Map.groupBy(rows, (row) => row.invoice)]
    .map(([number, own]) => ({ number, rows: own }))
    .sort((a, b) => minuteOf(a) - minuteOf(b) || (a.number < b.number ? -1 : 1));
}

export function minuteOf(invoice: Invoice): number {
  return Math.min(...invoice.rows.map((row) => row.minute));
}

/** Postage, corrections by hand, vouchers: asked of the customer, so they stand on the invoice, but nothing lies in a shelf. */
export const CHARGES: Readonly<Record<string, string>> = {
  POST: 'Postage',
  DOT: 'Postage, online order',
  C2: 'Carriage',
  M: 'Manual entry',
  D: 'Discount',
  PADS: 'Pads to match all cushions',
  GIFT_0001_10: 'Gift voucher £10',
  GIFT_0001_20: 'Gift voucher £20',
  GIFT_0001_30: 'Gift voucher £30',
  GIFT_0001_40: 'Gift voucher £40',
  GIFT_0001_50: 'Gift voucher £50',
};

/** What the shop paid or was paid by others than its customers: no part of a sale, left out. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  AMAZONFEE: 'fees of a marketplace',
  'BANK CHARGES': 'charges of the bank',
  B: 'bad debts, adjusted',
  CRUK: 'commission to a charity',
  S: 'samples, given away',
};

export function isGoods(code: string): boolean {
  return /^(?:\d{5}[A-Z]{0,2}|DCGS\w+)$/.test(code);
}

/** Nobody bought it and nothing was asked for: the shop corrected its stock. */
export function isStockCorrection(invoice: Invoice): boolean {
  return invoice.rows.every((row) => row.customer === '' && row.priceThousandths === 0);
}
