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

/** Each parameter behind a plus, which changes no value but hides it from the planner. Where SQLite's planner looks at one
 *  (`= :x` beside a join, `LIMIT :n`) it compiles the statement anew at every run, which takes longer than running it. */
export function unseenByPlanner(text: string): string {
  return text.replaceAll(/(?<![\w+:'])(?=:[a-z])/g, '+');
}

/** Declares a reading statement. Parameters are named (`:id`), columns are explicit. */
export function select<P extends object, R>(text: string): ReadSql<P, R> {
  const sql: ReadSql<P, R> = { text: unseenByPlanner(text), writes: false };
  known.push(sql as AnySql);
  return sql;
}

/** Declares a changing statement; R is the row of its RETURNING clause, if it has one. */
export function modify<P extends object, R = never>(text: string): WriteSql<P, R> {
  const sql: WriteSql<P, R> = { text: unseenByPlanner(text), writes: true };
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
