import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCaller, TestShop } from '../helpers/open-shop.ts';
import { openReadyShop, PEOPLE, type ReadyShop } from '../helpers/ready-shop.ts';

/** What must be the same after a restore: counts, sums, and where the journal ends. */
export interface Figures {
  readonly documents: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly payments: number;
  readonly paidMinor: number;
  readonly movedMilli: number;
  readonly head: string | null;
}

export function figuresOf(shop: TestShop): Figures {
  const [row] = shop.rows<Figures>(
    `SELECT (SELECT count(*) FROM document) AS documents, (SELECT sum(total_minor) FROM document) AS totalMinor,
       (SELECT sum(tax_minor) FROM document) AS taxMinor, (SELECT count(*) FROM payment) AS payments,
       (SELECT sum(amount_minor) FROM payment) AS paidMinor,
       (SELECT sum(quantity_milli) FROM stock_movement) AS movedMilli,
       (SELECT hash FROM journal ORDER BY at_ms DESC, seq DESC LIMIT 1) AS head`,
  );
  if (!row) throw new Error('no figures');
  return row;
}

export interface StockedShop extends ReadyShop {
  readonly productId: string;
}

export async function openStockedShop(): Promise<StockedShop> {
  const ready = await openReadyShop();
  const product = await ready.addProduct(ready.owner, {
    name: 'Tea',
    priceMinor: 275,
    openingStockMilli: 900_000,
  });
  return { ...ready, productId: product.id };
}

/** Rings one up and takes cash for it. @returns its number. */
export async function sellOne(by: TestCaller, productId: string, quantityMilli = 1000): Promise<string> {
  const { sale } = await by.call('sale.addProduct', { productId, quantityMilli });
  const payment = { kind: 'cash' as const, amountMinor: sale.totalMinor };
  const { id: saleId, totalMinor } = sale;
  const done = await by.call('sale.complete', { saleId, expectedTotalMinor: totalMinor, payment });
  return (await by.call('order.get', { id: done.documentId })).number;
}

/** Everyone is signed out by a restore: the owner comes back with the password. */
export async function signInAgain(owner: TestCaller): Promise<void> {
  const { username, password } = PEOPLE.owner;
  await owner.call('session.signIn', { username, password });
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tillwise-backups-'));
}

export function discardFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Turns one bit in a file around. */
export function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = bytes[at]! ^ 0x10;
  writeFileSync(file, bytes);
}
