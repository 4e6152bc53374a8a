import * as z from 'zod';
import { idSchema, nameSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';

const labelFields = {
  name: nameSchema,
  /** 13 places: digits of the prefix, I item number, P price, W weight, N count, C check digit of the value, R ignored, X. */
  pattern: z.string().max(40),
  /** Of the value, behind the decimal sign: kilograms, currency units or pieces. */
  decimals: z.int().min(0).max(3),
  badCheck: z.enum(['refuse', 'warn']),
  enabled: z.boolean(),
};

const labelView = z.object({
  id: z.string(),
  ...labelFields,
  /** The prefix belongs to a country's manufacturers: their goods would be read as labels. */
  foreignPrefix: z.boolean(),
  version: z.int(),
});

const triedCode = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('label'),
    templateName: z.string(),
    enabled: z.boolean(),
    itemNumber: z.string(),
    valueKind: z.enum(['price', 'weight', 'count']),
    value: z.int(),
    decimals: z.int(),
    checkDigitRight: z.boolean(),
    verifierRight: z.boolean(),
    productName: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('gs1'),
    elements: z.array(z.object({ ai: z.string(), value: z.string() })),
    productName: z.string().nullable(),
  }),
  z.object({ kind: z.literal('gs1Faulty'), fault: z.string(), at: z.string() }),
  z.object({ kind: z.literal('product'), productName: z.string() }),
  z.object({ kind: z.literal('unknown') }),
]);

export const labelContract = {
  list: query({
    summary: 'Labels of scales this shop reads, in order',
    access: 'signedIn',
    input: {},
    output: z.array(labelView),
  }),
  save: command({
    summary: 'Adds a label (no id) or changes one; two in use never begin with the same digits',
    access: 'settings.manage',
    input: { id: idSchema.optional(), expectedVersion: z.int().optional(), ...labelFields },
    output: labelView,
    errors: ['label.unknown', 'label.badPattern', 'label.clash', 'version.conflict'],
  }),
  reorder: command({
    summary: 'Puts the labels into another order',
    access: 'settings.manage',
    input: { ids: z.array(idSchema).max(100) },
    output: z.array(labelView),
    errors: ['label.unknown'],
  }),
  remove: command({
    summary: 'Removes a label; sold lines keep what it said',
    access: 'settings.manage',
    input: { id: idSchema },
    output: z.object({}),
    errors: ['label.unknown'],
  }),
  tryCode: query({
    summary: 'What a scanned code means to this shop; sells nothing',
    access: 'settings.manage',
    input: { code: z.string().min(1).max(4000) },
    output: triedCode,
  }),
};
