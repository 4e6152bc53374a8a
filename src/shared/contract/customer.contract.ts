import * as z from 'zod';
import { idSchema, nameSchema, textSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { pageFields } from './fields.ts';

export const customerView = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  note: z.string(),
  lastVisitAtMs: z.int().nullable(),
  visitCount: z.int(),
  spentMinor: z.int(),
  version: z.int(),
});

const customerFields = {
  name: nameSchema,
  phone: z
    .string()
    .trim()
    .min(3)
    .max(40)
    .regex(/^[0-9+()./ -]+$/)
    .nullable(),
  email: z.email().max(200).nullable(),
  note: textSchema(2000),
};

export const customerContract = {
  search: query({
    summary: 'Finds customers by name, phone or e-mail',
    access: 'customers.edit',
    input: { text: z.string().max(200), ...pageFields },
    output: z.object({ rows: z.array(customerView), total: z.int() }),
  }),
  get: query({
    summary: 'One customer',
    access: 'customers.edit',
    input: { id: idSchema },
    output: customerView,
    errors: ['customer.unknown'],
  }),
  create: command({
    summary: 'Adds a customer',
    access: 'customers.edit',
    input: customerFields,
    output: customerView,
  }),
  update: command({
    summary: 'Changes a customer',
    access: 'customers.edit',
    input: { id: idSchema, expectedVersion: z.int(), ...customerFields },
    output: customerView,
    errors: ['customer.unknown', 'version.conflict'],
  }),
};
