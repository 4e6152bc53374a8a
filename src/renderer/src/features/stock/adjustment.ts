import type { CallInput } from '../../../../shared/contract/index.ts';

export type Change = CallInput<'stock.adjust'>['change'];
export type Reason = CallInput<'stock.adjust'>['reason'];
export type AdjustKind = 'add' | 'take' | 'counted';

/** The reasons that fit each kind of adjustment, the usual one first. */
export const REASONS: Readonly<Record<AdjustKind, readonly Reason[]>> = {
  add: ['delivery', 'found', 'correction'],
  take: ['damaged', 'lost', 'ownUse', 'correction'],
  counted: ['count', 'correction'],
};

const MOST_MILLI = 10_000_000_000;

export type Adjustment = { kind: 'ready'; change: Change } | { kind: 'fault'; reason: 'needed' | 'tooMuch' };

/** What was typed as the engine takes it. Counting to nothing is a count; adding nothing is not an addition. */
export function toChange(kind: AdjustKind, quantityMilli: number | null): Adjustment {
  const least = kind === 'counted' ? 0 : 1;
  if (quantityMilli === null || quantityMilli < least) return { kind: 'fault', reason: 'needed' };
  if (quantityMilli > MOST_MILLI) return { kind: 'fault', reason: 'tooMuch' };
  if (kind === 'counted') return { kind: 'ready', change: { kind: 'countedTo', quantityMilli } };
  const signed = kind === 'add' ? quantityMilli : -quantityMilli;
  return { kind: 'ready', change: { kind: 'by', quantityMilli: signed } };
}
