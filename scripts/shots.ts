import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runCommand, testEnvironment } from './test/run-command.ts';
import { tail } from './test/stage.ts';

/** Pictures of every screen of the demo shop into shots/<language>/<theme>/<size>/:
 *  npm run shots [-- --language zh] [name …] */

const PATIENCE_MS = 90_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** Serves a new shop from a data folder of its own (the pictures make one of them the demo shop). @returns its address, and how to end it */
async function startShop(): Promise<{ url: string; stop: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'tillwise-shots-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const shop = spawn('node', ['scripts/serve.ts', '--data', data, '--port', String(port)], {
    cwd: root,
    env: testEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [shop.stdout, shop.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const stop = () => {
    if (shop.pid && shop.exitCode === null) process.kill(-shop.pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const untilMs = performance.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (shop.exitCode !== null || performance.now() > untilMs) {
      stop();
      throw new Error(`the shop did not start:\n${tail(said)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, stop };
}

const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string', default: 'en' } },
});
const build = await runCommand(['electron-vite', 'build']);
if (build.exitCode !== 0) throw new Error(tail(build.output));
const shops = await Promise.all([startShop(), startShop()]);
const [demo, empty] = shops;
try {
  const run = await runCommand(['playwright', 'test', '--project=shots', '--reporter=list'], {
    timeoutMs: 40 * 60_000,
    env: {
      TILLWISE_SHOTS_DEMO: demo.url,
      TILLWISE_SHOTS_EMPTY: empty.url,
      TILLWISE_SHOTS_LANGUAGE: values.language,
      TILLWISE_SHOTS_ONLY: only.join(','),
    },
  });
  console.log(run.output.trimEnd());
  console.log('Pictures: shots/<language>/<theme>/<size>/<name>.png');
  process.exitCode = run.exitCode;
} finally {
  for (const shop of shops) shop.stop();
}
