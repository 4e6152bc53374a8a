import { describe, expect, it } from 'vitest';
import { createScanQueue } from './scan-queue.ts';

function openTill() {
  const till = {
    dialogOpen: false,
    rung: [] as string[],
    held: [] as number[],
    finish: [] as (() => void)[],
  };
  const queue = createScanQueue({
    run: (code) =>
      new Promise((resolve, reject) => {
        till.finish.push(() => {
          till.rung.push(code);
          if (code === 'bad') reject(new Error('bad'));
          else resolve();
        });
      }),
    isBlocked: () => till.dialogOpen,
    onHeld: (waiting) => till.held.push(waiting),
  });
  const finishOne = async () => {
    till.finish.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { till, queue, finishOne };
}

describe('the scan queue', () => {
  it('rings up codes one after the other, in order', async () => {
    const { till, queue, finishOne } = openTill();
    queue.push('milk');
    queue.push('bread');
    expect(till.finish).toHaveLength(1);
    await finishOne();
    await finishOne();
    expect(till.rung).toEqual(['milk', 'bread']);
    expect(till.held).toEqual([]);
  });

  it('keeps codes while a dialog is open, says so, and rings them up afterwards', async () => {
    const { till, queue, finishOne } = openTill();
    till.dialogOpen = true;
    queue.push('milk');
    queue.push('bread');
    expect(till.held).toEqual([1, 2]);
    expect(till.finish).toHaveLength(0);
    till.dialogOpen = false;
    queue.resume();
    await finishOne();
    await finishOne();
    expect(till.rung).toEqual(['milk', 'bread']);
  });

  it('stops between two codes when the first one opens a dialog', async () => {
    const { till, queue, finishOne } = openTill();
    queue.push('unknown');
    queue.push('milk');
    till.dialogOpen = true;
    await finishOne();
    expect(till.rung).toEqual(['unknown']);
    expect(queue.waiting).toBe(1);
  });

  it('says when everything scanned so far is rung up', async () => {
    const { till, queue, finishOne } = openTill();
    queue.push('milk');
    const settled = queue.settled().then(() => [...till.rung]);
    await finishOne();
    expect(await settled).toEqual(['milk']);
    await queue.settled();
  });

  it('goes on after a code that failed', async () => {
    const { till, queue, finishOne } = openTill();
    queue.push('bad');
    queue.push('milk');
    await finishOne();
    await finishOne();
    expect(till.rung).toEqual(['bad', 'milk']);
  });
});
