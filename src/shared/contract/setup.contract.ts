import * as z from 'zod';
import { currencySchema, nameSchema, taxRatePpmSchema, textSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { codeTextSchema } from './fields.ts';
import { passwordSchema, sessionView, signInCarrier, usernameSchema } from './session.contract.ts';

export const languageSchema = z.enum(['en', 'zh']);
export const taxModeSchema = z.enum(['included', 'excluded']);
export const taxRoundingSchema = z.enum(['line', 'document']);

const suggestedRate = z.object({ key: z.string(), ratePpm: taxRatePpmSchema });

/** What the wizard proposes for a country; every figure is to be confirmed by the owner. */
const countrySuggestion = z.object({
  country: z.string(),
  currency: z.string(),
  language: languageSchema,
  timeZones: z.array(z.string()),
  taxMode: taxModeSchema,
  cashStepMinor: z.int(),
  taxRates: z.array(suggestedRate),
});

/** Facts about the shop itself; the wizard asks for them once, settings edit them later. */
export const shopFields = {
  name: nameSchema,
  address: textSchema(500),
  country: z.string().regex(/^[A-Z]{2}$/),
  language: languageSchema,
  timeZone: z.string().min(1).max(64),
  /** Minutes after midnight at which a new business day starts. */
  dayCutOffMinutes: z.int().min(0).max(720),
  taxNumber: textSchema(40),
  taxMode: taxModeSchema,
  taxRounding: taxRoundingSchema,
  /** Smallest cash amount, minor units; 1 = no cash rounding. */
  cashStepMinor: z.int().min(1).max(100_000),
  receiptFooter: textSchema(500),
};

export const setupContract = {
  status: query({
    summary: 'Whether this data folder holds a shop yet, and what a first screen needs to know',
    access: 'public',
    input: {},
    output: z.object({
      state: z.enum(['new', 'ready']),
      /** True where the one-time code printed at start must be given (callers from other machines). */
      codeNeeded: z.boolean(),
      demo: z.boolean(),
      shopName: z.string().nullable(),
      language: languageSchema,
      version: z.string(),
      /** Shown on the demo shop's sign-in screen only. */
      demoPeople: z.array(
        z.object({ username: z.string(), name: z.string(), pin: z.string(), password: z.string() }),
      ),
    }),
  }),
  listCountries: query({
    summary: 'Countries with the currency, time zones, cash rounding and tax rates to suggest',
    access: 'public',
    input: {},
    output: z.array(countrySuggestion),
  }),
  createShop: command({
    summary:
      'Creates the shop, its first register and the owner, enrols the calling device and signs the owner in',
    access: 'public',
    input: {
      setupCode: z.string().max(64).optional(),
      carrier: signInCarrier,
      shop: z.strictObject({ ...shopFields, currency: currencySchema }),
      taxCategories: z
        .array(
          z.strictObject({
            name: nameSchema,
            kind: z.enum(['rate', 'zero', 'exempt']),
            ratePpm: taxRatePpmSchema,
          }),
        )
        .min(1)
        .max(20),
      register: z.strictObject({ name: nameSchema, prefix: z.string().regex(/^[A-Z0-9-]{1,8}$/) }),
      owner: z.strictObject({
        name: nameSchema,
        username: usernameSchema,
        password: passwordSchema,
        pin: codeTextSchema.optional(),
      }),
    },
    output: z.object({ session: sessionView, recoveryCode: z.string(), deviceToken: z.string().nullable() }),
    errors: [
      'setup.alreadyDone',
      'setup.codeNeeded',
      'auth.passwordTooShort',
      'auth.passwordTooLong',
      'auth.passwordCommon',
      'auth.pinTooSimple',
    ],
  }),
  loadDemo: command({
    summary: 'Fills an empty data folder with the ready-made demo shop and enrols the calling device',
    access: 'public',
    input: { setupCode: z.string().max(64).optional(), carrier: signInCarrier },
    output: z.object({ deviceToken: z.string().nullable() }),
    errors: ['setup.alreadyDone', 'setup.codeNeeded'],
  }),
  leaveDemo: command({
    summary: 'Puts the demo shop aside and starts with an empty data folder, as before the first set-up',
    access: 'settings.manage',
    input: {},
    output: z.object({}),
    errors: ['setup.notDemo'],
  }),
};
