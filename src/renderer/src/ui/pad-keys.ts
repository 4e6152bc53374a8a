/** What a number pad emits; the decimal key stands for whichever separator the locale uses. */
export type PadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '00'
  | 'decimal'
  | 'backspace'
  | 'clear';

export interface PadRules {
  decimalSeparator: string;
  /** Decimals the unit has: 2 for euro, 0 for yen, 3 for weight. */
  maxDecimals: number;
  maxLength?: number;
}

/** The text after one press: refuses a second separator, excess decimals and leading zeros.
 *  `applyPadKey('12', 'decimal', { decimalSeparator: '.', maxDecimals: 2 })` → `'12.'` */
export function applyPadKey(text: string, key: PadKey, rules: PadRules): string {
  if (key === 'clear') return '';
  if (key === 'backspace') return text.slice(0, -1);
  const next = key === 'decimal' ? withSeparator(text, rules) : withDigits(text, key, rules);
  return next.length > (rules.maxLength ?? 12) ? text : next;
}

function withSeparator(text: string, { decimalSeparator, maxDecimals }: PadRules): string {
  if (maxDecimals === 0 || text.includes(decimalSeparator)) return text;
  return `${text === '' ? '0' : text}${decimalSeparator}`;
}

function withDigits(text: string, digits: string, { decimalSeparator, maxDecimals }: PadRules): string {
  const point = text.indexOf(decimalSeparator);
  if (point >= 0) {
    const room = maxDecimals - (text.length - point - decimalSeparator.length);
    return text + digits.slice(0, Math.max(0, room));
  }
  const whole = (text + digits).replace(/^0+(?=\d)/, '');
  return whole;
}
