import { describe, expect, it } from 'vitest';
import {
  type BurstEvent,
  createBurstDetector,
  type ScannerSettings,
  type TimedKey,
} from './burst-detector.ts';
import { calibrate } from './calibrate.ts';
import { GROUP_SEPARATOR } from './group-separator.ts';

type Press = Omit<TimedKey, 'timeMs'>;
const SETTINGS: ScannerSettings = { prefix: '', suffix: 'Enter', maxKeyGapMs: 35, minLength: 4 };
const GS = GROUP_SEPARATOR;

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  key,
  code,
  shift: false,
  ...more,
});
const digits = (text: string): Press[] => [...text].map((key) => press(key, `Digit${key}`));
const ENTER = press('Enter', 'Enter');

const WAYS: Record<string, Press[]> = {
  'Ctrl+]': [
    press('Control', 'ControlLeft', { chord: true, ctrl: true }),
    press(']', 'BracketRight', { chord: true, ctrl: true }),
  ],
  'Ctrl+] as the sign itself': [press(GS, 'BracketRight', { chord: true, ctrl: true })],
  F8: [press('F8', 'F8')],
  'Alt+029': [
    press('Alt', 'AltLeft', { chord: true, alt: true }),
    ...[...'029'].map((key) => press(key, `Numpad${key}`, { chord: true, alt: true })),
  ],
  'Alt+0029': [
    press('Alt', 'AltLeft', { chord: true, alt: true }),
    ...[...'0029'].map((key) => press(key, `Numpad${key}`, { chord: true, alt: true })),
  ],
};

const timed = (keys: readonly Press[], gapMs = 4): TimedKey[] =>
  keys.map((key, index) => ({ ...key, timeMs: index * gapMs }));

function feed(keys: readonly TimedKey[], settings: ScannerSettings = SETTINGS) {
  const detector = createBurstDetector(settings);
  const events: BurstEvent[] = keys.map((key) => detector.feed(key));
  return { events, codes: events.flatMap((event) => (event.kind === 'scanned' ? [event.code] : [])) };
}

describe('ASCII 29 from a scanner', () => {
  it.each(Object.entries(WAYS))('is heard in the middle of a code: %s', (_name, separator) => {
    const { events, codes } = feed(timed([...digits('10123'), ...separator, ...digits('2145'), ENTER]));
    expect(codes).toEqual([`10123${GS}2145`]);
    expect(events.slice(5, 5 + separator.length)).toEqual(
      separator.map(() => ({ kind: 'going', hidden: true })),
    );
  });

  it.each(Object.entries(WAYS))('is a key of a person when nothing was scanned: %s', (_name, separator) => {
    expect(feed(timed(separator)).events.every(({ kind }) => kind === 'typing' || kind === 'began')).toBe(
      true,
    );
    const slow = [...timed(digits('1')), ...separator.map((key) => ({ ...key, timeMs: 900 }))];
    expect(feed(slow).events.some((event) => event.kind === 'going')).toBe(false);
  });

  it('is read from the sign that stands for it', () => {
    const keys = timed([
      ...digits('10123'),
      press('|', 'Backslash', { shift: true }),
      ...digits('2145'),
      ENTER,
    ]);
    expect(feed(keys).codes).toEqual(['10123|2145']);
    expect(feed(keys, { ...SETTINGS, groupSeparator: '|' }).codes).toEqual([`10123${GS}2145`]);
  });

  it('does not make a shortcut in the middle of typing a code', () => {
    const keys = timed([...digits('10123'), press('c', 'KeyC', { chord: true, ctrl: true }), ENTER]);
    expect(feed(keys).codes).toEqual([]);
  });
});

describe('calibrating with a GS1 code or letters', () => {
  const three = (keys: readonly Press[]) => [timed(keys), timed(keys), timed(keys)];
  const sent = (separator: Press[]) => [...digits('10123'), ...separator, ...digits('2145'), ENTER];

  it('finds the sign that stands for ASCII 29 from the code as printed', () => {
    const pipe = press('|', 'Backslash', { shift: true });
    expect(calibrate(three(sent([pipe])), '(10)123(21)45')).toMatchObject({
      settings: { groupSeparator: '|', prefix: '', layout: 'us' },
      heard: { separator: 'substitute' },
    });
    expect(calibrate(three(sent(WAYS['F8']!)), '(10)123(21)45')).toMatchObject({
      settings: { groupSeparator: '', prefix: '' },
      heard: { separator: 'typed' },
    });
  });

  it('does not take the symbology identifier for a prefix', () => {
    const aim = [press(']', 'BracketRight'), press('E', 'KeyE', { shift: true }), ...digits('0')];
    const found = calibrate(three([...aim, ...digits('5000112637922'), ENTER]), '5000112637922');
    expect(found).toMatchObject({ settings: { prefix: '' }, heard: { symbology: true } });
    const star = [press('*', 'NumpadMultiply'), ...aim];
    expect(calibrate(three([...star, ...digits('5000112637922'), ENTER]), '5000112637922')).toMatchObject({
      settings: { prefix: '*' },
    });
  });

  it('finds a scanner that types by the layout of the computer', () => {
    const french = [press('a', 'KeyQ'), press('z', 'KeyW'), ...digits('12')];
    expect(calibrate(three([...french, ENTER]), 'az12')).toMatchObject({ settings: { layout: 'page' } });
    expect(calibrate(three([...french, ENTER]), 'qw12')).toMatchObject({ settings: { layout: 'us' } });
    expect(feed(timed([...french, ENTER]), { ...SETTINGS, layout: 'page' }).codes).toEqual(['az12']);
    expect(feed(timed([...french, ENTER])).codes).toEqual(['qw12']);
  });
});
