import { MAX_INPUT_MINOR, type Minor, minor, multiplyRatio } from '../../shared/values/money.ts';
import { WHOLE_PPM } from '../../shared/values/tax-rate.ts';

export type PriceEnding = 'any' | '99' | '95' | '00';

/** One change for many prices. A percentage is in ppm (100 % = 1 000 000), signed as the amount is. */
export interface PriceChange {
  readonly how:
    | { readonly kind: 'set'; readonly priceMinor: number }
    | { readonly kind: 'amount'; readonly amountMinor: number }
    | { readonly kind: 'percent'; readonly ppm: number };
  readonly ending: PriceEnding;
}

export type ChangedPrice =
  | { readonly kind: 'price'; readonly priceMinor: Minor }
  /** There is no price to add to; it is asked for at the first scan. */
  | { readonly kind: 'withoutPrice' }
  /** Below zero, or beyond what a price can be. */
  | { readonly kind: 'impossible' };

/** A price after the change, rounded once, then moved to the nearest price with the ending (halfway: up).
 *  @param priceMinor  null: the product has none yet
 *  @param exponent    decimals of the currency */
export function changePrice(priceMinor: number | null, change: PriceChange, exponent: number): ChangedPrice {
  const { how, ending } = change;
  if (priceMinor === null && how.kind !== 'set') return { kind: 'withoutPrice' };
  const plain = plainPrice(priceMinor ?? 0, how);
  if (plain < 0 || plain > MAX_INPUT_MINOR) return { kind: 'impossible' };
  const ended = withEnding(plain, ending, exponent);
  return ended > MAX_INPUT_MINOR ? { kind: 'impossible' } : { kind: 'price', priceMinor: minor(ended) };
}

function plainPrice(priceMinor: number, how: PriceChange['how']): number {
  if (how.kind === 'set') return how.priceMinor;
  if (how.kind === 'amount') return priceMinor + how.amountMinor;
  return multiplyRatio(minor(priceMinor), WHOLE_PPM + how.ppm, WHOLE_PPM, 'half-away-from-zero');
}

/** The nearest price, never below zero, that ends so: 4.20 with '99' is 3.99, 4.60 is 4.99. Where money has no decimals
 *  the last two digits count: ¥1,230 with '99' is ¥1,199. */
function withEnding(priceMinor: number, ending: PriceEnding, exponent: number): number {
  if (ending === 'any') return priceMinor;
  const unit = exponent < 2 ? 100 : 10 ** exponent;
  const part = (Number(ending) * unit) / 100;
  const below = Math.floor((priceMinor - part) / unit) * unit + part;
  const above = below + unit;
  return below < 0 || above - priceMinor <= priceMinor - below ? above : below;
}
