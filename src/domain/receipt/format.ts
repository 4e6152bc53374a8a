/** How amounts, quantities, rates and moments are written on paper. Deterministic for a given locale. */

export interface CurrencyFacts {
  readonly code: string;
  readonly exponent: number;
}

export type SymbolStyle = 'symbol' | 'code' | 'none';

/** Writes minor units exactly: the number goes to Intl as decimal text, never as a float.
 *  @param symbolStyle `none` leaves the currency out (columns of amounts)
 *  @throws RangeError if `amountMinor` is not a safe integer. */
export function formatMoney(
  amountMinor: number,
  currency: CurrencyFacts,
  locale: string,
  symbolStyle: SymbolStyle = 'symbol',
): string {
  const digits = { minimumFractionDigits: currency.exponent, maximumFractionDigits: currency.exponent };
  const style: Intl.NumberFormatOptions =
    symbolStyle === 'none'
      ? digits
      : { ...digits, style: 'currency', currency: currency.code, currencyDisplay: display(symbolStyle) };
  return plain(new Intl.NumberFormat(latin(locale), style).format(toDecimal(amountMinor, currency.exponent)));
}

function display(symbolStyle: SymbolStyle): 'narrowSymbol' | 'code' {
  return symbolStyle === 'code' ? 'code' : 'narrowSymbol';
}

/** 1000 → `1`, 1250 → `1.25`, written the locale's way. */
export function formatQuantity(quantityMilli: number, locale: string): string {
  const format = new Intl.NumberFormat(latin(locale), { maximumFractionDigits: 3 });
  return plain(format.format(toDecimal(quantityMilli, 3)));
}

/** 88750 → `8.875%`. */
export function formatRate(ratePpm: number, locale: string): string {
  const format = new Intl.NumberFormat(latin(locale), { style: 'percent', maximumFractionDigits: 4 });
  return plain(format.format(toDecimal(ratePpm, 6)));
}

/** The shop's wall clock at that moment, as date and time of day. */
export function formatMoment(atMs: number, zoneOffsetMinutes: number, locale: string): string {
  const format = new Intl.DateTimeFormat(latin(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: locale.startsWith('zh') ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    hourCycle: 'h23',
  });
  return plain(format.format(atMs + zoneOffsetMinutes * 60_000));
}

function toDecimal(value: number, exponent: number): Intl.StringNumericLiteral {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  const digits = Math.abs(value)
    .toString()
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? digits : `${whole}.${digits.slice(-exponent)}`;
  return `${value < 0 ? '-' : ''}${text}` as Intl.StringNumericLiteral;
}

/** Figures 0–9 whatever the locale: no till printer has any others. */
function latin(locale: string): string {
  return new Intl.Locale(locale, { numberingSystem: 'latn' }).toString();
}

/** Printers know one space and one minus; Intl uses several. */
function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/[\u061c\u200e\u200f]/g, '');
}
