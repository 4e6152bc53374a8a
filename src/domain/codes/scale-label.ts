import { gtinCheckDigit } from '../../shared/values/barcode.ts';
import { LABEL_LENGTH, type LabelPattern } from './label-pattern.ts';
import { valueVerifier } from './value-verifier.ts';

/** One kind of label a shop's scales print. */
export interface LabelTemplate {
  readonly id: string;
  readonly name: string;
  readonly pattern: LabelPattern;
  /** How many of the value's digits stand behind the decimal sign: kilograms, currency units or pieces. */
  readonly decimals: number;
  /** What a wrong check digit does: some scales print them wrong for years (R32). */
  readonly badCheck: 'refuse' | 'warn';
}

export interface LabelReading<T extends LabelTemplate = LabelTemplate> {
  readonly template: T;
  /** The 13 digits; a 12-digit code has got its leading 0. */
  readonly code: string;
  readonly itemNumber: string;
  /** The value's digits as a whole number. */
  readonly value: number;
  readonly checkDigitRight: boolean;
  /** True as well where the label has no inner check digit. */
  readonly verifierRight: boolean;
}

/** Reads a code by the template with the longest fitting prefix (R30); null when none fits. Check digits are judged,
 *  not enforced: what a wrong one means is the template's `badCheck`. */
export function readLabel<T extends LabelTemplate>(
  text: string,
  templates: readonly T[],
): LabelReading<T> | null {
  const code = /^\d{12}$/.test(text) ? `0${text}` : text;
  if (!/^\d{13}$/.test(code)) return null;
  const template = templates
    .filter(({ pattern }) => code.startsWith(pattern.prefix))
    .toSorted((a, b) => b.pattern.prefix.length - a.pattern.prefix.length)[0];
  if (!template) return null;
  const { itemAt, itemLength, valueAt, valueLength, verifierAt } = template.pattern;
  const digits = code.slice(valueAt, valueAt + valueLength);
  return {
    template,
    code,
    itemNumber: code.slice(itemAt, itemAt + itemLength),
    value: Number(digits),
    checkDigitRight: gtinCheckDigit(code.slice(0, -1)) === Number(code.at(-1)),
    verifierRight: verifierAt === null || valueVerifier(digits) === Number(code[verifierAt]),
  };
}

/** Writes the label a scale would print; ignored digits are 0.
 *  @throws RangeError when the item number or the value does not fit. */
export function formatLabel(pattern: LabelPattern, itemNumber: string, value: number): string {
  const item = itemNumber.padStart(pattern.itemLength, '0');
  const digits = String(value).padStart(pattern.valueLength, '0');
  if (!/^\d+$/.test(item) || item.length !== pattern.itemLength)
    throw new RangeError('the item number does not fit');
  if (!/^\d+$/.test(digits) || digits.length !== pattern.valueLength)
    throw new RangeError('the value does not fit');
  const places = [...pattern.prefix.padEnd(LABEL_LENGTH - 1, '0')];
  places.splice(pattern.itemAt, item.length, ...item);
  places.splice(pattern.valueAt, digits.length, ...digits);
  if (pattern.verifierAt !== null) places[pattern.verifierAt] = String(valueVerifier(digits));
  const body = places.join('');
  return `${body}${gtinCheckDigit(body)}`;
}

/** What a product may be recorded under for its labels, in the order they are tried: the item number as printed, without
 *  its leading zeros, and the label with a value of nought (other programs keep that one). */
export function itemKeys({ template, itemNumber }: LabelReading): {
  readonly own: readonly string[];
  readonly gtin14: string;
} {
  const short = itemNumber.replace(/^0+(?=\d)/, '');
  const own = short === itemNumber ? [itemNumber] : [itemNumber, short];
  return { own, gtin14: formatLabel(template.pattern, itemNumber, 0).padStart(14, '0') };
}

/** The template among `others` that no scan could tell from this one: longer prefixes win, equal ones cannot. */
export function findClash<T extends { readonly pattern: LabelPattern }>(
  pattern: LabelPattern,
  others: readonly T[],
): T | null {
  return others.find((other) => other.pattern.prefix === pattern.prefix) ?? null;
}
