import { afterEach, describe, expect, it } from 'vitest';
import { NetworkPrinter } from '../../src/main/devices/printer/network-printer.ts';
import {
  type PrintJob,
  PrintSpool,
  type PrintSpoolOptions,
} from '../../src/main/devices/printer/print-spool.ts';
import { noPrinter, type Printer } from '../../src/main/devices/printer/printer.ts';
import { FakePrinter } from '../helpers/fake-printer.ts';

const ticket = (name: string) => Buffer.from(`\x1b@${name}${' '.repeat(300)}\n\x1dV\x00`, 'latin1');
const patience = {
  connectTimeoutMs: 3_000,
  statusTimeoutMs: 500,
  writeTimeoutMs: 800,
  confirmTimeoutMs: 3_000,
};

let fake: FakePrinter | null = null;
afterEach(async () => {
  await fake?.stop();
  fake = null;
});

async function networkPrinter(): Promise<Printer> {
  fake = new FakePrinter();
  return new NetworkPrinter({ host: '127.0.0.1', port: await fake.start(), ...patience });
}

function spoolFor(printer: Printer, more: Partial<PrintSpoolOptions> = {}) {
  const saved: string[] = [];
  const faults: unknown[] = [];
  const spool = new PrintSpool({
    printer,
    save: (job) => saved.push(`${job.id} ${job.state}`),
    onFault: (error) => faults.push(error),
    after: (delayMs, wake) => {
      const timer = setTimeout(wake, delayMs);
      return () => clearTimeout(timer);
    },
    backOffMs: [10],
    ...more,
  });
  return { spool, saved, faults };
}

const eventually = <T>(value: () => T) => expect.poll(value, { timeout: 10_000 });
const stateOf = (spool: PrintSpool, id: string) => spool.find(id)?.state;

describe('the line of print jobs', () => {
  it('prints in order and stores every step, printing before the first byte', async () => {
    const { spool, saved } = spoolFor(await networkPrinter());
    spool.enqueue('a', ticket('first'));
    spool.enqueue('b', ticket('second'));
    expect(saved).toEqual(['a queued', 'b queued']);
    await eventually(() => stateOf(spool, 'b')).toBe('printed');
    expect(saved.slice(2)).toEqual(['a printing', 'a printed', 'b printing', 'b printed']);
    expect(fake?.paper.lines).toEqual(['first', 'second']);
  });

  it('prints a job that is handed in twice once', async () => {
    const { spool } = spoolFor(await networkPrinter());
    spool.enqueue('a', ticket('once'));
    spool.enqueue('a', ticket('once'));
    await eventually(() => stateOf(spool, 'a')).toBe('printed');
    spool.enqueue('a', ticket('once'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake?.paper.cuts).toBe(1);
  });

  it('waits for a printer without paper and prints when there is some', async () => {
    const { spool } = spoolFor(await networkPrinter(), { mostAttempts: 1_000 });
    fake!.fault = 'paperOut';
    spool.enqueue('a', ticket('patient'));
    await eventually(() => spool.find('a')?.error?.code).toBe('printer.paperEnd');
    expect(stateOf(spool, 'a')).not.toBe('failed');
    fake!.fault = 'none';
    await eventually(() => stateOf(spool, 'a')).toBe('printed');
    expect(spool.find('a')?.error).toBeUndefined();
    expect(fake?.paper.cuts).toBe(1);
  });

  it('gives up after its tries, and prints when someone asks again', async () => {
    const { spool } = spoolFor(await networkPrinter(), { mostAttempts: 3 });
    fake!.fault = 'coverOpen';
    spool.enqueue('a', ticket('again'));
    await eventually(() => stateOf(spool, 'a')).toBe('failed');
    expect(spool.find('a')).toMatchObject({ attempts: 3, error: { code: 'printer.coverOpen' } });
    fake!.fault = 'none';
    expect(spool.printAgain('a')).toBe(true);
    await eventually(() => stateOf(spool, 'a')).toBe('printed');
  });

  it('never prints by itself again what may be on paper: it asks', async () => {
    const { spool } = spoolFor(await networkPrinter());
    fake!.fault = 'cutsMidJob';
    spool.enqueue('a', ticket('half'));
    await eventually(() => stateOf(spool, 'a')).toBe('uncertain');
    expect(spool.find('a')?.attempts).toBe(1);
    expect(fake?.connections).toBe(1);
    fake!.fault = 'none';
    spool.enqueue('b', ticket('next'));
    await eventually(() => stateOf(spool, 'b')).toBe('printed');
    expect(stateOf(spool, 'a')).toBe('uncertain');
    expect(fake?.paper.lines.at(-1)).toContain('next');
    expect(spool.confirmPrinted('a')).toBe(true);
    expect(spool.printAgain('a')).toBe(false);
  });

  it('cancels what has not begun', async () => {
    const { spool } = spoolFor(await networkPrinter());
    fake!.fault = 'paperOut';
    spool.enqueue('a', ticket('unwanted'));
    await eventually(() => spool.find('a')?.state === 'queued' && spool.find('a')!.attempts > 0).toBe(true);
    expect(spool.cancel('a')).toBe(true);
    fake!.fault = 'none';
    spool.enqueue('b', ticket('wanted'));
    await eventually(() => stateOf(spool, 'b')).toBe('printed');
    expect(fake?.paper.lines).toEqual(['wanted']);
    expect(spool.cancel('b')).toBe(false);
  });

  it('takes up its jobs after a restart, and asks about the one that was printing', async () => {
    const { spool, saved } = spoolFor(await networkPrinter());
    const stored: PrintJob[] = [
      { id: 'a', bytes: ticket('was printing'), state: 'printing', attempts: 1 },
      { id: 'b', bytes: ticket('was waiting'), state: 'queued', attempts: 0 },
    ];
    spool.restore(stored);
    await eventually(() => stateOf(spool, 'b')).toBe('printed');
    expect(saved[0]).toBe('a uncertain');
    expect(fake?.paper.lines).toEqual(['was waiting']);
  });

  it('does not try a printer that is not set up again and again', async () => {
    const { spool } = spoolFor(noPrinter);
    spool.enqueue('a', ticket('nowhere'));
    await eventually(() => stateOf(spool, 'a')).toBe('failed');
    expect(spool.find('a')).toMatchObject({ attempts: 1, error: { code: 'printer.notConfigured' } });
  });

  it('returns to the sale at once while the printer is stuck', async () => {
    const { spool } = spoolFor(await networkPrinter());
    fake!.fault = 'stuck';
    const started = performance.now();
    for (let i = 0; i < 100; i += 1) spool.enqueue(`job ${i}`, ticket('many'));
    expect(performance.now() - started).toBeLessThan(500);
    spool.close();
  });

  it('sends nothing when the step cannot be stored, and goes on with the next job', async () => {
    const broken = new Error('disk full');
    const { spool, faults } = spoolFor(await networkPrinter(), {
      save: (job) => {
        if (job.id === 'a' && job.state === 'printing') throw broken;
      },
    });
    spool.enqueue('a', ticket('unstored'));
    spool.enqueue('b', ticket('stored'));
    await eventually(() => stateOf(spool, 'b')).toBe('printed');
    expect(stateOf(spool, 'a')).toBe('failed');
    expect(faults).toEqual([broken]);
    expect(fake?.paper.lines).toEqual(['stored']);
  });
});
