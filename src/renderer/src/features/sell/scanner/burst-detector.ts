import { characterOf, type KeyLayout, type KeyPress } from './code-characters.ts';
import { createSeparatorReader, GROUP_SEPARATOR } from './group-separator.ts';

/** How this device's scanner types; device.getScanner. */
export interface ScannerSettings {
  readonly prefix: string;
  readonly suffix: 'Enter' | 'Tab' | 'none';
  readonly maxKeyGapMs: number;
  readonly minLength: number;
  /** How its keys are read; by US positions where nothing is said. */
  readonly layout?: KeyLayout;
  /** The sign it sends for ASCII 29; empty when it types that some usual way, or not at all. */
  readonly groupSeparator?: string;
}

export interface TimedKey extends KeyPress {
  readonly timeMs: number;
  /** A key held down repeats as fast as a scanner types. */
  readonly repeat?: boolean;
  /** Ctrl, Alt or Meta is held: a shortcut, not a code. */
  readonly chord?: boolean;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
}

/** What one key meant. */
export type BurstEvent =
  /** Not a scanner, or not known to be one. */
  | { readonly kind: 'typing' }
  /** Might be a code's first key: remember what the fields hold before it lands. */
  | { readonly kind: 'began' }
  /** Faster than a hand types, so far. A hidden key is no character and must not reach the page. */
  | { readonly kind: 'going'; readonly hidden?: boolean }
  /** A whole code. The key that ended it must not reach the page. */
  | { readonly kind: 'scanned'; readonly code: string };

export interface BurstDetector {
  feed(key: TimedKey): BurstEvent;
  /** Called when no key came for a while: ends a code of a scanner that sends nothing after it. */
  idle(timeMs: number): BurstEvent;
  /** How long to wait before calling idle. */
  readonly idleAfterMs: number;
}

const TYPING: BurstEvent = { kind: 'typing' };
const MODIFIERS = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);
/** So many keys in a row faster than a hand: a scanner for certain, which a busy machine may hold up for a moment. */
const SURE_AFTER = 6;
const PATIENCE = 4;
/** Longer than any code: a stuck wedge must not grow without end. */
const LONGEST = 4000;

/** Tells a scanner's typing from a person's by the time between keys; holds no clock and no DOM. */
export function createBurstDetector(settings: ScannerSettings): BurstDetector {
  let text = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  const separatorOf = createSeparatorReader();
  const reset = () => {
    text = '';
    lastMs = Number.NEGATIVE_INFINITY;
  };
  const gapMs = () => (text.length >= SURE_AFTER ? settings.maxKeyGapMs * PATIENCE : settings.maxKeyGapMs);
  const takeCode = (): string | null => {
    const found = text.startsWith(settings.prefix) ? text.slice(settings.prefix.length) : '';
    reset();
    if (found.length < settings.minLength) return null;
    const substitute = settings.groupSeparator ?? '';
    return substitute === '' ? found : found.replaceAll(substitute, GROUP_SEPARATOR);
  };
  const finish = (): BurstEvent => {
    const code = takeCode();
    return code === null ? TYPING : { kind: 'scanned', code };
  };

  return {
    idleAfterMs: settings.maxKeyGapMs * PATIENCE + 20,
    feed(press) {
      if (MODIFIERS.has(press.key)) return text === '' ? TYPING : { kind: 'going' };
      const inTime = press.timeMs - lastMs <= gapMs();
      const part = text !== '' && inTime && !press.repeat ? separatorOf(press) : 'no';
      if (part !== 'no') {
        if (part === 'whole') text += GROUP_SEPARATOR;
        lastMs = press.timeMs;
        return { kind: 'going', hidden: true };
      }
      if (press.repeat || press.chord) {
        reset();
        return TYPING;
      }
      if (isTerminator(press.code)) {
        if (inTime) return finish();
        reset();
        return TYPING;
      }
      const character = characterOf(press, settings.layout);
      if (character === null) {
        reset();
        return TYPING;
      }
      const first = !inTime || text === '' || text.length >= LONGEST;
      text = first ? character : text + character;
      lastMs = press.timeMs;
      return { kind: first ? 'began' : 'going' };
    },
    idle(timeMs) {
      // With a suffix the keys' own times tell codes apart: a busy page hears keys late, and must not tear a code.
      if (settings.suffix !== 'none' || text === '' || timeMs - lastMs <= gapMs()) return TYPING;
      return finish();
    },
  };
}

/** Any of them ends a code in time: a scanner set to another suffix than the settings say still sells. */
function isTerminator(code: string): boolean {
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab';
}
