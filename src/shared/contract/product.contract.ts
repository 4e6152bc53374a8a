import * as z from 'zod';
import {
  barcodeTextSchema,
  idSchema,
  minorSchema,
  nameSchema,
  quantityMilliSchema,
  textSchema,
} from '../values/schemas.ts';
import { bulkEditCalls } from './bulk-edit.contract.ts';
import { command, query } from './call.ts';
import { pageFields, productFilterFields } from './fields.ts';

export const UNITS = ['each', 'kg', 'g', 'l', 'ml', 'm', 'cm', 'm2', 'hour'] as const;
export type Unit = (typeof UNITS)[number];
export const unitSchema = z.enum(UNITS);
/** What happens when more is sold than is on hand. */
export const negativeStockSchema = z.enum(['allow', 'warn', 'block']);

/** Quiet colours a tile or category may have; each has its own pair of paper and ink in both themes. */
export const TILE_COLOURS = ['green', 'orange', 'pink', 'teal', 'yellow', 'blue', 'purple', 'grey'] as const;
export type TileColour = (typeof TILE_COLOURS)[number];
export const tileColourSchema = z.enum(TILE_COLOURS);
/** Pictures of one product. */
export const MOST_IMAGES = 8;
const barcodeView = z.object({ code: z.string(), kind: z.enum(['gtin', 'inStore']) });

/** A row for tiles, search results and the Manage table. */
export const productSummary = z.object({
  id: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  brand: z.string().nullable(),
  packSize: z.string().nullable(),
  categoryId: z.string().nullable(),
  categoryName: z.string().nullable(),
  /** The product's own, else its category's; null: none was chosen. */
  tileColour: tileColourSchema.nullable(),
  unit: unitSchema,
  /** Null: asked for at the first scan. */
  priceMinor: z.int().nullable(),
  imageId: z.string().nullable(),
  status: z.enum(['active', 'archived']),
  onHandMilli: z.int(),
  lowStockMilli: z.int().nullable(),
  /** False: a service or the like, which has no stock. */
  tracked: z.boolean(),
  /** Whether onHandMilli says something: tracked, and ever moved or given a low-stock mark. */
  stockCounted: z.boolean(),
});

export const productView = productSummary.extend({
  /** Chosen for this product; null: its category's. */
  ownColour: tileColourSchema.nullable(),
  /** In order; the first is the tile's. */
  imageIds: z.array(z.string()),
  supplierCode: z.string().nullable(),
  /** For the shop only, never printed. */
  notes: z.string(),
  /** Whole years the customer must have lived; null: anyone. */
  minimumAge: z.int().nullable(),
  barcodes: z.array(barcodeView),
  costMinor: z.int().nullable(),
  taxCategoryId: z.string(),
  taxCategoryName: z.string(),
  description: z.string(),
  negativeStock: negativeStockSchema,
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
  version: z.int(),
});

const productFields = {
  name: nameSchema,
  sku: z.string().trim().min(1).max(64).nullable(),
  barcodes: z.array(z.strictObject({ code: barcodeTextSchema, kind: z.enum(['gtin', 'inStore']) })).max(50),
  brand: nameSchema.nullable(),
  packSize: z.string().trim().max(60).nullable(),
  categoryId: idSchema.nullable(),
  unit: unitSchema,
  priceMinor: minorSchema.nullable(),
  costMinor: minorSchema.nullable(),
  taxCategoryId: idSchema,
  description: textSchema(5000),
  negativeStock: negativeStockSchema,
  lowStockMilli: z.int().min(0).max(10_000_000_000).nullable(),
  // Left out: as it is, and for a new product the usual (no colour, tracked, nothing said).
  ownColour: tileColourSchema.nullable().optional(),
  minimumAge: z.int().min(1).max(99).nullable().optional(),
  tracked: z.boolean().optional(),
  supplierCode: z.string().trim().min(1).max(64).nullable().optional(),
  notes: textSchema(5000).optional(),
};

const productErrors = [
  'product.skuTaken',
  'product.barcodeTaken',
  'category.unknown',
  'tax.categoryUnknown',
  'barcode.badCheckDigit',
  'barcode.badLength',
  'barcode.badCharacters',
  'barcode.tooLong',
] as const;

/** A word that was typed and nothing has, and one that was found in its place. */
const correction = z.object({ from: z.string(), to: z.string() });

const searchFields = {
  /** Nothing is corrected: what is not found as typed is not found. */
  exactly: z.boolean().default(false),
  categoryId: idSchema.nullable().default(null),
  stock: z.enum(['any', 'low', 'out', 'in']).default('any'),
  priced: z.enum(['any', 'with', 'without']).default('any'),
  descending: z.boolean().default(false),
};

