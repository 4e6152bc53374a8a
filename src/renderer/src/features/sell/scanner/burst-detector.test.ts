import { describe, expect, it } from 'vitest';
import {
  type BurstEvent,
  createBurstDetector,
  type ScannerSettings,
  type TimedKey,
} from './burst-detector.ts';

const SETTINGS: ScannerSettings = { prefix: '', suffix: 'Enter', maxKeyGapMs: 35, minLength: 4 };
const MILK = '5000112637922';

/** Keys of a text on a US keyboard, `gapMs` apart. */
function keys(
  text: string,
  gapMs: number,
  startMs = 0,
  change: (key: TimedKey) => TimedKey = (key) => key,
): TimedKey[] {
  return [...text].map((char, index) => {
    const code = /\d/.test(char)
      ? `Digit${char}`
      : char === '\n'
        ? 'Enter'
        : char === '\t'
          ? 'Tab'
          : `Key${char.toUpperCase()}`;
    const key = char === '\n' ? 'Enter' : char === '\t' ? 'Tab' : char;
    return change({ key, code, shift: /[A-Z]/.test(char), timeMs: startMs + index * gapMs });
  });
}

function feedAll(
  pressed: readonly TimedKey[],
  settings: Partial<ScannerSettings> = {},
  detector = createBurstDetector({ ...SETTINGS, ...settings }),
) {
  const events = pressed.map((key) => detector.feed(key));
  return { events, codes: codesOf(events), detector };
}
const codesOf = (events: readonly BurstEvent[]) =>
  events.flatMap((event) => (event.kind === 'scanned' ? [event.code] : []));

