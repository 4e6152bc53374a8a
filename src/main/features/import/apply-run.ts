import type { ImportProduct } from '../../../domain/catalogue-import/types.ts';
import { insertFault, insertFaultyOfStaged, listStaged } from '../../jobs/catalogue-import.sql.ts';
import type { ShownFaults } from '../../jobs/catalogue-import-check.ts';
import type { Connection } from '../../storage/connection.ts';
import { moveStock } from '../stock/move-stock.ts';
import { applyRow } from './apply-row.ts';
import { listOpenings } from './import.sql.ts';
import type { ImportCounts, ImportRun } from './import-run.ts';
import type { WritingCtx } from './writing-context.ts';

const FETCHED_AT_ONCE = 50;
const EXAMPLES_SHOWN = 5;

/** One apply run, row by row: first all products, then the stock of the new ones, so that a cancel while products are
 *  written finds none that a movement holds on to. */
export class ApplyRun {
  done = 0;
  readonly #ctx: WritingCtx;
  readonly #run: ImportRun;
  readonly #staging: Connection;
  readonly #refused: { rowNumber: number; code: string; value: string }[] = [];
  #staged: { row_number: number; product_json: string }[] = [];
  #openings: { row_number: number; product_id: string; opening_milli: number }[] = [];
  #lastRow = -1;
  #lastOpening = -1;
  #applied = 0;

  constructor(ctx: WritingCtx, run: ImportRun, staging: Connection) {
    this.#ctx = ctx;
    this.#run = run;
    this.#staging = staging;
  }

  /** Writes one row. Inside a transaction of the caller. */
  step(): 'more' | 'done' {
    return this.#stepProduct() || this.#stepOpening() ? 'more' : 'done';
  }

  /** What came of the rows that were to be written. */
  counts(): ImportCounts {
    const checked = this.#run.counts;
    if (checked === null) throw new Error(`import ${this.#run.id} was never checked`);
    return { ...checked, faulty: checked.faulty + this.#refused.length, applied: this.#applied };
  }

  /** The faults of the check, and rows that could no longer be written; the latter go into the staging file too. */
  faults(): ShownFaults[] {
    const shown = new Map(this.#run.faults.map((one) => [one.code, { ...one, examples: [...one.examples] }]));
    for (const { rowNumber, code, value } of this.#refused) {
      const entry = shown.get(code) ?? { code, count: 0, examples: [] };
      const examples = [...entry.examples, { rowNumber, column: null, value }].slice(0, EXAMPLES_SHOWN);
      shown.set(code, { code, count: entry.count + 1, examples });
      this.#staging.run(insertFaultyOfStaged, { row_number: rowNumber });
      this.#staging.runOne(insertFault, { row_number: rowNumber, code, column_name: null, value });
    }
    return [...shown.values()];
  }

  #stepProduct(): boolean {
    if (this.#staged.length === 0) {
      this.#staged = this.#staging.all(listStaged, { after: this.#lastRow, limit: FETCHED_AT_ONCE });
    }
    const next = this.#staged.shift();
    if (next === undefined) return false;
    this.#lastRow = next.row_number;
    this.done += 1;
    const row = JSON.parse(next.product_json) as ImportProduct;
    const outcome = applyRow(this.#ctx, { runId: this.#run.id, options: this.#options() }, row);
    if (!outcome.ok)
      this.#refused.push({ rowNumber: row.line, code: outcome.error, value: row.name.slice(0, 80) });
    else if (outcome.value === 'written') this.#applied += 1;
    return true;
  }

  #stepOpening(): boolean {
    if (this.#openings.length === 0) {
      const from = { run_id: this.#run.id, after: this.#lastOpening, limit: FETCHED_AT_ONCE };
      this.#openings = this.#ctx.db.all(listOpenings, from);
    }
    const next = this.#openings.shift();
    if (next === undefined) return false;
    this.#lastOpening = next.row_number;
    moveStock(this.#ctx, {
      productId: next.product_id,
      kind: 'opening',
      quantityMilli: next.opening_milli,
      reason: 'opening',
    });
    return true;
  }

  #options(): NonNullable<ImportRun['options']> {
    if (this.#run.options === null) throw new Error(`import ${this.#run.id} was never checked`);
    return this.#run.options;
  }
}
