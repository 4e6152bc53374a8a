import { err, ok, type Result } from '../result.ts';
import { withAsciiDigits } from './digits.ts';
import { MAX_INPUT_MINOR, type Minor, minor } from './money.ts';
import { findSeparators, type Separators } from './number-separators.ts';
import { MAX_QUANTITY_MILLI, type QuantityMilli, quantityMilli } from './quantity.ts';

export type AmountError =
  | { readonly code: 'amount.notANumber' }
  | { readonly code: 'amount.tooManyDecimals'; readonly allowedDecimals: number }
  | { readonly code: 'amount.ambiguous' }
  | { readonly code: 'amount.outOfRange'; readonly minimum: number; readonly maximum: number };

/** What a typed number is read against: `decimals` of the result's unit, and its range in that unit, inclusive. */
type Rules = {
  readonly locale: string;
  readonly decimals: number;
  readonly minimum: number;
  readonly maximum: number;
};

const QUANTITY_DECIMALS = 3;

/** Reads an amount as a person typed it, by the separators of their locale; never guesses.
 *  @param text  digits of any script; grouping optional but, where present, in its place
 *  @param rules  `decimals` = the currency's exponent; `minimum` (0) and `maximum` (10^13) in minor units
 *  @returns minor units. Errors: `notANumber`, `tooManyDecimals` (never rounds), `ambiguous` (1,5 in English, 1.5 in
 *           German: it could be two numbers), `outOfRange` (with the range). */
export function parseAmount(
  text: string,
  rules: {
    readonly locale: string;
    readonly decimals: number;
    readonly minimum?: number;
    readonly maximum?: number;
  },
): Result<Minor, AmountError> {
  const parsed = parseScaled(text, { minimum: 0, maximum: MAX_INPUT_MINOR, ...rules });
  return parsed.ok ? ok(minor(parsed.value)) : parsed;
}

/** Reads a typed quantity, up to three decimals; the errors and the care are those of `parseAmount`.
 *  @returns thousandths, 1 to MAX_QUANTITY_MILLI. */
export function parseQuantity(text: string, locale: string): Result<QuantityMilli, AmountError> {
  const rules = { locale, decimals: QUANTITY_DECIMALS, minimum: 1, maximum: MAX_QUANTITY_MILLI };
  const parsed = parseScaled(text, rules);
  return parsed.ok ? ok(quantityMilli(parsed.value)) : parsed;
}

/** Superscripts and vulgar fractions would turn into plain digits when normalised: 5² is not 52. */
const DIGIT_LIKE = /[\p{No}\p{Nl}]/u;

function parseScaled(text: string, rules: Rules): Result<number, AmountError> {
  if (text.length > 64 || DIGIT_LIKE.test(text)) return err({ code: 'amount.notANumber' });
  const plain = withAsciiDigits(text).trim().replace(/[’`´]/g, "'").replace(/^−/, '-');
  const match = /^(-?) ?(?=.*\d)([\d.,٫٬' ]*)$/.exec(plain);
  if (!match) return err({ code: 'amount.notANumber' });
  const parts = splitNumber(match[2]!, findSeparators(rules.locale, text));
  if (!parts) return err({ code: 'amount.ambiguous' });
  if (parts.fraction.length > rules.decimals) {
    return err({ code: 'amount.tooManyDecimals', allowedDecimals: rules.decimals });
  }
  return inRange(`${match[1]}${parts.integer}${parts.fraction.padEnd(rules.decimals, '0')}`, rules);
}

function inRange(digits: string, { minimum, maximum }: Rules): Result<number, AmountError> {
  const value = Number(digits);
  const exact = Number.isSafeInteger(value) && value >= minimum && value <= maximum;
  return exact ? ok(value === 0 ? 0 : value) : err({ code: 'amount.outOfRange', minimum, maximum });
}

/** Integer and fraction digits, or null when a separator is not where this locale puts it. */
function splitNumber(number: string, separators: Separators): { integer: string; fraction: string } | null {
  const point = findDecimalPoint(number, separators);
  const integer = point === null ? number : number.slice(0, point);
  const fraction = point === null ? '' : number.slice(point + 1);
  if (/\D/.test(fraction)) return null;
  const ungrouped = ungroup(integer, separators);
  return ungrouped === null ? null : { integer: ungrouped, fraction };
}

/** The locale's own decimal sign; else a lone foreign one that cannot be grouping (12.50 on a French number pad). */
function findDecimalPoint(number: string, { decimal, groups }: Separators): number | null {
  const own = number.indexOf(decimal);
  if (own >= 0) return own;
  const foreign = /^\d*([.,٫])(?:\d{1,2}|\d{4,})$/.exec(number);
  return foreign && !groups.includes(foreign[1]!) ? number.indexOf(foreign[1]!) : null;
}

function ungroup(integer: string, { groups, primary, secondary }: Separators): string | null {
  if (/^\d*$/.test(integer)) return integer;
  const separator = /\D/.exec(integer)![0];
  if (!groups.includes(separator)) return null;
  const parts = integer.split(separator);
  const last = parts.at(-1)!;
  const first = parts[0]!;
  const middle = parts.slice(1, -1);
  const fits =
    /^[1-9]\d*$/.test(first) &&
    first.length <= secondary &&
    last.length === primary &&
    middle.every((part) => part.length === secondary) &&
    parts.every((part) => /^\d+$/.test(part));
  return fits ? parts.join('') : null;
}
