import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/start/build-if-needed.ts';

export interface ServedShop {
  readonly url: string;
  readonly dataDir: string;
  /** As a power cut would: at once, nothing closed. */
  kill(): Promise<void>;
  /** The same shop at the same address again. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** The built app behind its HTTP door, in a process of its own; its data folder is removed at the end. */
export async function serveShop({
  demo = false,
  dataDir = mkdtempSync(join(tmpdir(), 'tillwise-journey-')),
}: {
  demo?: boolean;
  dataDir?: string;
} = {}): Promise<ServedShop> {
  const words = ['--without-history', ...(demo ? ['--demo'] : [])];
  // A test that failed or timed out may never come to close its shop.
  const clearAway = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', clearAway);
  let { child, url } = await start([...words, '--data', dataDir, '--port', '0']);
  const port = new URL(url).port;
  return {
    url,
    dataDir,
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      ({ child, url } = await start([...words, '--data', dataDir, '--port', port]));
    },
    close: async () => {
      await end(child, 'SIGTERM');
      process.off('exit', clearAway);
      clearAway();
    },
  };
}

function start(words: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const program = join(projectFolder, 'out', 'main', 'serve.js');
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const killAlong = () => void child.kill('SIGKILL');
  // Before its folder is cleared away.
  process.prependOnceListener('exit', killAlong);
  child.once('exit', () => process.off('exit', killAlong));
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the shop did not start:\n${said}`));
    }, PATIENCE_MS);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const url = /answers at (http:\S+)/.exec(said)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve({ child, url });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    child.once('exit', () => reject(new Error(`the shop ended:\n${said}`)));
  });
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(signal);
  });
}
