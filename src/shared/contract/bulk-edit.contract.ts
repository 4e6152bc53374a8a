import * as z from 'zod';
import { idSchema, minorSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { MOST_AT_ONCE, productFilterFields } from './fields.ts';

/** Some products by id, or all that a list with this filter shows but a few. */
const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(idSchema).min(1).max(MOST_AT_ONCE) }),
  z.strictObject({
    kind: z.literal('filter'),
    filter: z.strictObject(productFilterFields),
    except: z.array(idSchema).max(MOST_AT_ONCE).default([]),
  }),
]);

/** What prices end in after a change: .99, .95, .00 of the currency's unit, or whatever comes out. */
export const PRICE_ENDINGS = ['any', '99', '95', '00'] as const;
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('price'),
    how: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('set'), priceMinor: minorSchema.refine((n) => n >= 0) }),
      z.strictObject({ kind: z.literal('amount'), amountMinor: minorSchema.refine((n) => n !== 0) }),
      /** 1 000 000 = 100 %; never to less than nothing. */
      z.strictObject({ kind: z.literal('percent'), ppm: z.int().min(-1_000_000).max(10_000_000) }),
    ]),
    ending: z.enum(PRICE_ENDINGS).default('any'),
  }),
  z.strictObject({ kind: z.literal('category'), categoryId: idSchema.nullable() }),
  z.strictObject({ kind: z.literal('taxCategory'), taxCategoryId: idSchema }),
]);
const bulkErrors = ['product.tooMany', 'category.unknown', 'tax.categoryUnknown'] as const;

const undoErrors = ['bulkEdit.unknown', 'bulkEdit.undone', 'bulkEdit.archived'] as const;

const bulkPreview = z.object({
  /** Chosen, and of these: changed, as they are already, without a price to change, and left out because the new price
   *  would be below zero or beyond what a price can be. */
  products: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  withoutPrice: z.int(),
  impossible: z.int(),
  /** Of those that change, the prices added up, before and after. */
  beforeMinor: z.int(),
  afterMinor: z.int(),
  examples: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      beforeMinor: z.int().nullable(),
      afterMinor: z.int().nullable(),
      beforeName: z.string().nullable(),
      afterName: z.string().nullable(),
    }),
  ),
});

const bulkUndo = z.object({
  restored: z.int(),
  /** Those that changed again since, and the first of them. */
  keptCount: z.int(),
  kept: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** One change of many products: looked at before, listed after, taken back. */
export const bulkEditCalls = {
  previewBulkEdit: query({
    summary: 'What one change of many products would do; changes nothing',
    access: 'catalogue.edit',
    input: { selection: selectionSchema, change: bulkChangeSchema },
    output: bulkPreview,
    errors: bulkErrors,
  }),
  bulkEdit: command({
    summary: 'Changes price, category or tax of up to 5,000 products at once, as previewed',
    access: 'catalogue.edit',
    input: {
      selection: selectionSchema,
      change: bulkChangeSchema,
      /** How many the preview said would change; another number is refused, so that nobody changes what they did not see. */
      expectedChanged: z.int().min(1),
    },
    output: z.object({ id: z.string(), changed: z.int() }),
    errors: [...bulkErrors, 'version.conflict'],
  }),
  previewUndoBulkEdit: query({
    summary: 'What taking a change of many products back would do now; changes nothing',
    access: 'catalogue.edit',
    input: { id: idSchema },
    output: bulkUndo,
    errors: undoErrors,
  }),
  undoBulkEdit: command({
    summary: 'Takes a change of many products back, but for those that changed again since; says which',
    access: 'catalogue.edit',
    input: { id: idSchema },
    output: bulkUndo,
    errors: undoErrors,
  }),
  listBulkEdits: query({
    summary: 'The last changes of many products at once, newest first',
    access: 'catalogue.edit',
    input: {},
    output: z.array(
      z.object({
        id: z.string(),
        change: bulkChangeSchema,
        products: z.int(),
        staffName: z.string(),
        atMs: z.int(),
        /** Taken back: when, by whom, and of how many products; null while it stands. */
        undone: z
          .object({ atMs: z.int(), staffName: z.string(), restored: z.int(), kept: z.int() })
          .nullable(),
      }),
    ),
  }),
};
