import { describe, expect, it } from 'vitest';
import { listOutdated, readName, writeName } from '../../src/main/features/backup/backup-names.ts';
import { type NightClock, nextDuty } from '../../src/main/features/backup/next-duty.ts';
import { addDays, businessDayOf } from '../../src/shared/values/business-day.ts';

const SHOP = '0badcafe';
const name = (day: string, kind: 'auto' | 'hand' = 'auto', shop = SHOP) =>
  writeName({ shop, day, time: '030000', kind, encrypted: false });

/** A backup every night, cleared up every night. @returns the days that are left. */
function afterNights(nights: number): string[] {
  let files: string[] = [];
  for (let night = 0; night < nights; night += 1) {
    files.push(name(addDays('2025-01-01', night)));
    const outdated = new Set(listOutdated(files, SHOP));
    files = files.filter((file) => !outdated.has(file));
  }
  return files.map((file) => readName(file)!.day);
}

describe('rotation', () => {
  it.each([
    { nights: 1, left: 1 },
    { nights: 7, left: 7 },
    { nights: 31, left: 10 },
    { nights: 400, left: 21 },
    { nights: 730, left: 21 },
  ])('after $nights nights keeps $left backups', ({ nights, left }) => {
    expect(afterNights(nights).length).toBeLessThanOrEqual(left);
    expect(afterNights(nights).slice(-7)).toEqual(
      Array.from({ length: Math.min(7, nights) }, (_, back) =>
        addDays('2025-01-01', nights - Math.min(7, nights) + back),
      ),
    );
  });

  it('keeps the newest of each of the last twelve months', () => {
    const months = new Set(afterNights(730).map((day) => day.slice(0, 7)));
    expect(months.size).toBe(12);
  });

  it('never clears what was made by hand, of another shop, or is no backup', () => {
    const days = Array.from({ length: 60 }, (_, at) => addDays('2025-01-01', at));
    const others = [
      ...days.map((day) => name(day, 'hand')),
      ...days.map((day) => name(day, 'auto', 'feedbeef')),
    ];
    const files = [...others, 'holiday.jpg', 'before-upgrade-from-40.db', ...days.map((day) => name(day))];
    const outdated = listOutdated(files, SHOP);
    expect(outdated.length).toBeGreaterThan(40);
    expect(outdated.every((file) => readName(file)?.kind === 'auto' && readName(file)?.shop === SHOP)).toBe(
      true,
    );
  });

  it('keeps the newest of a day', () => {
    const at = (time: string) =>
      writeName({ shop: SHOP, day: '2025-01-01', time, kind: 'auto', encrypted: true });
    expect(listOutdated([at('090000'), at('180000'), at('120000')], SHOP)).toEqual([
      at('120000'),
      at('090000'),
    ]);
  });
});

const HOUR_MS = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('what is due', () => {
  const clock = (facts: Partial<NightClock>): NightClock => ({
    nowMs: at('2026-03-03T03:10:00Z'),
    dayOf: (atMs, cutOff) => businessDayOf(atMs, 'Europe/London', cutOff),
    changed: true,
    lastAutoAtMs: at('2026-03-02T03:05:00Z'),
    lastMadeAtMs: at('2026-03-02T03:05:00Z'),
    lastProvenAtMs: at('2026-03-02T03:20:00Z'),
    lastSeenAtMs: at('2026-03-02T19:00:00Z'),
    ...facts,
  });

  it.each([
    ['at night, after a day of sales', {}, 'backUp'],
    ['at night, when nothing was written', { changed: false }, null],
    ['before three', { nowMs: at('2026-03-03T02:50:00Z') }, null],
    ['while somebody is at the till', { lastSeenAtMs: at('2026-03-03T03:08:00Z') }, null],
    [
      'when somebody is always at the till',
      { nowMs: at('2026-03-03T05:10:00Z'), lastSeenAtMs: at('2026-03-03T05:09:00Z') },
      'backUp',
    ],
    ['in the morning, where the machine is off at night', { nowMs: at('2026-03-03T08:00:00Z') }, 'backUp'],
    ['never backed up', { lastMadeAtMs: null, lastAutoAtMs: null, lastProvenAtMs: null }, 'backUp'],
    ['after a failure, not at once again', { lastAutoAtMs: at('2026-03-03T03:05:00Z') }, null],
    ['never proven', { lastMadeAtMs: at('2026-03-03T03:01:00Z'), lastProvenAtMs: null }, 'prove'],
    ['a week after the last proof', { changed: false, lastProvenAtMs: at('2026-02-23T03:00:00Z') }, 'prove'],
    [
      'the clock was set back',
      { changed: false, lastProvenAtMs: at('2026-03-03T03:10:00Z') + 900 * HOUR_MS },
      'prove',
    ],
  ] as const)('%s', (_what, facts, duty) => {
    expect(nextDuty(clock(facts as Partial<NightClock>))).toBe(duty);
  });
});
