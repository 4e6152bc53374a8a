import * as z from 'zod';
import { idSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { pageFields, reasonSchema } from './fields.ts';

export const STOCK_REASONS = [
  'count',
  'damaged',
  'lost',
  'found',
  'delivery',
  'ownUse',
  'correction',
] as const;

const movementView = z.object({
  id: z.string(),
  atMs: z.int(),
  kind: z.enum(['sale', 'refund', 'adjust', 'opening']),
  quantityMilli: z.int(),
  balanceMilli: z.int(),
  reason: z.string(),
  note: z.string(),
  documentId: z.string().nullable(),
  documentNumber: z.string().nullable(),
  staffName: z.string().nullable(),
});

export const stockContract = {
  adjust: command({
    summary: 'Adds to or takes from stock, or sets it to a counted figure, with a reason',
    access: 'stock.adjust',
    input: {
      productId: idSchema,
      change: z.union([
        z.strictObject({
          kind: z.literal('by'),
          quantityMilli: z
            .int()
            .min(-10_000_000_000)
            .max(10_000_000_000)
            .refine((n) => n !== 0),
        }),
        z.strictObject({ kind: z.literal('countedTo'), quantityMilli: z.int().min(0).max(10_000_000_000) }),
      ]),
      reason: z.enum(STOCK_REASONS),
      note: reasonSchema.or(z.literal('')).default(''),
    },
    output: z.object({ productId: z.string(), onHandMilli: z.int() }),
    errors: ['product.unknown', 'stock.notTracked'],
  }),
  listMovements: query({
    summary: "A product's movements, newest first, with the balance after each",
    access: 'catalogue.view',
    input: { productId: idSchema, ...pageFields },
    output: z.object({ rows: z.array(movementView), total: z.int() }),
    errors: ['product.unknown'],
  }),
  check: query({
    summary: 'Derives every on-hand figure again from the movements and says how many differ',
    access: 'stock.adjust',
    input: {},
    output: z.object({
      products: z.int(),
      differ: z.int(),
      examples: z.array(
        z.object({ productId: z.string(), name: z.string(), storedMilli: z.int(), derivedMilli: z.int() }),
      ),
    }),
  }),
};
