import { createCsvReader } from './csv-rows.ts';
import type { DecimalStyle } from './types.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

/** The delimiter that cuts the first lines of a file into the most columns of steady number. */
export function sniffDelimiter(sample: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = scoreOf(sample, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const rows = createCsvReader({ delimiter })
    .push(`${sample.slice(0, 65_536)}\n`)
    .slice(0, 50);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  const steady = rows.filter((row) => row.cells.length === width).length / rows.length;
  return steady * steady * Math.log2(width + 1);
}

const pointNumber = /(?:^|[^\d.,])\d{1,3}(?:,\d{3})+\.\d+$|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$|,\d{3}\.\d/;
const commaNumber = /(?:^|[^\d.,])\d{1,3}(?:\.\d{3})+,\d+$|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$|\.\d{3},\d/;

/** Whether the amounts of a file are written 1,234.50 or 1.234,50. `1,234` alone proves nothing and has no vote;
 *  without any vote a file cut at semicolons is taken to use the comma, as spreadsheets of comma countries write. */
export function sniffDecimalStyle(amounts: Iterable<string>, delimiter: Delimiter): DecimalStyle {
  let balance = 0;
  for (const amount of amounts) {
    const text = amount.trim();
    if (pointNumber.test(text)) balance++;
    else if (commaNumber.test(text)) balance--;
  }
  if (balance !== 0) return balance > 0 ? 'point' : 'comma';
  return delimiter === ';' ? 'comma' : 'point';
}
