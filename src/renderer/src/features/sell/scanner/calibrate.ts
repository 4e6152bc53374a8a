import type { ScannerSettings, TimedKey } from './burst-detector.ts';
import { characterOf, type KeyLayout } from './code-characters.ts';
import { createSeparatorReader, GROUP_SEPARATOR } from './group-separator.ts';

/** One trial scan, every key of it. */
export type TrialScan = readonly TimedKey[];

export const TRIAL_SCANS = 3;
/** A pause this long ends a trial scan. */
export const TRIAL_ENDS_MS = 300;
const SLOWEST_SCANNER_MS = 120;
const LONGEST_PREFIX = 8;
/** ISO/IEC 15424, at the end of what stands before a code. */
const SYMBOLOGY = /\][A-Za-z][0-9A-Za-z]$/;

export type CalibrationFault = 'tooSlow' | 'different' | 'tooShort';

/** Beside the settings: what else the scans told. */
export interface Heard {
  /** The scanner says before each code which kind it is (`]C1`); the till reads that by itself. */
  readonly symbology: boolean;
  /** How ASCII 29 came: typed, as another sign, or not at all, which a code without fields needs not. */
  readonly separator: 'typed' | 'substitute' | 'none';
}

/** Settings found from scans of one and the same code, or why they do not tell.
 *  @param printed  the code as printed under the bars, if the person typed it: tells the prefix from the code, the
 *                  layout by its letters, and by the brackets of a GS1 code the sign that stands for ASCII 29. */
export function calibrate(
  scans: readonly TrialScan[],
  printed: string,
): { settings: ScannerSettings; heard: Heard } | { fault: CalibrationFault } {
  const code = printed.trim().replace(/\((\d{2,4})\)/g, '$1');
  const layout = layoutOf(scans, code);
  const texts = scans.map((scan) => textOf(scan, layout));
  const sent = texts[0] ?? '';
  if (sent.length < 3) return { fault: 'tooShort' };
  if (texts.some((other) => other !== sent)) return { fault: 'different' };
  const slowestMs = Math.max(...scans.map(slowestGapMs));
  if (slowestMs > SLOWEST_SCANNER_MS) return { fault: 'tooSlow' };
  const groupSeparator = substituteOf(sent, code);
  const typed = sent.includes(GROUP_SEPARATOR);
  const text = sent.replaceAll(GROUP_SEPARATOR, '').replaceAll(groupSeparator || GROUP_SEPARATOR, '');
  const before = code !== '' && text.endsWith(code) ? text.slice(0, text.length - code.length) : '';
  const prefix = before.replace(SYMBOLOGY, '');
  return {
    settings: {
      prefix: prefix.slice(0, LONGEST_PREFIX),
      suffix: suffixOf(scans),
      // Twice the slowest seen leaves room for a busy moment; no hand types 20 characters below 25 ms each.
      maxKeyGapMs: Math.min(200, Math.max(25, Math.ceil(slowestMs * 2))),
      minLength: Math.max(2, Math.min(4, text.length - before.length)),
      layout,
      groupSeparator,
    },
    heard: {
      symbology: SYMBOLOGY.test(before) || /^\][A-Za-z]\d/.test(text),
      separator: typed ? 'typed' : groupSeparator === '' ? 'none' : 'substitute',
    },
  };
}

/** By US positions unless only the computer's layout gives the code that is printed. */
function layoutOf(scans: readonly TrialScan[], code: string): KeyLayout {
  const scan = scans[0] ?? [];
  const reads = (layout: KeyLayout) => plain(textOf(scan, layout)).endsWith(plain(code));
  return code !== '' && !reads('us') && reads('page') ? 'page' : 'us';
}

/** Letters and digits alone: signs are what a substitute hides among. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '');
}

/** The one sign that, left out, makes the sent text end with the printed code; empty when none is needed or does. */
function substituteOf(sent: string, code: string): string {
  if (code === '' || sent.replaceAll(GROUP_SEPARATOR, '').endsWith(code)) return '';
  const signs = new Set(sent.match(/[^A-Za-z0-9\u001d]/g));
  return [...signs].find((sign) => sent.replaceAll(sign, '').endsWith(code)) ?? '';
}

function textOf(scan: TrialScan, layout: KeyLayout): string {
  const separatorOf = createSeparatorReader();
  return scan
    .map((key, at) => {
      const part = at === 0 ? 'no' : separatorOf(key);
      if (part !== 'no') return part === 'whole' ? GROUP_SEPARATOR : '';
      return characterOf(key, layout) ?? '';
    })
    .join('');
}

function slowestGapMs(scan: TrialScan): number {
  const gaps = scan.slice(1).map((key, index) => key.timeMs - (scan[index]?.timeMs ?? key.timeMs));
  return Math.max(0, ...gaps);
}

function suffixOf(scans: readonly TrialScan[]): ScannerSettings['suffix'] {
  const ends = scans.map((scan) => scan.at(-1)?.code);
  if (ends.every((end) => end === 'Enter' || end === 'NumpadEnter')) return 'Enter';
  return ends.every((end) => end === 'Tab') ? 'Tab' : 'none';
}
