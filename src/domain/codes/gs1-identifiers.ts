import { gtinCheckDigit } from '../../shared/values/barcode.ts';

/** What a value looks like: digits, or the 82 characters GS1 allows. */
interface Format {
  readonly value: RegExp;
  /** The last digit is a check digit over those before it. */
  readonly checked?: boolean;
  readonly date?: boolean;
}

const TEXT = `[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]`;
const digits = (from: number, to = from): Format => ({ value: new RegExp(`^\\d{${from},${to}}$`) });
const text = (to: number, lead = 0): Format => ({
  value: new RegExp(`^\\d{${lead}}${TEXT}{${lead ? 0 : 1},${to}}$`),
});
const checked = (length: number): Format => ({ ...digits(length), checked: true });
const date: Format = { ...digits(6), date: true };

/** Application identifiers (R33 and those that stand beside them on goods); `n` is a digit that counts decimals. */
const FORMATS: Readonly<Record<string, Format>> = {
  '00': checked(18),
  '01': checked(14),
  '02': checked(14),
  10: text(20),
  11: date,
  12: date,
  13: date,
  15: date,
  16: date,
  17: date,
  20: digits(2),
  21: text(20),
  22: text(20),
  235: text(28),
  240: text(30),
  241: text(30),
  242: digits(1, 6),
  243: text(20),
  250: text(30),
  251: text(30),
  253: text(17, 13),
  254: text(20),
  255: digits(13, 25),
  30: digits(1, 8),
  37: digits(1, 8),
  '390n': digits(1, 15),
  '391n': digits(4, 18),
  '392n': digits(1, 15),
  '393n': digits(4, 18),
  '394n': digits(4),
  '395n': digits(6),
  400: text(30),
  401: text(30),
  402: digits(17),
  403: text(30),
  410: checked(13),
  411: checked(13),
  412: checked(13),
  413: checked(13),
  414: checked(13),
  415: checked(13),
  416: checked(13),
  417: checked(13),
  420: text(20),
  421: text(9, 3),
  422: digits(3),
  423: digits(3, 15),
  424: digits(3),
  425: digits(3, 15),
  426: digits(3),
  7003: digits(10),
  7007: digits(6, 12),
  8001: digits(14),
  8002: text(20),
  8003: text(16, 14),
  8004: text(30),
  8005: digits(6),
  8006: digits(18),
  8007: text(34),
  8008: digits(8, 12),
  8018: checked(18),
  8020: text(25),
  8200: text(70),
  90: text(30),
};

/** By their first two digits: these values end by their length and need no separator after them. */
const SET_LENGTHS: Readonly<Record<string, number>> = {
  '00': 18,
  '01': 14,
  '02': 14,
  '03': 14,
  '04': 16,
  11: 6,
  12: 6,
  13: 6,
  14: 6,
  15: 6,
  16: 6,
  17: 6,
  18: 6,
  19: 6,
  20: 2,
  31: 6,
  32: 6,
  33: 6,
  34: 6,
  35: 6,
  36: 6,
  41: 13,
};

const MEASURES = /^3(?:1[0-6]|2\d|3[0-7]|4\d|5[0-7]|6\d)\d$/;

/** The identifier that `text` begins with at `at`; null when it begins with none we know. */
export function identifierAt(text: string, at: number): string | null {
  for (const length of [2, 3, 4]) {
    const ai = text.slice(at, at + length);
    if (formatOf(ai)) return ai;
  }
  return null;
}

export function formatOf(ai: string): Format | null {
  if (!/^\d{2,4}$/.test(ai)) return null;
  if (MEASURES.test(ai)) return digits(6);
  if (/^39[0-5]\d$/.test(ai)) return FORMATS[`${ai.slice(0, 3)}n`] ?? null;
  if (/^9[1-9]$/.test(ai)) return text(90);
  return FORMATS[ai] ?? null;
}

/** The length after which a value ends by itself (of a four-digit measure too), or null where a separator ends it. */
export function setLengthOf(ai: string): number | null {
  return SET_LENGTHS[ai.slice(0, 2)] ?? null;
}

export type ValueFault = 'value' | 'checkDigit';

/** Whether a value may stand after its identifier; dates are judged where they are read. */
export function checkValue(ai: string, value: string): ValueFault | null {
  const format = formatOf(ai);
  if (!format?.value.test(value)) return 'value';
  if (!format.checked) return null;
  return gtinCheckDigit(value.slice(0, -1)) === Number(value.at(-1)) ? null : 'checkDigit';
}
