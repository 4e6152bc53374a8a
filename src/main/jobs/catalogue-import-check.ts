import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createDuplicateCheck } from '../../domain/catalogue-import/check-duplicates.ts';
import { type CheckRowOptions, checkRow } from '../../domain/catalogue-import/check-row.ts';
import { compareProduct, type FieldChange } from '../../domain/catalogue-import/compare.ts';
import { type CsvRow, createCsvReader } from '../../domain/catalogue-import/csv-rows.ts';
import { createTextReader } from '../../domain/catalogue-import/sniff-encoding.ts';
import { createFaultCounter } from '../../domain/catalogue-import/summarise-faults.ts';
import {
  type DecimalStyle,
  type ImportField,
  type ImportProduct,
  mappingFromColumns,
  type RowFault,
} from '../../domain/catalogue-import/types.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Connection } from '../storage/connection.ts';
import { connectForReading, createStagingDatabase } from '../storage/staging-database.ts';
import { insertFault, insertFaulty, insertStaged, STAGING_SCHEMA } from './catalogue-import.sql.ts';
import { type Inspection, piecesOf } from './catalogue-import-inspect.ts';
import { createRowMatcher } from './catalogue-lookup.ts';
import { taxCategoriesByName } from './catalogue-tax-names.ts';
import type { JobLine } from './run-alone.ts';
import { writeSheetAsCsv } from './workbook-csv.ts';

export interface CheckOrder {
  readonly dataDir: string;
  readonly csvFile: string;
  /** Null: the list came as text. */
  readonly workbookFile: string | null;
  readonly stagingFile: string;
  readonly totalBytes: number;
  readonly inspection: Inspection;
  readonly columns: readonly (ImportField | null)[];
  readonly decimalStyle: DecimalStyle;
  readonly currencyExponent: number;
  readonly defaultTaxCategoryId: string;
}

export interface CheckProgress {
  readonly rows: number;
  /** Of the file, 0 to 1. */
  readonly share: number;
  readonly elapsedMs: number;
}

export interface CheckCounts {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
}

export interface ShownFaults {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly {
    readonly rowNumber: number;
    readonly column: string | null;
    readonly value: string;
  }[];
}

/** A product that would change, field by field. */
export interface ShownChange {
  readonly rowNumber: number;
  readonly productId: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface ShownChanges {
  /** In how many products each field would change, most first. */
  readonly fields: readonly { readonly field: ImportField; readonly count: number }[];
  /** The first of them. */
  readonly rows: readonly ShownChange[];
}

export interface CheckResult {
  readonly counts: CheckCounts;
  readonly changes: ShownChanges;
  readonly faults: readonly ShownFaults[];
}

/** Rows between two looks at the stop sign, and in one transaction of the staging file. */
const SLICE_ROWS = 500;
const PROGRESS_EVERY_MS = 200;

/** Dry run: reads every row, stages those that would change something, names what is wrong with the others.
 *  @returns null when it was stopped. */
export async function checkCatalogue(order: CheckOrder & JobLine): Promise<CheckResult | null> {
  const shop = connectForReading(order.dataDir);
  const staging = createStagingDatabase(order.stagingFile, STAGING_SCHEMA);
  try {
    const csvFile = await listAsMeant(order);
    return readAll({ ...order, csvFile }, createChecker(order, shop, staging), { shop, staging });
  } finally {
    rmSync(otherStyleFile(order), { force: true });
    staging.close();
    shop.close();
    order.progress.close();
  }
}

/** The sheet was written with the decimal sign it seemed to use; where a person says the other, it is written again. */
async function listAsMeant(order: CheckOrder): Promise<string> {
  const { workbookFile, decimalStyle, inspection } = order;
  if (workbookFile === null || decimalStyle === inspection.decimalStyle) return order.csvFile;
  const csvFile = otherStyleFile(order);
  const sheet = inspection.workbook?.sheet ?? null;
  const written = await writeSheetAsCsv({ workbookFile, csvFile, sheet, decimalStyle });
  if (!written.ok) throw new Error(`the workbook can no longer be read: ${written.error}`);
  return csvFile;
}

const otherStyleFile = ({ csvFile }: CheckOrder): string => `${csvFile}.other`;

interface Checker {
  take(row: CsvRow): void;
  rows(): number;
  result(): CheckResult;
}

function readAll(
  order: CheckOrder & JobLine,
  checker: Checker,
  { shop, staging }: { readonly shop: Connection; readonly staging: Connection },
): CheckResult | null {
  const stop = new Int32Array(order.stop);
  const text = createTextReader(order.inspection.encoding);
  const csv = createCsvReader({ delimiter: order.inspection.delimiter });
  const tell = createTeller(order);
  let header = order.inspection.hasHeader;
  let bytes = 0;

  /** False: stopped. */
  function takeAll(rows: readonly CsvRow[]): boolean {
    const data = header ? rows.slice(1) : rows;
    if (rows.length > 0) header = false;
    for (let start = 0; start < data.length; start += SLICE_ROWS) {
      if (Atomics.load(stop, 0) !== 0) return false;
      const slice = data.slice(start, start + SLICE_ROWS);
      // One look at the shop for all of them: to begin one costs more than to find a product.
      shop.snapshot(() =>
        staging.transaction(() => {
          for (const row of slice) checker.take(row);
        }),
      );
      tell(checker.rows(), bytes);
    }
    return Atomics.load(stop, 0) === 0;
  }

  for (const piece of piecesOf(order.csvFile)) {
    const rows = csv.push(text.push(piece));
    if (!takeAll(rows)) return null;
    bytes += piece.length;
  }
  if (!takeAll([...csv.push(text.end()), ...csv.end()])) return null;
  return checker.result();
}

function createTeller(order: CheckOrder & JobLine): (rows: number, bytes: number) => void {
  const startedAt = performance.now();
  let toldAt = startedAt;
  return (rows, bytes) => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    const share = order.totalBytes === 0 ? 1 : Math.min(1, bytes / order.totalBytes);
    order.progress.postMessage({ rows, share, elapsedMs: now - startedAt } satisfies CheckProgress);
  };
}

