import * as z from 'zod';
import { type BusinessDay, isBusinessDay } from './business-day.ts';
import { type CurrencyCode, isCurrencyCode } from './currency.ts';
import { MAX_INPUT_MINOR, type Minor } from './money.ts';
import { MAX_QUANTITY_MILLI, type QuantityMilli } from './quantity.ts';
import { type TaxRatePpm, WHOLE_PPM } from './tax-rate.ts';

/** -0 is a number no shop means: stored or compared it would differ from 0. */
const plainZero = (value: number): number => (value === 0 ? 0 : value);

/** Money at the edge: integer minor units, within ±10^13. Checked here, hence the brand. */
export const minorSchema = z
  .int()
  .min(-MAX_INPUT_MINOR)
  .max(MAX_INPUT_MINOR)
  .overwrite(plainZero) as unknown as z.ZodType<Minor, number>;

/** A sold quantity: thousandths, 1 to 10^10. */
export const quantityMilliSchema = z.int().min(1).max(MAX_QUANTITY_MILLI) as unknown as z.ZodType<
  QuantityMilli,
  number
>;

/** Parts per million, 0 to 1 000 000 (100 %). */
export const taxRatePpmSchema = z.int().min(0).max(WHOLE_PPM).overwrite(plainZero) as unknown as z.ZodType<
  TaxRatePpm,
  number
>;

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrencyCode, 'currency.unknown') as unknown as z.ZodType<CurrencyCode, string>;

/** 'YYYY-MM-DD', a day that exists. */
export const businessDaySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isBusinessDay, 'day.unknown') as unknown as z.ZodType<BusinessDay, string>;

export const idSchema = z.uuid();

/** Half surrogates, control characters, line separators, and the characters that reverse the reading direction of
 *  what follows (U+202A to 202E, U+2066 to 2069), which would let a name rewrite a receipt. */
const UNSAFE_IN_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const UNSAFE_IN_TEXT = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** GS (ASCII 29) ends variable fields in GS1 codes (R33); no other control character belongs in a barcode. */
const UNSAFE_IN_BARCODE = /(?!\x1d)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const safe = (unsafe: RegExp) => (text: string) => !unsafe.test(text);

/** One line for people, trimmed, 1 to 200 UTF-16 units. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(safe(UNSAFE_IN_LINE), 'text.unsafeCharacters');

/** Text of several lines, trimmed, 0 to `maximum` UTF-16 units; line ends become \n. */
export function textSchema(maximum: number) {
  return z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .trim()
    .max(maximum)
    .refine(safe(UNSAFE_IN_TEXT), 'text.unsafeCharacters');
}

/** A code as scanned or typed, 1 to 128 printable characters. */
export const barcodeTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .refine(safe(UNSAFE_IN_BARCODE), 'text.unsafeCharacters');