export const productContract = {
  search: query({
    summary:
      'Finds active products by barcode, SKU, beginnings and parts of words in any order, also misspelt, best first',
    access: 'catalogue.view',
    input: {
      text: z.string().max(200),
      limit: z.int().min(1).max(100).default(24),
      ...searchFields,
      sort: z.enum(['relevance', 'price', 'sales', 'name']).default('relevance'),
    },
    output: z.object({ rows: z.array(productSummary), corrected: z.array(correction) }),
  }),
  list: query({
    summary: 'A page of the catalogue, filtered and sorted',
    access: 'catalogue.view',
    input: {
      ...pageFields,
      ...productFilterFields,
      sort: z
        .enum(['name', 'sku', 'category', 'price', 'stock', 'updated', 'sales', 'relevance'])
        .default('name'),
      descending: z.boolean().default(false),
      /** Where the total stops; left out: every match is counted, which reads the index of the whole catalogue. */
      countAtMost: z.int().min(1).optional(),
    },
    output: z.object({ rows: z.array(productSummary), total: z.int(), corrected: z.array(correction) }),
  }),
  listBrands: query({
    summary: 'Brands that begin so, in order',
    access: 'catalogue.view',
    input: { text: z.string().max(200).default(''), limit: z.int().min(1).max(200).default(50) },
    output: z.array(z.string()),
  }),
  ...bulkEditCalls,
  get: query({
    summary: 'One product with all its codes',
    access: 'catalogue.view',
    input: { id: idSchema },
    output: productView,
    errors: ['product.unknown'],
  }),
  create: command({
    summary: 'Adds a product',
    access: 'catalogue.edit',
    input: { ...productFields, openingStockMilli: quantityMilliSchema.nullable().default(null) },
    output: productView,
    errors: productErrors,
  }),
  update: command({
    summary: 'Replaces the facts of a product',
    access: 'catalogue.edit',
    input: { id: idSchema, expectedVersion: z.int(), ...productFields },
    output: productView,
    errors: ['product.unknown', 'version.conflict', ...productErrors],
  }),
  setStatus: command({
    summary: 'Archives a product or brings it back; nothing is ever deleted',
    access: 'catalogue.edit',
    input: { id: idSchema, expectedVersion: z.int(), status: z.enum(['active', 'archived']) },
    output: productView,
    errors: ['product.unknown', 'version.conflict'],
  }),
  addImage: command({
    summary: 'Adds a picture behind the others (PNG, JPEG or WebP; re-encoded, at most 40 megapixels)',
    access: 'catalogue.edit',
    input: { id: idSchema, imageBase64: z.string().max(14_000_000) },
    output: productView,
    errors: ['product.unknown', 'image.unreadable', 'image.tooLarge', 'image.tooMany'],
  }),
  arrangeImages: command({
    summary: 'Puts the pictures in this order, the first for the tile; those left out are removed',
    access: 'catalogue.edit',
    input: { id: idSchema, imageIds: z.array(idSchema).max(MOST_IMAGES) },
    output: productView,
    errors: ['product.unknown', 'image.unknown'],
  }),
  getImage: query({
    summary: 'A stored picture as WebP',
    access: 'catalogue.view',
    input: { imageId: idSchema, size: z.enum(['tile', 'full']).default('tile') },
    output: z.object({ mediaType: z.literal('image/webp'), dataBase64: z.string() }),
    errors: ['product.unknown'],
  }),
  listQuickKeys: query({
    summary: "The till's favourite tiles, in order",
    access: 'catalogue.view',
    input: {},
    output: z.array(productSummary),
  }),
  setQuickKeys: command({
    summary: 'Replaces the favourite tiles',
    access: 'catalogue.edit',
    input: { productIds: z.array(idSchema).max(200) },
    output: z.array(productSummary),
    errors: ['product.unknown'],
  }),
};

const categoryView = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  position: z.int(),
  colour: tileColourSchema.nullable(),
  archived: z.boolean(),
  version: z.int(),
});
const changesCategory = ['category.unknown', 'version.conflict'] as const;

export const categoryContract = {
  list: query({
    summary: 'The category tree as a list, parents before children',
    access: 'catalogue.view',
    input: { withArchived: z.boolean().default(false) },
    output: z.array(categoryView),
  }),
  countProducts: query({
    summary: 'How many active products each category holds, those below it included',
    access: 'catalogue.view',
    input: {},
    output: z.array(z.object({ categoryId: z.string(), products: z.int() })),
  }),
  save: command({
    summary: 'Creates a category (no id) or changes its name, colour and parent',
    access: 'catalogue.edit',
    input: {
      id: idSchema.optional(),
      expectedVersion: z.int().optional(),
      name: nameSchema,
      parentId: idSchema.nullable(),
      position: z.int().min(0).max(10_000).default(0),
      /** Left out: as it is; of a new one, none. */
      colour: tileColourSchema.nullable().optional(),
    },
    output: categoryView,
    errors: [...changesCategory, 'category.cycle'],
  }),
  move: command({
    summary: 'Puts a category under a parent, at a place among its sisters there; never into itself',
    access: 'catalogue.edit',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      parentId: idSchema.nullable(),
      /** How many sisters come before it. */
      place: z.int().min(0).max(10_000),
    },
    output: z.array(categoryView),
    errors: [...changesCategory, 'category.cycle'],
  }),
  archive: command({
    summary: 'Archives a category; while something lies in it, only together with where that goes',
    access: 'catalogue.edit',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      /** Where its products and subcategories go (null: to no category, to the top); left out: refused if there are any. */
      moveTo: idSchema.nullable().optional(),
    },
    output: z.array(categoryView),
    errors: [...changesCategory, 'category.cycle', 'category.notEmpty', 'product.tooMany'],
  }),
  restore: command({
    summary: 'Brings an archived category back, at the top where its parent is archived too',
    access: 'catalogue.edit',
    input: { id: idSchema, expectedVersion: z.int() },
    output: z.array(categoryView),
    errors: changesCategory,
  }),
};
