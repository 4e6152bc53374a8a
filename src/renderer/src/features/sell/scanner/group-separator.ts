import type { TimedKey } from './burst-detector.ts';

/** ASCII 29, which ends fields of GS1 codes. No keyboard has it, so scanners type it in ways of their own. */
export const GROUP_SEPARATOR = '\u001d';

export type SeparatorPart = 'no' | 'part' | 'whole';

/** Hears ASCII 29 in the ways scanners type it: Ctrl+], F8, Alt with 029 on the number pad, or as a key of its own.
 *  `part` is a key on the way there. Only asked in the middle of a burst: alone these keys are a person's. */
export function createSeparatorReader(): (press: TimedKey) => SeparatorPart {
  let typed = '';
  return (press) => {
    const { key, code, ctrl = false, alt = false } = press;
    if (key === 'Control' || key === 'Alt') {
      typed = '';
      return 'part';
    }
    if (alt && !ctrl) {
      const digit = /^(?:Numpad|Digit)(\d)$/.exec(code)?.[1];
      typed = digit === undefined ? '' : (typed + digit).slice(-4);
      if (!/^0{0,2}29$/.test(typed)) return digit === undefined ? 'no' : 'part';
      typed = '';
      return 'whole';
    }
    typed = '';
    if (key === GROUP_SEPARATOR) return 'whole';
    if (ctrl) return !alt && (key === ']' || code === 'BracketRight') ? 'whole' : 'no';
    return key === 'F8' ? 'whole' : 'no';
  };
}
