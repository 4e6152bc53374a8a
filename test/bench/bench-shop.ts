import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isInManyParts } from '../../src/main/features/product/search-indexer.ts';
import { connect, DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import type { CallOutput } from '../../src/shared/contract/index.ts';
import { newId, openTillCalls, type TillCalls } from '../faults/till-calls.ts';
import { copyShop } from '../helpers/copy-shop.ts';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { priceList, type RealProduct, realProducts } from './real-list.ts';

const PIECE_BYTES = 700_000;
const POLL_MS = 20;
const PATIENCE_MS = 5 * 60_000;
const AT_WORK = new Set(['checking', 'applying']);

/** A closed shop whose goods came in through the import, and who may speak to it. */
export interface BenchShop {
  readonly folder: string;
  readonly sessions: { readonly owner: string; readonly manager: string; readonly cashier: string };
  readonly deviceToken: string;
  readonly products: readonly RealProduct[];
  /** Seconds that looking through the list and writing it took. */
  readonly importSeconds: number;
}

/** How many products the shop of a scenario has. */
export const productsFor = (quick: boolean): number => (quick ? 10_000 : 100_000);

const shops = new Map<string, Promise<BenchShop>>();

/** A shop with `count` real products, made once a run. */
export function shopOf(data: string, count: number): Promise<BenchShop> {
  const key = `${data} ${count}`;
  const making = shops.get(key) ?? makeShop(data, count);
  shops.set(key, making);
  return making;
}

async function makeShop(data: string, count: number): Promise<BenchShop> {
  const ready = await openReadyShop();
  await ready.shop.engine.close();
  process.once('exit', () => ready.shop.discard());
  const products = realProducts(data, count);
  const shop = { ...tokensOf(ready), folder: ready.shop.dataDir, products };
  const till = await openTillCalls(shop.folder, shop.sessions.manager, shop.deviceToken);
  const { seconds } = await importList(till, priceList(products), ready.tax.standard);
  await untilQuiet(shop.folder);
  await till.engine.close();
  return { ...shop, importSeconds: seconds };
}

/** Until the open shop has joined its search index, as it does moments after any import. */
async function untilQuiet(folder: string): Promise<void> {
  const beside = connect(join(folder, DATABASE_FILE));
  try {
    const latest = performance.now() + PATIENCE_MS;
    while (isInManyParts(beside)) {
      if (performance.now() > latest) throw new Error('the search index was not joined');
      await wait(100);
    }
  } finally {
    beside.close();
  }
}

export function tokensOf(ready: ReadyShop): Pick<BenchShop, 'sessions' | 'deviceToken'> {
  const token = (value: string | null): string => {
    if (value === null) throw new Error('nobody is signed in');
    return value;
  };
  return {
    sessions: {
      owner: token(ready.owner.sessionToken),
      manager: token(ready.manager.sessionToken),
      cashier: token(ready.cashier.sessionToken),
    },
    deviceToken: token(ready.cashier.deviceToken),
  };
}

const copies: string[] = [];
process.once('exit', () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** A copy of a shop to work in, removed when this process ends. */
export function copyOf({ folder }: Pick<BenchShop, 'folder'>): string {
  const copy = mkdtempSync(join(tmpdir(), 'tillwise-bench-'));
  copies.push(copy);
  copyShop(folder, copy);
  return copy;
}

export interface ImportTimes {
  /** From sending to the last row written: every product can be scanned. */
  readonly seconds: number;
  /** From then on until search knows all of them by their words. */
  readonly searchSeconds: number;
  /** By this process's clock, in milliseconds, when it began and ended to be written. */
  readonly writing: { readonly fromMs: number; readonly toMs: number };
}

/** Sends, checks and applies a price list as a page would. */
export async function importList(till: TillCalls, list: string, taxCategoryId: string): Promise<ImportTimes> {
  const started = performance.now();
  const bytes = Buffer.from(list);
  let view = await till.call('import.begin', {
    commandId: newId(),
    fileName: 'list.csv',
    totalBytes: bytes.length,
  });
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const piece = bytes.subarray(offset, offset + PIECE_BYTES);
    view = await till.call('import.append', {
      commandId: newId(),
      id: view.id,
      offset,
      dataBase64: piece.toString('base64'),
      last: offset + piece.length === bytes.length,
    });
  }
  if (!view.inspection) throw new Error('the list was not looked at');
  const { guess, decimalStyle } = view.inspection;
  const options = {
    mapping: guess,
    decimalStyle,
    defaultTaxCategoryId: taxCategoryId,
    defaultUnit: 'each' as const,
  };
  await till.call('import.check', { commandId: newId(), id: view.id, options });
  await untilRest(till, view.id);
  const fromMs = performance.now();
  await till.call('import.apply', { commandId: newId(), id: view.id });
  const done = await untilRest(till, view.id);
  if (done.state !== 'applied') throw new Error(`the import ended ${done.state} (${done.errorCode})`);
  const toMs = performance.now();
  while (!(await till.call('import.get', { id: view.id })).searchable) await wait(POLL_MS);
  const searchSeconds = (performance.now() - toMs) / 1000;
  return { seconds: (toMs - started) / 1000, searchSeconds, writing: { fromMs, toMs } };
}

async function untilRest(till: TillCalls, id: string): Promise<CallOutput<'import.get'>> {
  for (;;) {
    const view = await till.call('import.get', { id });
    if (!AT_WORK.has(view.state)) return view;
    await wait(POLL_MS);
  }
}
