import { err, ok, type Result } from '../../shared/result.ts';
import { VERIFIABLE_LENGTHS } from './value-verifier.ts';

export type LabelValueKind = 'price' | 'weight' | 'count';

/** Where the parts of a 13-digit label stand; offsets count from 0. */
export interface LabelPattern {
  readonly prefix: string;
  readonly itemAt: number;
  readonly itemLength: number;
  readonly valueKind: LabelValueKind;
  readonly valueAt: number;
  readonly valueLength: number;
  /** The inner check digit over the value, or null where the label has none. */
  readonly verifierAt: number | null;
}

export type PatternFault =
  | 'length'
  | 'characters'
  | 'prefix'
  | 'item'
  | 'value'
  | 'verifier'
  | 'checkDigit'
  | 'decimals';

export const LABEL_LENGTH = 13;
/** Thousandths are what quantities are counted in. */
export const MOST_DECIMALS = 3;
const VALUE_LETTERS: Readonly<Record<string, LabelValueKind>> = { P: 'price', W: 'weight', N: 'count' };

/** Reads a pattern such as `20IIIIICPPPPX` (R30): leading digits are the prefix, then I item number, P price, W weight,
 *  N count, C check digit of the value, R ignored, and X, the check digit of the whole code, last. Each run of letters
 *  stands together and occurs once; R may stand anywhere. Errors: the first thing that is wrong. */
export function parsePattern(text: string): Result<LabelPattern, { readonly fault: PatternFault }> {
  const fault = (name: PatternFault) => err({ fault: name });
  if (text.length !== LABEL_LENGTH) return fault('length');
  const match = /^(\d*)([IPWNCR]*)(X?)$/.exec(text);
  if (!match) return fault('characters');
  const [, prefix = '', , end] = match;
  if (end !== 'X') return fault('checkDigit');
  if (prefix === '') return fault('prefix');
  const item = runOf(text, 'I');
  if (!item) return fault('item');
  const values = Object.keys(VALUE_LETTERS).filter((letter) => text.includes(letter));
  const letter = values[0] ?? '';
  const value = runOf(text, letter);
  if (values.length !== 1 || !value) return fault('value');
  const verifier = text.includes('C') ? runOf(text, 'C') : { at: -1, length: 0 };
  if (!verifier || verifier.length > 1) return fault('verifier');
  if (verifier.length === 1 && !VERIFIABLE_LENGTHS.includes(value.length)) return fault('verifier');
  return ok({
    prefix,
    itemAt: item.at,
    itemLength: item.length,
    valueKind: VALUE_LETTERS[letter] ?? 'price',
    valueAt: value.at,
    valueLength: value.length,
    verifierAt: verifier.length === 1 ? verifier.at : null,
  });
}

/** Prefixes that GS1 leaves to shops (02, 04, 20 to 29); any other belongs to a country's manufacturers (R32). */
export function isShopPrefix(prefix: string): boolean {
  return /^(?:02|04|2)/.test(prefix);
}

function runOf(text: string, letter: string): { readonly at: number; readonly length: number } | null {
  const at = text.indexOf(letter);
  if (at < 0) return null;
  const length = text.lastIndexOf(letter) - at + 1;
  return text.slice(at, at + length) === letter.repeat(length) ? { at, length } : null;
}
