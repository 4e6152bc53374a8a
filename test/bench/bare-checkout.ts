import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { openTillCalls } from '../faults/till-calls.ts';
import type { BenchShop } from './bench-shop.ts';
import { payFor, ringUp } from './ring-up.ts';

type Value = string | number | null | Buffer;
type Row = Record<string, Value>;

interface Column {
  readonly name: string;
  readonly pk: number;
  readonly type: string;
}

/** How one table's rows of a checkout are written again under new ids. */
interface Write {
  readonly table: string;
  readonly statement: Database.Statement;
  readonly rows: readonly Row[];
}

/** What the engine wrote for one real checkout, as a script that writes the same again and again: same tables, same
 *  number of rows, same bytes, one hash over the payload, one signature, one synced commit. It reads nothing, checks
 *  nothing and computes no price. */
export class BareScript {
  readonly #db: Database.Database;
  readonly #writes: readonly Write[];
  readonly #bumps: readonly Database.Statement[];
  readonly #ids: ReadonlySet<string>;
  readonly #payload: string;
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  readonly #signed: boolean;
  #count = 0;

  /** Rings up and closes sales in `folder`, and looks which rows the last one made. */
  static async learn(folder: string, shop: BenchShop, codes: readonly string[]): Promise<BareScript> {
    const file = join(folder, DATABASE_FILE);
    const before = join(folder, 'before.db');
    const till = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
    // A register's first document makes its keys and its start receipt, too: a checkout like any other is the second.
    await payFor(till, await ringUp(till, codes));
    const cart = await ringUp(till, codes);
    await till.engine.close();
    copyFileSync(file, before);
    const again = await openTillCalls(folder, shop.sessions.cashier, shop.deviceToken);
    await payFor(again, cart);
    await again.engine.close();
    return new BareScript(file, before);
  }

