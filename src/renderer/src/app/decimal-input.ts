export interface Separators {
  decimal: string;
  group: string;
}

/** The locale's decimal and grouping signs. */
export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const find = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value;
  return { decimal: find('decimal') ?? '.', group: find('group') ?? ',' };
}

/** Typed text as a whole number of the smallest unit; undefined when it cannot be read exactly.
 *  Groups must be whole (1,234), so that a foreign decimal comma is refused rather than taken for thousands.
 *  `parseDecimal('12.5', 2, { decimal: '.', group: ',' })` → `1250` */
export function parseDecimal(
  text: string,
  exponent: number,
  { decimal, group }: Separators,
): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u2212]/g, (sign) => (sign === '\u2212' ? '-' : ''));
  const [whole = '', fraction = '', ...rest] = plain.split(decimal);
  const grouped = new RegExp(`^-?\\d{1,3}(${escapeSign(group)}\\d{3})+$`);
  const digits = grouped.test(whole) ? whole.replaceAll(group, '') : whole;
  if (rest.length > 0 || !/^-?\d+$/.test(digits) || !/^\d*$/.test(fraction) || fraction.length > exponent)
    return undefined;
  const value = Number(digits + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(value) ? value : undefined;
}

function escapeSign(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^\s$/, '');
}
