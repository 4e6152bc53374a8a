import type Database from 'better-sqlite3';
import type { AnySql, ReadSql, WritableDb, WriteSql } from './sql.ts';

type Handle = Database.Database;

/** One open SQLite connection with its prepared statements. Only files in storage/ see better-sqlite3. */
export class Connection implements WritableDb {
  #handle: Handle;
  readonly #prepared = new Map<AnySql, Database.Statement>();
  readonly #kept = new Map<object, unknown>();
  #committed: () => void = () => {};

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  get handle(): Handle {
    return this.#handle;
  }

  /** Goes on with another open file; whoever holds this connection sees the other shop from here on. */
  adopt(other: Connection): void {
    this.#prepared.clear();
    this.#kept.clear();
    this.#handle = other.#handle;
  }

  keep<T>(make: () => T): T {
    if (!this.#kept.has(make)) this.#kept.set(make, make());
    return this.#kept.get(make) as T;
  }

  get<P extends object, R>(sql: ReadSql<P, R>, params: P): R | undefined {
    return this.#statement(sql as AnySql).get(params) as R | undefined;
  }

  all<P extends object, R>(sql: ReadSql<P, R>, params: P): R[] {
    return this.#statement(sql as AnySql).all(params) as R[];
  }

  run<P extends object, R>(sql: WriteSql<P, R>, params: P): number {
    return this.#statement(sql as AnySql).run(params).changes;
  }

  runOne<P extends object, R>(sql: WriteSql<P, R>, params: P): void {
    const changes = this.run(sql, params);
    if (changes !== 1) throw new Error(`expected to change one row, changed ${changes}: ${sql.text}`);
  }

  returning<P extends object, R>(sql: WriteSql<P, R>, params: P): R | undefined {
    return this.#statement(sql as AnySql).get(params) as R | undefined;
  }

  /** Runs `work` in one immediate transaction: all of it is kept, or nothing. `work` must not be async. */
  transaction<T>(work: () => T): T {
    const value = this.handle.transaction(work).immediate();
    this.#committed();
    return value;
  }

  /** Calls `tell` after each transaction that was kept, instead of whoever was told before. */
  whenCommitted(tell: () => void): void {
    this.#committed = tell;
  }

  /** Runs `work` on the shop as it is at this moment, however long it reads; whoever writes does not wait for it. */
  snapshot<T>(work: () => T): T {
    return this.handle.transaction(work).deferred();
  }

  /** Runs `work` inside the current transaction so that it alone can be undone by throwing `UNDO`. */
  savepoint<T>(work: () => T): T {
    return this.handle.transaction(work)();
  }

  close(): void {
    this.handle.close();
  }

  #statement(sql: AnySql): Database.Statement {
    const prepared = this.#prepared.get(sql);
    if (prepared) return prepared;
    const statement = this.handle.prepare(sql.text);
    if (statement.readonly === sql.writes) throw new Error(`declared as the wrong kind: ${sql.text}`);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
