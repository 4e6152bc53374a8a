import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NetworkPrinter } from '../../src/main/devices/printer/network-printer.ts';
import { noPrinter } from '../../src/main/devices/printer/printer.ts';
import { toEscPos } from '../../src/main/receipt-output/receipt-escpos.ts';
import { receipt as en } from '../../src/shared/messages/en/receipt.ts';
import { receipt as zh } from '../../src/shared/messages/zh/receipt.ts';
import { FakePrinter, type PrinterFault } from '../helpers/fake-printer.ts';
import { chineseSale, englishSale } from './sample-receipts.ts';

const job = toEscPos(englishSale, en, { widthMm: 80, encoding: 'multilingual', cut: true, openDrawer: true });
const patience = {
  connectTimeoutMs: 3_000,
  statusTimeoutMs: 500,
  writeTimeoutMs: 800,
  confirmTimeoutMs: 3_000,
};

let fake: FakePrinter;
let port: number;

beforeEach(async () => {
  fake = new FakePrinter();
  port = await fake.start();
});

afterEach(() => fake.stop());

function printer(more: object = {}): NetworkPrinter {
  return new NetworkPrinter({ host: '127.0.0.1', port, ...patience, ...more });
}

describe('a network printer that works', () => {
  it('prints a receipt to the last line, cuts once, opens the drawer once and says that it is done', async () => {
    expect(await printer().print(job)).toEqual({ ok: true, value: { confirmed: true } });
    const text = fake.paper.lines.join('\n');
    expect(text).toMatch(/Total +£25\.23/);
    expect(text).toContain('Returns within 30 days');
    expect(fake.paper).toMatchObject({ cuts: 1, drawerKicks: 1, unknown: [] });
  });

  it('prints Chinese', async () => {
    const bytes = toEscPos(chineseSale, zh, {
      widthMm: 58,
      encoding: 'gb18030',
      cut: true,
      openDrawer: false,
    });
    expect((await printer().print(bytes)).ok).toBe(true);
    expect(fake.paper.lines.join('\n')).toContain('农夫山泉饮用天然水');
  });

  it('tells how it is', async () => {
    const value = { online: true, paper: 'ok', coverOpen: false };
    expect(await printer().status()).toEqual({ ok: true, value });
    fake.fault = 'paperLow';
    expect(await printer().status()).toEqual({ ok: true, value: { ...value, paper: 'low' } });
    expect((await printer().print(job)).ok).toBe(true);
  });

  it('takes jobs and questions one after the other over one line at a time', async () => {
    const one = printer();
    const results = await Promise.all([one.print(job), one.status(), one.print(job)]);
    expect(results.map((result) => result.ok)).toEqual([true, true, true]);
    expect(fake.paper.cuts).toBe(2);
    expect(fake).toMatchObject({ connections: 3, mostAtOnce: 1 });
  });

  it('may be slow', async () => {
    fake.fault = 'slow';
    expect(await printer().print(job)).toEqual({ ok: true, value: { confirmed: true } });
  });
});

describe('a network printer in trouble', () => {
  const beforeTheJob: [PrinterFault, string][] = [
    ['paperOut', 'printer.paperEnd'],
    ['coverOpen', 'printer.coverOpen'],
    ['offline', 'printer.offline'],
    ['stuck', 'printer.stuck'],
    ['mute', 'printer.stuck'],
    ['garbage', 'printer.stuck'],
  ];
  for (const [fault, code] of beforeTheJob) {
    it(`is found out before the first byte when ${fault}: nothing prints, so it can be tried again`, async () => {
      fake.fault = fault;
      expect(await printer().print(job)).toEqual({ ok: false, error: { code, mayHavePrinted: false } });
      expect(fake.paper.lines).toEqual([]);
      expect(fake.paper.drawerKicks).toBe(0);
    });
  }

  const duringTheJob: [PrinterFault, string][] = [
    ['freezesMidJob', 'printer.stuck'],
    ['paperEndsMidJob', 'printer.paperEnd'],
    ['cutsMidJob', 'printer.offline'],
  ];
  for (const [fault, code] of duringTheJob) {
    it(`says that something may be on paper when it ${fault}`, async () => {
      fake.fault = fault;
      expect(await printer().print(job)).toEqual({ ok: false, error: { code, mayHavePrinted: true } });
    });
  }

  it('is offline when it is switched off', async () => {
    await fake.stop();
    expect(await printer().print(job)).toEqual({
      ok: false,
      error: { code: 'printer.offline', mayHavePrinted: false },
    });
    expect(await printer().status()).toMatchObject({ ok: false, error: { code: 'printer.offline' } });
  });

  it('gives up in time when a stuck printer takes no more of a long job', async () => {
    fake.fault = 'freezesMidJob';
    const started = performance.now();
    const result = await printer().print(Buffer.alloc(40_000_000, 'a'));
    expect(result).toMatchObject({ ok: false, error: { code: 'printer.stuck', mayHavePrinted: true } });
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it('is used again at once after it was mended', async () => {
    const one = printer();
    fake.fault = 'coverOpen';
    expect((await one.print(job)).ok).toBe(false);
    fake.fault = 'none';
    expect((await one.print(job)).ok).toBe(true);
    expect(fake.paper.cuts).toBe(1);
  });

  it('that never talks back prints unconfirmed when it is set up so', async () => {
    fake.fault = 'mute';
    const done = await printer({ answers: false }).print(job);
    expect(done).toEqual({ ok: true, value: { confirmed: false } });
    await expect.poll(() => fake.paper.cuts).toBe(1);
  });

  it('that is not set up says so', async () => {
    expect(await noPrinter.print(job)).toMatchObject({ error: { code: 'printer.notConfigured' } });
  });
});
