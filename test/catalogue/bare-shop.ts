import { join } from 'node:path';
import Database from 'better-sqlite3';
import { hashToken } from '../../src/main/features/session/identify.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import type { CallInput } from '../../src/shared/contract/index.ts';
import { openEmptyShop, type TestCaller, type TestShop } from '../helpers/open-shop.ts';

export const STANDARD_TAX = '019ca000-0000-7000-8fff-00000000ff01';
export const ZERO_TAX = '019ca000-0000-7000-8fff-00000000ff02';

export interface BareShop {
  readonly shop: TestShop;
  /** A manager and a cashier, signed in. */
  readonly maya: TestCaller;
  readonly carl: TestCaller;
  /** Writes beside the engine, for what no call can do. */
  write(sql: string, ...params: unknown[]): void;
}

/** A shop with two taxes and two people and nothing else: what the catalogue stands on. */
export async function openBareShop(): Promise<BareShop> {
  const shop = await openEmptyShop();
  const write = (sql: string, ...params: unknown[]): void => {
    const db = new Database(join(shop.dataDir, DATABASE_FILE));
    db.prepare(sql).run(...params);
    db.close();
  };
  const addTax = `INSERT INTO tax_category (id, name, kind, position, archived, version) VALUES (?, ?, ?, ?, 0, 1)`;
  write(addTax, STANDARD_TAX, 'Standard', 'rate', 0);
  write(addTax, ZERO_TAX, 'Zero', 'zero', 1);
  const [maya, carl] = [addPerson('maya', 'manager'), addPerson('carl', 'cashier')];
  return { shop, maya, carl, write };

  function addPerson(name: string, role: string): TestCaller {
    const caller = shop.caller();
    const id = shop.clock.newId();
    caller.sessionToken = `token of ${name}`;
    write(
      "INSERT INTO staff (id, name, username, role, password_hash, active, created_at_ms, version) VALUES (?, ?, ?, ?, '', 1, 0, 1)",
      id,
      name,
      name,
      role,
    );
    write(
      'INSERT INTO session (token_hash, staff_id, started_at_ms, last_seen_at_ms) VALUES (?, ?, ?, ?)',
      hashToken(caller.sessionToken),
      id,
      shop.clock.ms,
      shop.clock.ms,
    );
    return caller;
  }
}

/** The fields of a product that a test does not care about. */
export const milk: Omit<CallInput<'product.create'>, 'commandId' | 'approvalId' | 'openingStockMilli'> = {
  name: 'Organic Oat Milk 1 l',
  sku: null,
  barcodes: [],
  brand: null,
  packSize: null,
  categoryId: null,
  unit: 'each',
  priceMinor: 219,
  costMinor: null,
  taxCategoryId: STANDARD_TAX,
  description: '',
  negativeStock: 'allow',
  lowStockMilli: null,
};
