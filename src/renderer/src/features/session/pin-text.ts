import type { PadKey } from '../../ui/index.ts';

/** The longest PIN there may be, and the shortest. */
export const PIN_LENGTH = { shortest: 4, longest: 8 } as const;

/** The PIN after one key of the pad. Zeros in front count, unlike in amounts. `pressPin('0', '7')` → `'07'` */
export function pressPin(typed: string, key: PadKey): string {
  if (key === 'clear') return '';
  if (key === 'backspace') return typed.slice(0, -1);
  return /^\d+$/.test(key) && typed.length < PIN_LENGTH.longest ? typed + key : typed;
}

/** Whether this could be somebody's PIN, so that Enter has something to send. */
export function isWholePin(typed: string): boolean {
  return /^\d+$/.test(typed) && typed.length >= PIN_LENGTH.shortest && typed.length <= PIN_LENGTH.longest;
}

/** What is wrong with a new PIN, before the engine judges it: digits only, 4 to 8 of them. Empty is none. */
export function pinProblem(typed: string): 'digitsOnly' | 'length' | null {
  if (typed === '') return null;
  if (!/^\d+$/.test(typed)) return 'digitsOnly';
  return isWholePin(typed) ? null : 'length';
}
