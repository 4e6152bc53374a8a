import * as z from 'zod';
import { businessDaySchema, idSchema, nameSchema, taxRatePpmSchema } from '../values/schemas.ts';
import { command, query } from './call.ts';
import { shopFields } from './setup.contract.ts';

const shopView = z.object({
  ...shopFields,
  currency: z.string(),
  currencyExponent: z.int(),
  demo: z.boolean(),
  /** PNG, at most 100 kB, printed above the name. */
  logoPngBase64: z.string().nullable(),
  version: z.int(),
});

const registerView = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  printerHost: z.string().nullable(),
  printerPort: z.int(),
  paperWidthMm: z.union([z.literal(58), z.literal(80)]),
  printerEncoding: z.enum(['multilingual', 'cp437', 'gb18030', 'shiftjis', 'big5']),
  printAutomatically: z.boolean(),
  hasDrawer: z.boolean(),
  version: z.int(),
});

const deviceView = z.object({
  id: z.string(),
  name: z.string(),
  registerId: z.string(),
  registerName: z.string(),
  kind: z.enum(['window', 'browser', 'program']),
  enrolledAtMs: z.int(),
  lastSeenAtMs: z.int().nullable(),
  active: z.boolean(),
});

/** How this device's scanner types: what it sends before and after a code, and how fast. */
export const scannerSettings = z.object({
  prefix: z.string().max(8),
  suffix: z.enum(['Enter', 'Tab', 'none']),
  maxKeyGapMs: z.int().min(5).max(200),
  minLength: z.int().min(2).max(20),
  /** How its keys are read: as a US keyboard sits, or by the layout of the computer. */
  layout: z.enum(['us', 'page']).default('us'),
  /** The sign it sends for ASCII 29; empty when it types that as Ctrl+], F8 or Alt+029. */
  groupSeparator: z.string().max(1).default(''),
});

const taxRateView = z.object({
  id: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  ratePpm: z.int(),
  sequence: z.int(),
  compound: z.boolean(),
});
/** Where the goods go, as far as taxes ask: here and everything else, or away (R40). */
export const taxContextSchema = z.enum(['default', 'takeaway']);
const taxSetView = z.object({
  context: taxContextSchema,
  /** The first business day it holds on; null: since ever. */
  validFrom: z.string().nullable(),
  /** On the shop's business day now. */
  state: z.enum(['past', 'current', 'coming']),
  rates: z.array(taxRateView),
});
const taxRateInput = z.strictObject({
  name: nameSchema,
  jurisdiction: z.string().max(40).default(''),
  ratePpm: taxRatePpmSchema,
  compound: z.boolean().default(false),
});
const changesRates = ['tax.categoryUnknown', 'version.conflict', 'tax.dayPast'] as const;

const taxCategoryView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['rate', 'zero', 'exempt']),
  archived: z.boolean(),
  /** What holds today in the usual context. */
  rates: z.array(taxRateView),
  /** Every set of rates, by context, newest first. */
  schedule: z.array(taxSetView),
  version: z.int(),
});

export const shopContract = {
  get: query({ summary: "The shop's own facts", access: 'signedIn', input: {}, output: shopView }),
  update: command({
    summary: "Changes the shop's facts; the currency is chosen once, when the shop is set up",
    access: 'settings.manage',
    input: { ...shopFields, logoPngBase64: z.string().max(140_000).nullable(), expectedVersion: z.int() },
    output: shopView,
    errors: ['version.conflict', 'image.unreadable', 'image.tooLarge'],
  }),
};

