import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runInWorker } from '../../src/main/jobs/run-in-worker.ts';
import { openDatabase } from '../../src/main/storage/open-database.ts';

const MINUTE_MS = 60_000;

let dataDir: string;
let threads: Worker[];
const count = (worker: Worker) => void threads.push(worker);
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tillwise-threads-'));
  openDatabase(dataDir).db.close();
  threads = [];
  process.on('worker', count);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  process.off('worker', count);
  vi.useRealTimers();
  rmSync(dataDir, { recursive: true });
});

const copyLog = () => runInWorker('checkpointDatabase', { dataDir });
const makeKey = () => runInWorker('makeBackupKey', { passphrase: 'correct horse battery' });

describe('the threads of jobs', () => {
  it('are given back when they rest, but for the one that copies the log', async () => {
    await copyLog();
    await makeKey();
    await makeKey();
    expect(threads).toHaveLength(2);
    vi.advanceTimersByTime(MINUTE_MS);
    await makeKey();
    await copyLog();
    expect(threads).toHaveLength(3);
  });
});
