/** A statement that only reads; any handle may run it. P: named parameters, values SQLite stores (booleans as 0 and 1). */
export interface ReadSql<P extends object, R> {
  readonly text: string;
  readonly writes: false;
  readonly types?: { readonly params: P; readonly row: R };
}

/** A statement that changes rows; only a WritableDb runs it. */
export interface WriteSql<P extends object, R = never> {
  readonly text: string;
  readonly writes: true;
  readonly types?: { readonly params: P; readonly row: R };
}

export type AnySql = ReadSql<object, unknown> | WriteSql<object, unknown>;

const known: AnySql[] = [];

/** Every statement of the program, so that a test can prepare each against the migrated schema. */
export function knownStatements(): readonly AnySql[] {
  return known;
}

/** A parameter, or what only looks like one: a string or a quoted name with a colon in it. */
const PARAMETER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|:[A-Za-z_]\w*/g;

/** Writes each parameter as `+:name`, which means the same. SQLite plans a statement anew before every run once a bare
 *  parameter's value could change its plan: it holds that for most joins and every LIMIT, and planning costs several times
 *  what the run does (docs/decisions/plans-that-stay.md). */
export function keepPlan(text: string): string {
  return text.replace(PARAMETER, (found) => (found.startsWith(':') ? `+${found}` : found));
}

/** Declares a reading statement. Parameters are named (`:id`), columns are explicit. */
export function select<P extends object, R>(text: string): ReadSql<P, R> {
  const sql: ReadSql<P, R> = { text: keepPlan(text), writes: false };
  known.push(sql as AnySql);
  return sql;
}

/** Declares a changing statement; R is the row of its RETURNING clause, if it has one. */
export function modify<P extends object, R = never>(text: string): WriteSql<P, R> {
  const sql: WriteSql<P, R> = { text: keepPlan(text), writes: true };
  known.push(sql as AnySql);
  return sql;
}

export interface ReadableDb {
  /** The first row, or undefined. */
  get<P extends object, R>(sql: ReadSql<P, R>, params: P): R | undefined;
  all<P extends object, R>(sql: ReadSql<P, R>, params: P): R[];
  /** What was made from this file's contents and is kept as long as the file is the open one; `make` must always be
   *  the same function, which names it. */
  keep<T>(make: () => T): T;
}

export interface WritableDb extends ReadableDb {
  /** Runs a change and answers how many rows it touched. */
  run<P extends object, R>(sql: WriteSql<P, R>, params: P): number;
  /** Runs a change that must touch exactly one row. A bug (thrown) otherwise. */
  runOne<P extends object, R>(sql: WriteSql<P, R>, params: P): void;
  /** Runs a change with RETURNING; the first returned row, or undefined. */
  returning<P extends object, R>(sql: WriteSql<P, R>, params: P): R | undefined;
}
