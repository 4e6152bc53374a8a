import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchTillwise } from './launch-tillwise.ts';

/** Only where the engine runs beside the window (see src/main/engine-host.ts); inside it there is nothing to kill. */
test('a till whose engine is killed comes back by itself on the same shop', async () => {
  const till = await launchTillwise();
  const bridged = await till.app.evaluate(() => Number(process.versions['napi']) < 10);
  if (bridged) {
    const windowPid = till.app.process().pid ?? 0;
    const before = enginePid(windowPid);
    const reloaded = till.page.waitForEvent('load');
    process.kill(before, 'SIGKILL');
    await reloaded;
    expect(enginePid(windowPid)).not.toBe(before);
    await expect(till.page.locator('body')).not.toBeEmpty();
  }
  await till.close();
});

test('closing the window ends every process it started', async () => {
  const till = await launchTillwise();
  const windowPid = till.app.process().pid ?? 0;
  const children = childPids(windowPid);
  await till.close();
  await expect.poll(() => children.filter(isRunning)).toEqual([]);
});

test('a port that is taken keeps browsers out, not the person at the till', async () => {
  const holder = createServer();
  await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
  const { port } = holder.address() as AddressInfo;
  const till = await launchTillwise({ args: ['--port', String(port)] });
  await expect(till.page.getByRole('heading', { name: 'Welcome to Tillwise' })).toBeVisible();
  await expect.poll(() => till.said()).toContain('Browsers cannot connect: listen EADDRINUSE');
  await till.close();
  await new Promise((closed) => holder.close(closed));
});

test('the window remembers its size', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillwise-size-'));
  const first = await launchTillwise({ dataDir });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 700));
  // Only once it has left the folder can the next one take it.
  const gone = once(first.app.process(), 'exit');
  const closing = first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await Promise.all([gone, closing.catch(() => undefined)]);
  const second = await launchTillwise({ dataDir });
  const size = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1024, 700]);
  await second.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function childPids(parent: number): number[] {
  return execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0);
}

function enginePid(parent: number): number {
  const pid = childPids(parent).find((child) =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('engine-child'),
  );
  if (pid === undefined) throw new Error('no engine beside the window');
  return pid;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
