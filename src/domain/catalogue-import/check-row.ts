import { err, ok, type Result } from '../../shared/result.ts';
import { type BarcodeError, parseGtin, parseInStoreCode } from '../../shared/values/barcode.ts';
import { checkLines, checkText } from './check-text.ts';
import { readCellText } from './formula-text.ts';
import { type NumberFormat, readNumber } from './read-number.ts';
import { readUnit } from './read-unit.ts';
import { readAge, readYesOrNo } from './read-words.ts';
import type {
  DecimalStyle,
  ImportField,
  ImportMapping,
  ImportProduct,
  RowFault,
  RowFaultCode,
} from './types.ts';

export interface CheckRowOptions {
  /** Key of the tax category a row gets that names none. */
  readonly defaultTaxCategory: string;
  readonly decimalStyle: DecimalStyle;
  /** 2 for most currencies, 0 for JPY, 3 for KWD. */
  readonly currencyExponent: number;
  /** Key by what a list may call the category: its key, its name, its rate; folded to lower case by the caller. */
  readonly taxCategoryByName?: ReadonlyMap<string, string>;
}

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Checks one row of a list; every fault of the row is named, not only the first. */
export function checkRow(
  row: SourceRow,
  mapping: ImportMapping,
  options: CheckRowOptions,
): Result<ImportProduct, readonly RowFault[]> {
  const cells = new RowCells(row, mapping);
  const price: NumberFormat = {
    style: options.decimalStyle,
    decimals: options.currencyExponent,
    extraDigits: 'refuse',
  };
  const tax = taxCategoryOf(cells, options);
  const product: ImportProduct = {
    line: row.line,
    id: cells.text('id', 64)?.toLowerCase() ?? null,
    name: nameOf(cells),
    sku: cells.text('sku', 64),
    gtins: cells.codes('barcode', (text) => mapOk(parseGtin(text), (gtin) => gtin.gtin14)),
    inStoreCodes: cells.codes('inStoreCode', (text) =>
      mapOk(parseInStoreCode(text), (inStore) => inStore.code),
    ),
    brand: cells.text('brand', 200),
    categoryPath: categoryPathOf(cells),
    packSize: cells.text('packSize', 60),
    unit: cells.read('unit', (text) => orFault(readUnit(text), 'import.unknownUnit')),
    priceMinor: cells.read('price', (text) => readNumber(text, price)),
    // A cost is only counted with, never paid at the till: digits beyond the currency's are rounded.
    costMinor: cells.read('cost', (text) => readNumber(text, { ...price, extraDigits: 'round' })),
    taxCategory: tax ?? options.defaultTaxCategory,
    taxCategoryGiven: tax !== null,
    stockMilli: cells.read('stock', (text) =>
      readNumber(text, {
        style: options.decimalStyle,
        decimals: 3,
        negativeAllowed: true,
        extraDigits: 'refuse',
      }),
    ),
    description: cells.read('description', (text) => checkLines(text, 5000)) || null,
    supplierCode: cells.text('supplierCode', 64),
    notes: cells.read('notes', (text) => checkLines(text, 5000)) || null,
    minimumAge: cells.read('minimumAge', (text) => orFault(readAge(text), 'import.badAge')),
    tracked: cells.read('tracked', (text) => orFault(readYesOrNo(text), 'import.notYesOrNo')),
  };
  return cells.faults.length === 0 ? ok(product) : err(cells.faults);
}

const MOST_LEVELS = 20;
/** A sign that would part names, with the backslash that says it does not. */
const keptSigns = /\\([\\>›»/])/g;

/** '食品 > 饮料', 'Drinks / Tea' → the names from general to specific; a slash inside a name ('Fruit/Veg') stays, and
 *  so does a sign with a backslash before it. */
export function splitCategoryPath(text: string): string[] {
  const signs: string[] = [];
  const held = text.replace(keptSigns, (_, sign: string) => `\0${signs.push(sign) - 1}\0`);
  const separator = /[>›»]/.test(held) ? /[>›»]/ : /\s\/\s/;
  return held
    .split(separator)
    .map((part) => part.replace(/\0(\d+)\0/g, (_, index: string) => signs[Number(index)] ?? '').trim())
    .filter((part) => part !== '')
    .slice(0, MOST_LEVELS);
}

/** The names of a path as one text that `splitCategoryPath` reads back. */
export function joinCategoryPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\>›»]|(?<=\s)\/(?=\s)/g, '\\$&')).join(' > ');
}

class RowCells {
  readonly faults: RowFault[] = [];
  readonly #row: SourceRow;
  readonly #mapping: ImportMapping;

  constructor(row: SourceRow, mapping: ImportMapping) {
    this.#row = row;
    this.#mapping = mapping;
  }

  /** The cell of a field, '' when the field is not mapped or the row is short. */
  raw(field: ImportField): string {
    const column = this.#mapping[field];
    return column === undefined ? '' : readCellText(this.#row.cells[column] ?? '');
  }

  fault(code: RowFaultCode, field: ImportField, value = this.raw(field)): null {
    const shown = value.slice(0, 80).toWellFormed();
    this.faults.push({
      code,
      line: this.#row.line,
      field,
      column: this.#mapping[field] ?? null,
      value: shown,
    });
    return null;
  }

  /** What a non-empty cell reads as; a fault is noted and reads as null, like an empty cell. */
  read<T>(field: ImportField, reader: (text: string) => Result<T, RowFaultCode>): T | null {
    const text = this.raw(field);
    if (text.trim() === '') return null;
    const read = reader(text);
    return read.ok ? read.value : this.fault(read.error, field);
  }

  text(field: ImportField, maxLength: number): string | null {
    return this.read(field, (text) => checkText(text, maxLength)) || null;
  }

  /** One cell can hold several codes, between |, ; or commas. */
  codes(field: ImportField, reader: (text: string) => Result<string, BarcodeError>): string[] {
    const found = new Set<string>();
    for (const part of this.raw(field).split(/[|;,]/)) {
      if (part.trim() === '') continue;
      const read = reader(part);
      if (read.ok) found.add(read.value);
      else this.fault(read.error.code, field, part.trim());
    }
    return [...found];
  }
}

function nameOf(cells: RowCells): string {
  const faultsBefore = cells.faults.length;
  const name = cells.text('name', 200);
  if (name === null && cells.faults.length === faultsBefore) cells.fault('import.nameMissing', 'name');
  return name ?? '';
}

function categoryPathOf(cells: RowCells): string[] {
  const path = cells.text('category', 2000);
  if (path === null) return [];
  const names = splitCategoryPath(path);
  if (names.some((name) => name.length > 200)) cells.fault('import.textTooLong', 'category');
  return names;
}

function taxCategoryOf(cells: RowCells, options: CheckRowOptions): string | null {
  return cells.read('taxCategory', (text) => {
    const name = text.trim().toLowerCase();
    if (name === options.defaultTaxCategory.toLowerCase()) return ok(options.defaultTaxCategory);
    return orFault(options.taxCategoryByName?.get(name) ?? null, 'import.unknownTaxCategory');
  });
}

function orFault<T>(value: T | null, code: RowFaultCode): Result<T, RowFaultCode> {
  return value === null ? err(code) : ok(value);
}

function mapOk<T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return result.ok ? ok(change(result.value)) : result;
}
