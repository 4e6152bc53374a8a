import * as z from 'zod';
import { nameSchema } from '../values/schemas.ts';

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
