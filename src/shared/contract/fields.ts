import * as z from 'zod';
import { idSchema, minorSchema, nameSchema } from '../values/schemas.ts';

/** Digits typed on a number pad: a PIN. Length and simplicity are judged by the service. */
export const codeTextSchema = z.string().regex(/^\d{1,16}$/);

/** Why somebody did a sensitive thing; printed in the audit log. */
export const reasonSchema = nameSchema;

/** Every list is paged the same way. */
export const pageFields = {
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
};

/** What the label or GS1 code of the very item on a line said. */
export const lineTrace = z.object({
  labelCode: z.string().nullable(),
  batch: z.string().nullable(),
  serial: z.string().nullable(),
  expiresOn: z.string().nullable(),
  bestBefore: z.string().nullable(),
});

/** Products that one act may change: as many as one transaction writes without a till noticing for long. */
export const MOST_AT_ONCE = 5000;

/** What narrows a list of products. */
export const productFilterFields = {
  text: z.string().max(200).default(''),
  /** Nothing is corrected: what is not found as typed is not found. */
  exactly: z.boolean().default(false),
  categoryId: idSchema.nullable().default(null),
  /** As it is written on the product, large and small letters alike. */
  brand: nameSchema.nullable().default(null),
  status: z.enum(['active', 'archived', 'any']).default('active'),
  stock: z.enum(['any', 'low', 'out', 'in']).default('any'),
  priced: z.enum(['any', 'with', 'without']).default('any'),
  priceFromMinor: minorSchema.nullable().default(null),
  priceToMinor: minorSchema.nullable().default(null),
};
