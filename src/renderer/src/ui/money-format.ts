export interface MoneyStyle {
  /** ISO 4217, e.g. "GBP". */
  currency: string;
  /** Decimals of one unit: 2 for pound, 0 for yen, 3 for dinar. */
  exponent: number;
  /** BCP 47, e.g. "en-GB". */
  locale: string;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Minor units as a text in the locale's way, exact at any size, with a real minus sign.
 *  `formatMoneyMinor(270100, { currency: 'GBP', exponent: 2, locale: 'en-GB' })` → `'£2,701.00'` */
export function formatMoneyMinor(minor: number, style: MoneyStyle): string {
  const parts = formatterOf(style).formatToParts(
    decimalText(minor, style.exponent) as Intl.StringNumericLiteral,
  );
  return parts.map((part) => (part.type === 'minusSign' ? '\u2212' : part.value)).join('');
}

/** Minor units as plain decimal text, built from digits so that no float rounds it. `decimalText(-5, 2)` → `'-0.05'` */
export function decimalText(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

function formatterOf({ currency, exponent, locale }: MoneyStyle): Intl.NumberFormat {
  const key = `${locale} ${currency} ${exponent}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  formatters.set(key, made);
  return made;
}