export const taxContract = {
  listCategories: query({
    summary: 'Tax categories with the rates in force',
    access: 'signedIn',
    input: {},
    output: z.array(taxCategoryView),
  }),
  saveCategory: command({
    summary:
      'Creates a tax category (no id) or changes one; other rates hold from today, sold lines keep theirs',
    access: 'settings.manage',
    input: {
      id: idSchema.optional(),
      expectedVersion: z.int().optional(),
      name: nameSchema,
      kind: z.enum(['rate', 'zero', 'exempt']),
      archived: z.boolean().default(false),
      rates: z.array(taxRateInput).max(5),
    },
    output: taxCategoryView,
    errors: ['tax.categoryUnknown', 'version.conflict', 'tax.categoryInUse'],
  }),
  setRates: command({
    summary: 'Sets what a category charges in a context from a business day on, today or later',
    access: 'settings.manage',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      context: taxContextSchema,
      validFrom: businessDaySchema,
      rates: z.array(taxRateInput).min(1).max(5),
    },
    output: taxCategoryView,
    errors: [...changesRates, 'tax.noRates'],
  }),
  withdrawRates: command({
    summary: 'Takes back a set of rates that has not begun before today',
    access: 'settings.manage',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      context: taxContextSchema,
      validFrom: businessDaySchema,
    },
    output: taxCategoryView,
    errors: [...changesRates, 'tax.ratesUnknown'],
  }),
};

export const registerContract = {
  list: query({
    summary: 'Registers with their printer',
    access: 'signedIn',
    input: {},
    output: z.array(registerView),
  }),
  create: command({
    summary: 'Adds a register; its prefix starts its own receipt numbers',
    access: 'settings.manage',
    input: { name: nameSchema, prefix: z.string().regex(/^[A-Z0-9-]{1,8}$/) },
    output: registerView,
    errors: ['register.prefixTaken'],
  }),
  update: command({
    summary: "Changes a register's name, printer and drawer; never its prefix",
    access: 'settings.manage',
    input: {
      id: idSchema,
      expectedVersion: z.int(),
      name: nameSchema,
      printerHost: z
        .string()
        .max(255)
        .regex(/^[A-Za-z0-9.:-]+$/)
        .nullable(),
      printerPort: z.int().min(1).max(65_535),
      paperWidthMm: z.union([z.literal(58), z.literal(80)]),
      printerEncoding: registerView.shape.printerEncoding,
      printAutomatically: z.boolean(),
      hasDrawer: z.boolean(),
    },
    output: registerView,
    errors: ['register.unknown', 'version.conflict'],
  }),
  getDoubt: query({
    summary:
      'Why no sale can be closed until somebody answers: the data folder was copied, or sales made here are missing; null as a rule',
    access: 'signedIn',
    input: {},
    output: z.object({
      doubt: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('copied') }),
          /** At least so many documents. */
          z.object({ kind: z.literal('salesMissing'), missing: z.int() }),
        ])
        .nullable(),
    }),
  }),
  settleDoubt: command({
    summary:
      'Answers it: new registers and number series as after a restore, or (where it was only moved) the same numbers as before',
    access: 'sell',
    approvable: true,
    input: { answer: z.enum(['newNumbers', 'sameNumbers']) },
    output: z.object({
      registers: z.array(z.object({ name: z.string(), oldPrefix: z.string(), newPrefix: z.string() })),
    }),
    errors: ['register.numbersUsed'],
  }),
};

export const deviceContract = {
  list: query({
    summary: 'Enrolled windows, browsers and programs',
    access: 'devices.manage',
    input: {},
    output: z.array(deviceView),
  }),
  enrol: command({
    summary:
      'Binds the calling device to a register; the device token is a cookie, the port itself, or in the answer',
    access: 'devices.manage',
    input: { name: nameSchema, registerId: idSchema, carrier: z.enum(['cookie', 'token']).default('cookie') },
    output: z.object({ device: deviceView, deviceToken: z.string().nullable() }),
    errors: ['register.unknown'],
  }),
  revoke: command({
    summary: 'Ends a device; its carts can be taken over',
    access: 'devices.manage',
    input: { id: idSchema },
    output: z.object({}),
    errors: ['device.unknown'],
  }),
  getScanner: query({
    summary: "This device's scanner settings",
    access: 'device',
    input: {},
    output: scannerSettings,
  }),
  setScanner: command({
    summary: "Stores this device's scanner settings, as a calibration scan found them",
    access: 'sell',
    needsDevice: true,
    input: { scanner: z.strictObject(scannerSettings.shape) },
    output: scannerSettings,
  }),
};
