/** One pressed key, as far as a scanner's typing needs it. */
export interface KeyPress {
  /** KeyboardEvent.key: what the layout makes of it. */
  readonly key: string;
  /** KeyboardEvent.code: where the key sits, whatever the layout or input method. */
  readonly code: string;
  readonly shift: boolean;
}

/** Where a US keyboard, which scanners imitate from the factory, has its signs: plain and with Shift. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** Scanners imitate a US keyboard from the factory; one that was set to the computer's own layout is read by it. */
export type KeyLayout = 'us' | 'page';

/** The character a scanner meant by a key; null for keys that are no characters.
 *  Letters and signs go by position: a French layout or a Chinese input method does not spoil them. A digit is a digit
 *  if either the layout or the position says so, since a scanner set to French types its digits with Shift. */
export function characterOf({ key, code, shift }: KeyPress, layout: KeyLayout = 'us'): string | null {
  if (layout === 'page') return key.length === 1 ? key : null;
  if (/^[0-9]$/.test(key)) return key;
  const digit = /^(Digit|Numpad)([0-9])$/.exec(code);
  if (digit)
    return shift && digit[1] === 'Digit' ? (SHIFTED_DIGITS[Number(digit[2])] ?? null) : (digit[2] ?? null);
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const signs = SIGNS[code];
  if (signs) return signs[shift ? 1 : 0];
  // A device that sends no positions (some virtual keyboards) still says its characters.
  return code === '' && key.length === 1 ? key : null;
}
