import * as z from 'zod';
import { idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { pageFields } from './fields.ts';
import { unitSchema } from './product.contract.ts';

export const IMPORT_FIELDS = [
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
export const importFieldSchema = z.enum(IMPORT_FIELDS);

/** Base64 that decodes to exactly what was meant: nothing foreign in it, whole groups of four. */
const base64Schema = z
  .string()
  .max(1_400_000)
  .refine((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), 'base64.broken');

export const IMPORT_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'gb18030',
] as const;
const encodingSchema = z.enum(IMPORT_ENCODINGS);

const mappingSchema = z.array(importFieldSchema.nullable()).max(200);

/** A column number for every field that is read; null columns are ignored. */
const importOptions = z.object({
  mapping: mappingSchema,
  defaultTaxCategoryId: idSchema,
  decimalStyle: z.enum(['point', 'comma']),
  /** What a new product gets whose row names no unit. */
  defaultUnit: unitSchema.default('each'),
});

const fieldValueSchema = z.union([z.string(), z.int(), z.null()]);

const faultSummary = z.object({
  code: z.string(),
  count: z.int(),
  examples: z.array(z.object({ rowNumber: z.int(), column: z.string().nullable(), value: z.string() })),
});

export const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum([
    'receiving',
    'received',
    'checking',
    'checked',
    'applying',
    'applied',
    'cancelling',
    'cancelled',
    'undoing',
    'undone',
    'failed',
  ]),
  bytesReceived: z.int(),
  errorCode: z.string().nullable(),
  progress: z.object({ done: z.int(), total: z.int().nullable(), msLeft: z.int().nullable() }),
  /** From the file itself, once received. */
  inspection: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      decimalStyle: z.enum(['point', 'comma']),
      hasHeader: z.boolean(),
      /** An XLSX file: the names of its sheets, and which one is read, counted from 1. */
      workbook: z.object({ sheets: z.array(z.string()), sheet: z.int() }).nullable(),
      headers: z.array(z.string()),
      sampleRows: z.array(z.array(z.string())),
      guess: mappingSchema,
    })
    .nullable(),
  /** As it was last checked. */
  options: z.object(importOptions.shape).nullable(),
  /** The columns as they were chosen for the last list with the same headings. */
  remembered: z
    .object({ mapping: mappingSchema, defaultTaxCategoryId: z.string(), defaultUnit: unitSchema })
    .nullable(),
  /** What would change: in how many products each field, and the first products field by field. Amounts in minor units. */
  changes: z
    .object({
      fields: z.array(z.object({ field: importFieldSchema, count: z.int() })),
      rows: z.array(
        z.object({
          rowNumber: z.int(),
          productId: z.string(),
          name: z.string(),
          fields: z.array(
            z.object({ field: importFieldSchema, before: fieldValueSchema, after: fieldValueSchema }),
          ),
        }),
      ),
    })
    .nullable(),
  /** False for a moment once it is applied: its products are found by a scan at once, by their words a little later. */
  searchable: z.boolean(),
  /** Of an applied import: whether it can be undone, and what an undo did. */
  undo: z.object({ possible: z.boolean(), restored: z.int(), archived: z.int(), kept: z.int() }).nullable(),
  counts: z
    .object({
      rows: z.int(),
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      faulty: z.int(),
      applied: z.int(),
    })
    .nullable(),
  faults: z.array(faultSummary),
  createdAtMs: z.int(),
  finishedAtMs: z.int().nullable(),
});

export const importContract = {
  begin: command({
    summary: 'Starts an import; the file follows in pieces',
    access: 'catalogue.import',
    input: { fileName: z.string().min(1).max(200), totalBytes: z.int().min(0).max(500_000_000) },
    output: importView,
    errors: ['import.busy', 'import.tooLarge'],
  }),
  append: command({
    summary: 'One piece of the file (at most 1 MB, base64), in order',
    access: 'catalogue.import',
    input: { id: idSchema, offset: z.int().min(0), dataBase64: base64Schema, last: z.boolean() },
    output: importView,
    errors: [
      'import.unknown',
      'import.wrongState',
      'import.tooLarge',
      'import.binaryFile',
      'import.empty',
      'import.workbookUnreadable',
      'import.workbookTooLarge',
    ],
  }),
  readAgain: command({
    summary:
      'Reads the file as said here: in another encoding, cut at another sign, or another sheet of a workbook',
    access: 'catalogue.import',
    input: {
      id: idSchema,
      encoding: encodingSchema.optional(),
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
      sheet: z.int().min(1).max(1000).optional(),
    },
    output: importView,
    errors: [
      'import.unknown',
      'import.wrongState',
      'import.binaryFile',
      'import.empty',
      'import.workbookUnreadable',
      'import.workbookTooLarge',
    ],
  }),
  check: command({
    summary:
      'Dry run: reads every row with this mapping and counts new, changed, unchanged and faulty rows; changes no product',
    access: 'catalogue.import',
    input: { id: idSchema, options: z.strictObject(importOptions.shape) },
    output: importView,
    errors: [
      'import.unknown',
      'import.wrongState',
      'import.mappingIncomplete',
      'tax.categoryUnknown',
      'import.busy',
    ],
  }),
  apply: command({
    summary: 'Writes the checked rows into the catalogue, in short pieces, as a job',
    access: 'catalogue.import',
    input: { id: idSchema },
    output: importView,
    errors: ['import.unknown', 'import.wrongState', 'import.busy'],
  }),
  cancel: command({
    summary: 'Stops an import; products already written get back what they were',
    access: 'catalogue.import',
    input: { id: idSchema },
    output: importView,
    errors: ['import.unknown', 'import.wrongState'],
  }),
  undo: command({
    summary:
      'Undoes an applied import: changed products get back what they were, new ones are archived; what was changed since stays',
    access: 'catalogue.import',
    input: { id: idSchema },
    output: importView,
    errors: ['import.unknown', 'import.wrongState', 'import.busy', 'import.undoForgotten'],
  }),
  listNotUndone: query({
    summary: 'Rows that an undo left as they are, and why',
    access: 'catalogue.import',
    input: { id: idSchema, ...pageFields },
    output: z.object({
      rows: z.array(
        z.object({ rowNumber: z.int(), productId: z.string(), name: z.string(), code: z.string() }),
      ),
      total: z.int(),
    }),
    errors: ['import.unknown'],
  }),
  get: query({
    summary: 'How far an import is',
    access: 'catalogue.import',
    input: { id: idSchema },
    output: importView,
    errors: ['import.unknown'],
  }),
  list: query({
    summary: 'Imports, newest first',
    access: 'catalogue.import',
    input: {},
    output: z.array(importView),
  }),
  listFaults: query({
    summary: 'Faulty rows one by one',
    access: 'catalogue.import',
    input: { id: idSchema, offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(100) },
    output: z.object({
      rows: z.array(
        z.object({ rowNumber: z.int(), code: z.string(), column: z.string().nullable(), value: z.string() }),
      ),
      total: z.int(),
    }),
    errors: ['import.unknown'],
  }),
};