  constructor(file: string, before: string) {
    this.#db = new Database(file);
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'cache_size = -32000',
      'mmap_size = 268435456',
    ])
      this.#db.pragma(pragma);
    this.#db.prepare('ATTACH ? AS before').run(before);
    const fresh = tablesOf(this.#db).map((table) => this.#newRows(table));
    this.#writes = fresh.flatMap(({ write }) => (write.rows.length > 0 ? [write] : []));
    this.#bumps = fresh.flatMap(({ bump }) => bump ?? []);
    this.#db.exec('DETACH before');
    // What is new here is new each time; what it points at (goods, people, the register) stays.
    const ids = this.#writes.flatMap(({ rows }) => rows.map((row) => row['id']));
    this.#ids = new Set(ids.filter((id): id is string => typeof id === 'string'));
    const journal = this.#writes.find(({ table }) => table === 'journal')?.rows[0] ?? {};
    this.#payload = String(journal['payload'] ?? JSON.stringify(this.#writes.map(({ rows }) => rows)));
    this.#signed =
      Object.keys(journal).some((name) => /sign|jws/.test(name)) ||
      this.#writes.some(({ table }) => /sign/.test(table));
  }

  describe(): string {
    const rows = this.#writes.map(({ table, rows: written }) => `${written.length} ${table}`);
    return `${rows.join(', ')}, ${this.#bumps.length} changed rows, one SHA-256${this.#signed ? ', one ES256 signature' : ''} and one sync`;
  }

  /** One sale, one commit. @returns milliseconds */
  sell(): number {
    const started = performance.now();
    this.#db.transaction(() => this.#writeOne()).immediate();
    return performance.now() - started;
  }

  /** Many sales in few commits, to make a shop with a past. */
  sellMany(count: number): void {
    for (let done = 0; done < count; done += 5000) {
      this.#db.transaction(() => {
        for (let sale = done; sale < Math.min(count, done + 5000); sale += 1) this.#writeOne();
      })();
    }
    // The engine goes on after the script's own numbers.
    this.#db.exec(
      `UPDATE number_series SET last_number = last_number + ${this.#count} WHERE series = 'sale'`,
    );
  }

  #writeOne(): void {
    this.#count += 1;
    const mark = `-${this.#count}`;
    const renamed = new Map<string, string>();
    for (const id of this.#ids) renamed.set(id, uuidv7());
    const hash = createHash('sha256').update(this.#payload).digest('hex');
    if (this.#signed) sign('sha256', Buffer.from(hash), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    for (const { statement, rows } of this.#writes)
      for (const row of rows) statement.run(this.#renew(row, renamed, mark));
    for (const bump of this.#bumps) bump.run();
  }

  close(): void {
    this.#db.close();
  }

  #renew(row: Row, renamed: ReadonlyMap<string, string>, mark: string): Row {
    const next: Row = {};
    for (const [name, value] of Object.entries(row)) {
      if (typeof value === 'string')
        next[name] = NUMBERED.has(name) ? value + mark : (renamed.get(value) ?? value);
      else next[name] = COUNTED.has(name) && typeof value === 'number' ? value + this.#count : value;
    }
    return next;
  }

  /** Rows that are in `table` now and were not before; where the key was there before, one bump of the row instead. */
  #newRows(table: string): { write: Write; bump: Database.Statement | null } {
    const columns = this.#db.pragma(`table_info("${table}")`) as Column[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const all = this.#db
      .prepare(`SELECT ${names} FROM main."${table}" EXCEPT SELECT ${names} FROM before."${table}"`)
      .all() as Row[];
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const where = keys.map((key) => `"${key}" IS :${key}`).join(' AND ');
    const known = this.#db.prepare(`SELECT count(*) FROM before."${table}" WHERE ${where || '0'}`).pluck();
    const isNew = (row: Row) =>
      known.get(Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))) === 0;
    const rows = all.filter(isNew);
    const changed = all.find((row) => !isNew(row) && !BY_TRIGGER.has(table));
    // A row number of SQLite's own is given anew; a chain's place counts on.
    const written = columns.filter(({ type, pk }) => !(pk > 0 && keys.length === 1 && type === 'INTEGER'));
    const into = written.map(({ name }) => `"${name}"`).join(', ');
    const values = written.map(({ name }) => `:${name}`).join(', ');
    const statement = this.#db.prepare(`INSERT INTO main."${table}" (${into}) VALUES (${values})`);
    const kept = rows.map((row) =>
      Object.fromEntries(written.map(({ name }) => [name, DROPPED.has(name) ? null : (row[name] ?? null)])),
    );
    return {
      write: { table, statement, rows: kept },
      bump: changed ? this.#bump(table, keys, columns, changed) : null,
    };
  }

  /** Writes a changed row again as it is: the same page, the same bytes. */
  #bump(table: string, keys: readonly string[], columns: readonly Column[], row: Row): Database.Statement {
    const column = columns.find(({ name }) => !keys.includes(name))?.name ?? keys[0];
    const where = keys.map((key) => `"${key}" IS :${key}`).join(' AND ');
    return this.#db
      .prepare(`UPDATE main."${table}" SET "${column}" = "${column}" WHERE ${where}`)
      .bind(Object.fromEntries(keys.map((key) => [key, row[key] ?? null])));
  }
}

/** Texts that must differ from sale to sale. */
const NUMBERED = new Set(['fiscal_number', 'order_number', 'receipt_number', 'hash']);
const COUNTED = new Set(['series_number', 'seq']);
/** One cart closes once; the script sells the same one again. */
const DROPPED = new Set(['cart_id']);
/** What a trigger writes comes by itself. */
const BY_TRIGGER = new Set(['product', 'meta']);

function tablesOf(db: Database.Database): string[] {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck()
    .all() as string[];
  const virtual = db
    .prepare("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  const own = names.filter((name) => name !== 'meta' && !virtual.some((of) => name.startsWith(`${of}_`)));
  // Rows that others point at come first.
  return own.toSorted((a, b) => order(a) - order(b));
}

const ORDER = ['document', 'document_line', 'payment'];
const order = (table: string): number => ORDER.indexOf(table) + 1 || 50;