function createChecker(order: CheckOrder, shop: Connection, staging: Connection): Checker {
  const mapping = mappingFromColumns(order.columns);
  const options: CheckRowOptions = {
    defaultTaxCategory: order.defaultTaxCategoryId,
    decimalStyle: order.decimalStyle,
    currencyExponent: order.currencyExponent,
    taxCategoryByName: taxCategoriesByName(shop),
  };
  const { headers } = order.inspection;
  const duplicateOf = createDuplicateCheck();
  const match = createRowMatcher(shop);
  const faults = createFaultCounter();
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const changes = createChangeSample();

  function read(row: CsvRow): Result<ImportProduct, readonly RowFault[]> {
    const broken = brokenRow(row, headers.length);
    if (broken !== null) return err([broken]);
    const checked = checkRow(row, mapping, options);
    if (!checked.ok) return checked;
    const product = match.isKnown(checked.value.id) ? checked.value : { ...checked.value, id: null };
    const duplicate = duplicateOf(product);
    return duplicate === null ? ok(product) : err([duplicate]);
  }

  function compare(product: ImportProduct): Result<'new' | 'changed' | 'unchanged', readonly RowFault[]> {
    const existing = match(product);
    if (existing.ok) {
      const comparison = compareProduct(existing.value, product);
      if (existing.value !== null && comparison.kind === 'changed')
        changes.add(product.line, existing.value, comparison.changes);
      return ok(comparison.kind);
    }
    const value = [...product.gtins, ...product.inStoreCodes, product.sku ?? product.name]
      .join(' | ')
      .slice(0, 80);
    return err([{ code: existing.error.code, line: product.line, field: null, column: null, value }]);
  }

  function refuse(row: CsvRow, rowFaults: readonly RowFault[]): void {
    faults.add(rowFaults);
    staging.runOne(insertFaulty, { row_number: row.line, cells_json: JSON.stringify(row.cells) });
    for (const { code, line, column, value } of rowFaults) {
      staging.runOne(insertFault, {
        row_number: line,
        code,
        column_name: columnName(headers, column),
        value,
      });
    }
  }

  return {
    take(row) {
      counts.rows += 1;
      const product = read(row);
      if (!product.ok) return refuse(row, product.error);
      const kind = compare(product.value);
      if (!kind.ok) return refuse(row, kind.error);
      counts[kind.value] += 1;
      if (kind.value === 'unchanged') return;
      staging.runOne(insertStaged, {
        row_number: row.line,
        product_json: JSON.stringify(product.value),
        cells_json: JSON.stringify(row.cells),
      });
    },
    rows: () => counts.rows,
    result: () => ({
      counts: { ...counts, faulty: faults.faultyRows },
      changes: changes.shown(),
      faults: faults.summary().map(({ code, count, examples }) => ({
        code,
        count,
        examples: examples.map(({ line, column, value }) => ({
          rowNumber: line,
          column: columnName(headers, column),
          value,
        })),
      })),
    }),
  };
}

const CHANGES_SHOWN = 100;
const SHOWN_TEXT = 200;

function createChangeSample() {
  const byField = new Map<ImportField, number>();
  const rows: ShownChange[] = [];
  const shown = (value: FieldChange['before']) =>
    typeof value === 'string' ? value.slice(0, SHOWN_TEXT).toWellFormed() : value;
  return {
    add(rowNumber: number, { id, name }: { id: string; name: string }, changes: readonly FieldChange[]) {
      for (const { field } of changes) byField.set(field, (byField.get(field) ?? 0) + 1);
      if (rows.length >= CHANGES_SHOWN) return;
      const fields = changes.map(({ field, before, after }) => ({
        field,
        before: shown(before),
        after: shown(after),
      }));
      rows.push({ rowNumber, productId: id, name, fields });
    },
    shown: (): ShownChanges => ({
      fields: [...byField].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count),
      rows,
    }),
  };
}

/** What is wrong with a row before its cells are looked at. */
function brokenRow(row: CsvRow, width: number): RowFault | null {
  const tooWide = row.cells.slice(Math.max(1, width)).some((cell) => cell.trim() !== '');
  const code = row.fault ?? (tooWide && width < 200 ? 'import.tooManyCells' : null);
  if (code === null) return null;
  const value = (row.cells[0] ?? '').slice(0, 80).toWellFormed();
  return { code, line: row.line, field: null, column: null, value };
}

function columnName(headers: readonly string[], column: number | null): string | null {
  return column === null ? null : headers[column] || String(column + 1);
}
