import { type CurrencyCode, currencyExponent } from '../../shared/values/currency.ts';
import { type Minor, minor } from '../../shared/values/money.ts';
import { roundCash } from './cash-rounding.ts';

/** Banknotes in major units, rare ones left out. */
const NOTES: Readonly<Record<string, readonly number[]>> = {
  AUD: [5, 10, 20, 50, 100],
  BRL: [2, 5, 10, 20, 50, 100, 200],
  CAD: [5, 10, 20, 50, 100],
  CHF: [10, 20, 50, 100, 200],
  CNY: [1, 5, 10, 20, 50, 100],
  CZK: [100, 200, 500, 1000, 2000, 5000],
  DKK: [50, 100, 200, 500],
  EUR: [5, 10, 20, 50, 100, 200],
  GBP: [5, 10, 20, 50],
  HUF: [500, 1000, 2000, 5000, 10000, 20000],
  INR: [10, 20, 50, 100, 200, 500],
  JPY: [1000, 5000, 10000],
  KRW: [1000, 5000, 10000, 50000],
  KWD: [1, 5, 10, 20],
  MXN: [20, 50, 100, 200, 500],
  NOK: [50, 100, 200, 500, 1000],
  NZD: [5, 10, 20, 50, 100],
  PLN: [10, 20, 50, 100, 200],
  SEK: [20, 50, 100, 200, 500],
  USD: [1, 5, 10, 20, 50, 100],
};

/** 1, 2, 5 over six decades: near enough to any currency's notes. */
const ANY_NOTES = [0, 1, 2, 3, 4, 5].flatMap((decade) => [1, 2, 5].map((digit) => digit * 10 ** decade));

const MOST_AMOUNTS = 5;

/** Amounts a cashier is likely to be handed: the exact due in cash, then the next amounts made of one kind of note,
 *  ascending, five at most.
 *  @param dueMinor   minor units, ≥ 0; a due of 0 offers only 0
 *  @param stepMinor  smallest coin, 1 for no rounding
 *  @throws RangeError for an unknown currency. */
export function quickCashAmounts(dueMinor: Minor, currency: CurrencyCode, stepMinor: number): Minor[] {
  const exact = roundCash(dueMinor, stepMinor);
  if (exact <= 0) return [exact];
  const unit = 10 ** currencyExponent(currency);
  const notes = Object.hasOwn(NOTES, currency) ? NOTES[currency]! : ANY_NOTES;
  const nextOfEach = usefulNotes(notes, exact / unit).map(
    (note) => Math.ceil(exact / (note * unit)) * note * unit,
  );
  const ascending = [...new Set([exact, ...nextOfEach])].sort((a, b) => a - b);
  return ascending.slice(0, MOST_AMOUNTS).map(minor);
}

/** Nobody pays with more than twenty of one note, unless there is none larger. */
function usefulNotes(notes: readonly number[], due: number): readonly number[] {
  const useful = notes.filter((note) => note * 20 >= due);
  return useful.length > 0 ? useful : notes.slice(-1);
}
