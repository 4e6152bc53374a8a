import type { ScannerSettings, TimedKey } from './burst-detector.ts';
import { characterOf } from './code-characters.ts';

/** One trial scan, every key of it. */
export type TrialScan = readonly TimedKey[];

export const TRIAL_SCANS = 3;
/** A pause this long ends a trial scan. */
export const TRIAL_ENDS_MS = 300;
const SLOWEST_SCANNER_MS = 120;
const LONGEST_PREFIX = 8;

export type CalibrationFault = 'tooSlow' | 'different' | 'tooShort';

/** Settings found from scans of one and the same code, or why they do not tell.
 *  @param printed  the code as printed under the bars, if the person typed it: tells the prefix from the code. */
export function calibrate(
  scans: readonly TrialScan[],
  printed: string,
): { settings: ScannerSettings } | { fault: CalibrationFault } {
  const texts = scans.map(textOf);
  const text = texts[0] ?? '';
  if (text.length < 3) return { fault: 'tooShort' };
  if (texts.some((other) => other !== text)) return { fault: 'different' };
  const slowestMs = Math.max(...scans.map(slowestGapMs));
  if (slowestMs > SLOWEST_SCANNER_MS) return { fault: 'tooSlow' };
  const code = printed.trim();
  const prefixLength = code !== '' && text.endsWith(code) ? text.length - code.length : 0;
  return {
    settings: {
      prefix: text.slice(0, Math.min(prefixLength, LONGEST_PREFIX)),
      suffix: suffixOf(scans),
      // Twice the slowest seen leaves room for a busy moment; no hand types 20 characters below 25 ms each.
      maxKeyGapMs: Math.min(200, Math.max(25, Math.ceil(slowestMs * 2))),
      minLength: Math.min(4, text.length - prefixLength),
    },
  };
}

function textOf(scan: TrialScan): string {
  return scan.map((key) => characterOf(key) ?? '').join('');
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
