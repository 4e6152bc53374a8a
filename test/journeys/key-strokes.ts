/** One key as Chromium's Input.dispatchKeyEvent wants it. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly windowsVirtualKeyCode: number;
  /** 2: Ctrl is held; 8: Shift is */
  readonly modifiers: number;
}

const CTRL = 2;
const SHIFT = 8;

/** ASCII 29, which no keyboard has: scanners type Ctrl+] from the factory. */
export const GROUP_SEPARATOR = '\u001d';

export const ENTER: KeyStroke = {
  key: 'Enter',
  code: 'Enter',
  text: '\r',
  windowsVirtualKeyCode: 13,
  modifiers: 0,
};

/** The key of a US keyboard, as scanners send it, for a character of a code. */
export function strokeFor(character: string): KeyStroke {
  if (/^[0-9]$/.test(character)) return plain(character, `Digit${character}`);
  if (/^[a-z]$/i.test(character)) {
    const shifted = character === character.toUpperCase();
    return { ...plain(character, `Key${character.toUpperCase()}`), modifiers: shifted ? SHIFT : 0 };
  }
  if (character === '-') return { ...plain('-', 'Minus'), windowsVirtualKeyCode: 189 };
  if (character === ']') return { ...plain(']', 'BracketRight'), windowsVirtualKeyCode: 221 };
  if (character === GROUP_SEPARATOR) return { ...strokeFor(']'), text: '', modifiers: CTRL };
  throw new Error(`a scanner of the tests has no key for "${character}"`);
}

function plain(character: string, code: string): KeyStroke {
  const windowsVirtualKeyCode = character.toUpperCase().charCodeAt(0);
  return { key: character, code, text: character, windowsVirtualKeyCode, modifiers: 0 };
}
