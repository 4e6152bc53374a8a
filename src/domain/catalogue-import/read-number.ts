import { err, ok, type Result } from '../../shared/result.ts';
import type { DecimalStyle } from './types.ts';

export type NumberFault =
  | 'import.badNumber'
  | 'import.negativeNumber'
  | 'import.tooManyDecimals'
  | 'import.numberTooLarge';

export interface NumberFormat {
  readonly style: DecimalStyle;
  /** Decimals of the answer's unit: 2 reads 1.99 as 199. */
  readonly decimals: number;
  readonly negativeAllowed?: boolean;
  /** What happens to digits beyond `decimals`: refused, or rounded half away from zero. */
  readonly extraDigits: 'refuse' | 'round';
}

const maxScaled = 1_000_000_000_000n;
/** Currency signs, a currency's letters, blanks, and the apostrophe as Switzerland groups thousands. */
const ornaments =
  /\p{Sc}|^\p{Lu}{2,4}\.?(?=[\s\d-])|(?<=[\d\s])(?:\p{Lu}{3}|kr|zł|Kč|Ft|元|円)\.?$|\s|['’]/gu;

const shapes = {
  point: /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/,
  comma: /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/,
} as const;

/** Reads a written amount as a whole number of its smallest units, without passing through a float:
 *  `1.234,50 €` in comma style with 2 decimals is 123450. */
export function readNumber(text: string, format: NumberFormat): Result<number, NumberFault> {
  if (text.length > 64) return err('import.badNumber');
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(ornaments, '')
    .replace('\u2212', '-')
    .replace(/^([.,]\d)/, '0$1');
  const match = shapes[format.style].exec(bare);
  if (match === null) return err('import.badNumber');
  const whole = (match[2] ?? '').replace(/[.,]/g, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > format.decimals && format.extraDigits === 'refuse')
    return err('import.tooManyDecimals');
  const scaled = scale(whole, fraction, format.decimals);
  if (scaled > maxScaled) return err('import.numberTooLarge');
  if (match[1] !== '-' || scaled === 0n) return ok(Number(scaled));
  return format.negativeAllowed === true ? ok(-Number(scaled)) : err('import.negativeNumber');
}

function scale(whole: string, fraction: string, decimals: number): bigint {
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const roundUp = (fraction[decimals] ?? '0') >= '5';
  return BigInt(whole + kept) + (roundUp ? 1n : 0n);
}
