import { parseDecimal, separatorsOf } from '../../app/decimal-input.ts';
import { decimalText } from '../../ui/index.ts';

const PERCENT_DECIMALS = 4;
const WHOLE_PPM = 1_000_000;

/** A percentage as typed → parts a million; undefined for what is none or is above 100 %. `parseRate('8.875', 'en')` → `88750` */
export function parseRate(text: string, locale: string): number | undefined {
  const ppm = parseDecimal(text.replace('%', ''), PERCENT_DECIMALS, separatorsOf(locale));
  return ppm !== undefined && ppm >= 0 && ppm <= WHOLE_PPM ? ppm : undefined;
}

/** Parts a million → the percentage to edit. `rateText(200000, 'en')` → `'20'` */
export function rateText(ppm: number, locale: string): string {
  const plain = decimalText(ppm, PERCENT_DECIMALS).replace(/\.?0+$/, '');
  return plain.replace('.', separatorsOf(locale).decimal);
}