describe('the burst detector', () => {
  it('hears a code that ends with Enter', () => {
    const { events, codes } = feedAll(keys(`${MILK}\n`, 4));
    expect(codes).toEqual([MILK]);
    expect(events[0]).toEqual({ kind: 'began' });
    expect(events[5]).toEqual({ kind: 'going' });
  });

  it('leaves a quick typist alone, at eight characters a second and at twenty', () => {
    expect(feedAll(keys('50001126\n', 125)).codes).toEqual([]);
    expect(feedAll(keys('50001126\n', 50)).codes).toEqual([]);
  });

  it('leaves an Enter alone that a person presses after a code a scanner typed without one', () => {
    const typed = keys(MILK, 4);
    expect(feedAll([...typed, ...keys('\n', 0, 900)]).codes).toEqual([]);
  });

  it('takes two keys rolled under the hand for typing', () => {
    expect(feedAll(keys('as\n', 20)).codes).toEqual([]);
  });

  it('takes a key held down for typing, however fast it repeats', () => {
    const held = keys('111111111\n', 30, 0, (key) => ({ ...key, repeat: true }));
    expect(feedAll(held).codes).toEqual([]);
  });

  it('takes shortcuts for what they are', () => {
    expect(feedAll(keys('kkkkkk\n', 5, 0, (key) => ({ ...key, chord: true }))).codes).toEqual([]);
  });

  it('hears through an input method, which hides the keys', () => {
    const composed = keys(`${MILK}\n`, 4, 0, (key) =>
      key.key === 'Enter' ? key : { ...key, key: 'Process' },
    );
    expect(feedAll(composed).codes).toEqual([MILK]);
  });

  it('hears digits on a French keyboard, where the row gives signs', () => {
    const row = 'à&é"\'(-è_ç';
    const french = keys(`${MILK}\n`, 4, 0, (key) => ({ ...key, key: row[Number(key.key)] ?? key.key }));
    expect(feedAll(french).codes).toEqual([MILK]);
  });

  it('hears a scanner that is itself set to French and types digits with Shift', () => {
    const french = keys(`${MILK}\n`, 4, 0, (key) => ({ ...key, shift: key.key !== 'Enter' }));
    expect(feedAll(french).codes).toEqual([MILK]);
  });

  it('hears letters by their place, so that French A is not Q', () => {
    const french = keys('QAZ123\n', 4, 0, (key) => ({
      ...key,
      key: { Q: 'A', A: 'Q', Z: 'W' }[key.key] ?? key.key,
    }));
    expect(feedAll(french).codes).toEqual(['QAZ123']);
  });

  it('hears the digits of the number pad', () => {
    const pad = keys(`${MILK}\n`, 4, 0, (key) =>
      key.code === 'Enter'
        ? { ...key, code: 'NumpadEnter' }
        : { ...key, code: key.code.replace('Digit', 'Numpad') },
    );
    expect(feedAll(pad).codes).toEqual([MILK]);
  });

  it('does not stumble over the Shift keys between letters', () => {
    const [a, b, c, d, end] = keys('ABCD\n', 8);
    const shift = (timeMs: number): TimedKey => ({ key: 'Shift', code: 'ShiftLeft', shift: true, timeMs });
    const pressed = [shift(0), a, shift(4), b, shift(12), c, shift(20), d, end].filter(
      (key) => key !== undefined,
    );
    expect(feedAll(pressed).codes).toEqual(['ABCD']);
  });

  it('hears codes with signs, as Code 39 and Code 128 have them', () => {
    const pressed = keys('AB', 4).concat(
      [
        { key: '-', code: 'Minus', shift: false },
        { key: '$', code: 'Digit4', shift: true },
        { key: '/', code: 'Slash', shift: false },
        { key: 'Enter', code: 'Enter', shift: false },
      ].map((key, index) => ({ ...key, timeMs: 8 + index * 4 })),
    );
    expect(feedAll(pressed).codes).toEqual(['AB-$/']);
  });

  it('hears a code that ends with Tab', () => {
    expect(feedAll(keys(`${MILK}\t`, 4), { suffix: 'Tab' }).codes).toEqual([MILK]);
  });

  it('hears a code that ends with nothing, once it is quiet', () => {
    const { detector, codes } = feedAll(keys(MILK, 4), { suffix: 'none' });
    expect(codes).toEqual([]);
    expect(detector.idle(12 * 4 + 10)).toEqual({ kind: 'typing' });
    expect(detector.idle(12 * 4 + detector.idleAfterMs)).toEqual({ kind: 'scanned', code: MILK });
    expect(detector.idle(2000)).toEqual({ kind: 'typing' });
  });

  it('does not take silence for an end where the scanner sends Enter', () => {
    const { detector } = feedAll(keys(MILK, 4));
    expect(detector.idle(1000)).toEqual({ kind: 'typing' });
    expect(detector.feed({ key: 'Enter', code: 'Enter', shift: false, timeMs: 1001 })).toEqual({
      kind: 'typing',
    });
  });

  it('takes off the prefix, and hears nothing without it', () => {
    expect(feedAll(keys(`x${MILK}\n`, 4), { prefix: 'x' }).codes).toEqual([MILK]);
    expect(feedAll(keys(`${MILK}\n`, 4), { prefix: 'x' }).codes).toEqual([]);
  });

  it('counts the length without the prefix', () => {
    expect(feedAll(keys('xx12\n', 4), { prefix: 'xx' }).codes).toEqual([]);
  });

  it('hears two codes back to back', () => {
    expect(feedAll(keys(`${MILK}\n4006381333931\n`, 4)).codes).toEqual([MILK, '4006381333931']);
  });

  it('hears a code that interrupts a person, without the letters typed before', () => {
    const { events, codes } = feedAll([...keys('ap', 150), ...keys(`${MILK}\n`, 4, 400)]);
    expect(codes).toEqual([MILK]);
    expect(events[2]).toEqual({ kind: 'began' });
  });

  it('forgets a code broken off by an arrow key', () => {
    const [one, two, three, four, ...rest] = keys(`${MILK}\n`, 4);
    const arrow: TimedKey = { key: 'ArrowUp', code: 'ArrowUp', shift: false, timeMs: 14 };
    const pressed = [one, two, three, four, arrow].filter((key) => key !== undefined);
    expect(feedAll([...pressed, ...rest.slice(-2)]).codes).toEqual([]);
  });

  it('hears one long code where the machine was held up for a moment in the middle', () => {
    const code = 'https://example.com/01/05000112637922'.replaceAll(/[^a-z0-9]/gi, '').toUpperCase();
    const held = keys(`${code}\n`, 4).map((key, index) =>
      index < 20 ? key : { ...key, timeMs: key.timeMs + 110 },
    );
    expect(feedAll(held).codes).toEqual([code]);
  });

  it('has no such patience before it is sure of a scanner', () => {
    const held = keys(`${MILK}\n`, 4).map((key, index) =>
      index < 4 ? key : { ...key, timeMs: key.timeMs + 110 },
    );
    expect(feedAll(held).codes).toEqual([MILK.slice(4)]);
  });

  it('follows the gap it is set to', () => {
    expect(feedAll(keys(`${MILK}\n`, 60)).codes).toEqual([]);
    expect(feedAll(keys(`${MILK}\n`, 60), { maxKeyGapMs: 80 }).codes).toEqual([MILK]);
  });

  it('follows the shortest length it is set to', () => {
    expect(feedAll(keys('123\n', 4)).codes).toEqual([]);
    expect(feedAll(keys('123\n', 4), { minLength: 3 }).codes).toEqual(['123']);
  });
});
