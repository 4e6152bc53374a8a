import type { TFunction } from 'i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';

export type Correction = CallOutput<'product.search'>['corrected'][number];

/** The words searched for in place of those typed: "chocolate or chocolates milk". */
export function correctedText(t: TFunction, corrected: readonly Correction[]): string {
  const meant = new Map<string, string[]>();
  for (const { from, to } of corrected) meant.set(from, [...(meant.get(from) ?? []), to]);
  return [...meant.values()].map((words) => words.join(` ${t('common:corrected.or')} `)).join(' ');
}
