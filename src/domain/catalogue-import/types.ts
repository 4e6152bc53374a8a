import type { BarcodeError } from '../../shared/values/barcode.ts';

/** What a column of a product list can mean. A column that means none of these is left out of the mapping. */
export const importFields = [
  'id',
  'name',
  'sku',
  'barcode',
  'inStoreCode',
  'brand',
  'category',
  'packSize',
  'unit',
  'price',
  'cost',
  'taxCategory',
  'stock',
  'description',
  'supplierCode',
  'notes',
  'minimumAge',
  'tracked',
] as const;

export type ImportField = (typeof importFields)[number];

/** Field → column, counted from 0. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

/** As a list of columns, which is how the mapping is shown and sent: the field of each column, null for none. */
export function mappingFromColumns(columns: readonly (ImportField | null)[]): ImportMapping {
  const pairs = columns.flatMap((field, column) => (field === null ? [] : [[field, column] as const]));
  return Object.fromEntries(pairs.reverse());
}

export function columnsFromMapping(mapping: ImportMapping, width: number): (ImportField | null)[] {
  return Array.from(
    { length: width },
    (_, column) => importFields.find((field) => mapping[field] === column) ?? null,
  );
}

export type DecimalStyle = 'point' | 'comma';

export const importUnits = ['each', 'kg', 'g', 'l', 'ml', 'm', 'cm', 'm2', 'hour'] as const;

export type ImportUnit = (typeof importUnits)[number];

/** One row, checked. Null and [] mean that the row says nothing, never "make it empty". */
export interface ImportProduct {
  readonly line: number;
  /** The shop's own key of the product, from a list it exported; one it does not know says nothing. */
  readonly id: string | null;
  readonly name: string;
  readonly sku: string | null;
  readonly gtins: readonly string[];
  readonly inStoreCodes: readonly string[];
  readonly brand: string | null;
  /** General → specific. */
  readonly categoryPath: readonly string[];
  readonly packSize: string | null;
  readonly unit: ImportUnit | null;
  /** Null: asked for at the first scan. */
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  /** Key of the shop's tax category; the import's default when the row says nothing. */
  readonly taxCategory: string;
  readonly taxCategoryGiven: boolean;
  readonly stockMilli: number | null;
  readonly description: string | null;
  readonly supplierCode: string | null;
  readonly notes: string | null;
  /** Whole years a customer must have lived; 0: anyone. */
  readonly minimumAge: number | null;
  readonly tracked: boolean | null;
}

export type RowFaultCode =
  | BarcodeError['code']
  | 'import.unterminatedQuote'
  | 'import.fieldTooLong'
  | 'import.cutOff'
  | 'import.tooManyCells'
  | 'import.nameMissing'
  | 'import.textTooLong'
  | 'import.badCharacters'
  | 'import.badNumber'
  | 'import.negativeNumber'
  | 'import.tooManyDecimals'
  | 'import.numberTooLarge'
  | 'import.unknownUnit'
  | 'import.notYesOrNo'
  | 'import.badAge'
  | 'import.unknownTaxCategory'
  | 'import.duplicateBarcode'
  | 'import.duplicateSku'
  | 'import.duplicateName'
  | 'import.duplicateId'
  | 'import.matchesSeveral';

export interface RowFault {
  readonly code: RowFaultCode;
  /** Line of the file the row begins on, counted from 1. */
  readonly line: number;
  readonly field: ImportField | null;
  /** Column counted from 0, null when the whole row is meant. */
  readonly column: number | null;
  /** What stood there, cut to 80 characters. */
  readonly value: string;
  /** For duplicates: the line that had it first. */
  readonly firstLine?: number;
}
