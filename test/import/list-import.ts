import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';
import type { TestCaller, TestShop } from '../helpers/open-shop.ts';
import type { ReadyShop } from '../helpers/ready-shop.ts';

export type ImportView = CallOutput<'import.get'>;
type Options = CallInput<'import.check'>['options'];

const PIECE_BYTES = 700_000;
const AT_WORK = new Set(['checking', 'applying', 'cancelling', 'undoing']);

export function readFixture(name: string): Buffer {
  const bytes = readFileSync(new URL(`../fixtures/catalogue/${name}`, import.meta.url));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** Sends a whole list in pieces, as a page does. */
export async function sendList(
  by: TestCaller,
  list: string | Uint8Array,
  fileName = 'list.csv',
): Promise<ImportView> {
  const bytes = Buffer.from(list);
  let view = await by.call('import.begin', { fileName, totalBytes: bytes.length });
  let offset = 0;
  do {
    const piece = bytes.subarray(offset, offset + PIECE_BYTES);
    const last = offset + piece.length === bytes.length;
    view = await by.call('import.append', {
      id: view.id,
      offset,
      dataBase64: piece.toString('base64'),
      last,
    });
    offset += piece.length;
  } while (offset < bytes.length);
  return view;
}

/** Waits for the job at work on an import. */
export async function untilRest(by: TestCaller, id: string): Promise<ImportView> {
  for (;;) {
    const view = await by.call('import.get', { id });
    if (!AT_WORK.has(view.state)) return view;
    await wait(10);
  }
}

/** Sends and checks a list, with the guess taken as it is unless said otherwise. */
export async function checkList(
  { tax, manager }: ReadyShop,
  list: string | Uint8Array,
  options: Partial<Options> = {},
): Promise<ImportView> {
  const { id, inspection } = await sendList(manager, list);
  if (!inspection) throw new Error('the list was not looked at');
  const { guess, decimalStyle } = inspection;
  const chosen = { mapping: guess, decimalStyle, defaultTaxCategoryId: tax.standard, ...options };
  await manager.call('import.check', { id, options: chosen });
  return untilRest(manager, id);
}

export async function applyList(
  ready: ReadyShop,
  list: string | Uint8Array,
  options: Partial<Options> = {},
): Promise<ImportView> {
  const { id } = await checkList(ready, list, options);
  await ready.manager.call('import.apply', { id });
  return untilSearchable(ready.manager, id);
}

/** Waits until an import is over and search knows its products. */
export async function untilSearchable(by: TestCaller, id: string): Promise<ImportView> {
  for (;;) {
    const view = await untilRest(by, id);
    if (view.searchable) return view;
    await wait(10);
  }
}

/** Everything an import may change, without what moves forward by design (versions and times of change). */
export function catalogueOf(shop: TestShop): unknown {
  const tables = {
    product: `SELECT id, name, sku, brand, pack_size, category_id, unit, price_minor, cost_minor, tax_category_id,
      description, image_id, status, negative_stock, low_stock_milli, on_hand_milli, search_text, sort_name, created_at_ms
      FROM product ORDER BY id`,
    barcode: 'SELECT * FROM product_barcode ORDER BY product_id, position',
    category: 'SELECT * FROM category ORDER BY id',
    movement: 'SELECT * FROM stock_movement ORDER BY seq',
    taxes: 'SELECT * FROM tax_category ORDER BY id',
    found: "SELECT count(*) AS n FROM product_search WHERE product_search MATCH 'a*'",
  };
  return Object.fromEntries(Object.entries(tables).map(([name, sql]) => [name, shop.rows(sql)]));
}

/** A list of `count` products with a price, a shelf of ten and, for every tenth, stock. */
export function longList(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const sku = `L${String(index).padStart(6, '0')}`;
    return `${sku},Product number ${index},Brand ${index % 50},Shelf ${index % 10},${index % 900}.99,${index % 10 === 0 ? 5 : ''}`;
  });
  return ['sku,name,brand,category,price,stock', ...rows, ''].join('\n');
}
