import { openTill, ringUp, type Till, type TillOptions } from '../sale/open-till.ts';

export type Tender = {
  readonly kind: 'cash' | 'card' | 'voucher';
  readonly amountMinor: number;
  readonly reference?: string;
};

export const cash = (amountMinor: number): Tender => ({ kind: 'cash', amountMinor });
export const card = (amountMinor: number): Tender => ({ kind: 'card', amountMinor, reference: 'slip 7' });

/** A shop with an owner's eye on it: what the tests of orders, reports and printing need besides the till itself. */
export async function openOrderTill(options: TillOptions = {}): Promise<Till> {
  const till = await openTill(options);
  till.write("UPDATE register SET printer_encoding = 'cp437'");
  return till;
}

/** Sells for the exact or the given tenders; the last one goes along with the closing. */
export async function sell(till: Till, goods: readonly string[], tenders?: readonly Tender[]) {
  const sale = await ringUp(till, ...goods);
  return finish(till, sale.id, tenders);
}

export async function finish(till: Till, saleId: string, tenders?: readonly Tender[]) {
  let sale = await till.carl.call('sale.get', { saleId });
  const all = tenders ?? [cash(sale.cashDueMinor)];
  for (const tender of all.slice(0, -1))
    sale = await till.carl.call('sale.addPayment', { saleId, ...tender });
  return till.carl.call('sale.complete', {
    saleId,
    expectedTotalMinor: sale.totalMinor,
    payment: all.at(-1) ?? null,
  });
}

/** One figure, straight from the rows. */
export function figure(till: Till, sql: string, ...params: unknown[]): number {
  const [row] = till.shop.rows<Record<string, number>>(sql, ...params);
  return Object.values(row ?? {})[0] ?? Number.NaN;
}

export function connectPrinter(till: Till, port: number, more = ''): void {
  till.write(`UPDATE register SET printer_host = '127.0.0.1', printer_port = ${port}${more}`);
}

/** A day later, everybody still signed in. */
export function nextDay(till: Till): void {
  till.shop.clock.pass(24 * 3_600_000);
  till.write(`UPDATE session SET last_seen_at_ms = ${till.shop.clock.nowMs()}`);
}
