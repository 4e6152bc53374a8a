import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, type CallName, listCalls } from '../../src/shared/contract/index.ts';
import { type Door, directDoor, httpDoor, portDoor } from '../helpers/doors.ts';
import { openShopWithSeries, type TestShop } from '../helpers/open-shop.ts';
import { DayLog, type LoggedCall } from './day-log.ts';
import { wholeDay } from './whole-day.ts';

/** Random (signatures hold chance, and a receipt's code holds one) or made outside the engine's clock and ids: compared
 *  by kind, not by value. */
const RANDOM = /^(recoveryCode|deviceToken|dataBase64|imageBase64|folder|chainValue|keyId|text|svg)$/;
/** Needs a shop of its own (an empty folder, or another shop afterwards), so it is not part of the day. */
const ELSEWHERE: readonly CallName[] = [
  'setup.loadDemo',
  'setup.leaveDemo',
  'session.recover',
  'backup.restore',
];
/** Its printer is off all day; test/order has one that works. */
const NEEDS_A_PRINTER: readonly CallName[] = ['printer.openDrawer'];

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One line a call. Ids are numbered as they first appear: work beside the calls (printing) takes ids too, and not always
 *  at the same moment. By which door a device came in is the one thing that may differ. */
function comparable(calls: readonly LoggedCall[]): string[] {
  const numbers = new Map<string, string>();
  const numbered = (id: string): string => {
    if (!numbers.has(id)) numbers.set(id, `#${numbers.size + 1}`);
    return numbers.get(id) as string;
  };
  return calls.map(({ name, answer }) => {
    const text = JSON.stringify(answer, (key, value) =>
      RANDOM.test(key) && typeof value === 'string' ? '…' : value,
    );
    return `${name} ${text.replace(/"kind":"(window|browser|program)"/g, '"kind":"…"').replace(ID, numbered)}`;
  });
}

/** The first line in which two doors differ, short enough to read. */
function firstDifference(one: readonly string[], other: readonly string[]): string | null {
  const at = one.findIndex((line, index) => line !== other[index]);
  if (at < 0) return one.length === other.length ? null : `${one.length} calls, ${other.length} calls`;
  const [a, b] = [one[at] as string, other[at] ?? ''];
  const place = [...a].findIndex((character, index) => character !== b[index]);
  const from = Math.max(0, place - 120);
  return `${a.slice(0, 60)} …\n${a.slice(from, place + 120)}\n${b.slice(from, place + 120)}`;
}

describe('every call answers the same direct, over the port and over HTTP', () => {
  const shops: TestShop[] = [];
  const days: DayLog[] = [];

  beforeAll(async () => {
    for (const open of [directDoor, portDoor, httpDoor] as ((shop: TestShop) => Door | Promise<Door>)[]) {
      const shop = await openShopWithSeries(0x77);
      shops.push(shop);
      const door = await open(shop);
      const day = new DayLog(door);
      days.push(day);
      await beforeAnyone(day);
      await wholeDay(day);
      await clumsyOwner(day);
      await door.close();
    }
  }, 300_000);
  afterAll(() => Promise.all(shops.map((shop) => shop.close())));

  it('answers alike through every door', () => {
    const [direct, port, http] = days.map((day) => comparable(day.calls)) as [string[], string[], string[]];
    expect(firstDifference(direct, port)).toBeNull();
    expect(firstDifference(direct, http)).toBeNull();
  });

  it('makes every call of the contract succeed at least once', () => {
    const made = new Set(days[0]!.calls.filter(({ answer }) => answer.ok).map(({ name }) => name));
    const missing = listCalls()
      .map(([name]) => name)
      .filter((name) => !made.has(name) && !ELSEWHERE.includes(name));
    expect(missing.filter((name) => !NEEDS_A_PRINTER.includes(name))).toEqual([]);
  });

  it('leaves the same shop behind, whichever door was used', () => {
    const [direct, port, http] = shops.map((shop) =>
      shop.rows('SELECT fiscal_number, total_minor FROM document ORDER BY seq'),
    );
    expect(port).toEqual(direct);
    expect(http).toEqual(direct);
  });
});

/** Nobody is signed in: every call is tried with nothing and with nonsense. */
async function beforeAnyone(day: DayLog): Promise<void> {
  for (const [name, call] of listCalls()) {
    if (isHarmlessUnfit(call)) await day.tries(name, { nonsense: true });
  }
}

/** Signed in as the owner, every call gets an unknown field and values of the wrong kind. */
async function clumsyOwner(day: DayLog): Promise<void> {
  for (const [name] of listCalls()) {
    await day.tries(name, { nonsense: true });
    await day.tries(name, { commandId: 'not-an-id', id: 7, saleId: [], limit: 'many' });
  }
}

function isHarmlessUnfit(call: Call): boolean {
  return !call.input.safeParse({ nonsense: true }).success;
}
