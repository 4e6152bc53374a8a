import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineRefusal } from '../../src/main/engine-refusal.ts';
import { lockDataFolder } from '../../src/main/storage/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillwise-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock on a data folder', () => {
  it('refuses a second Tillwise and names who holds the folder', () => {
    lockDataFolder(folder, 0).release();
    const first = lockDataFolder(folder, 1_772_445_600_000);
    const second = (): unknown => lockDataFolder(folder, 1_772_445_600_000);
    expect(second).toThrow(EngineRefusal);
    expect(second).toThrow(new RegExp(`process ${process.pid}`));
    first.release();
  });

  it('is free again after its holder released it', () => {
    lockDataFolder(folder, 0).release();
    lockDataFolder(folder, 0).release();
  });

  it('is free again after its holder was killed', async () => {
    const module = new URL('../../src/main/storage/data-folder.ts', import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then((m) => { m.lockDataFolder(${JSON.stringify(folder)}, 0); console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(() => lockDataFolder(folder, 0)).toThrow(EngineRefusal);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockDataFolder(folder, 0).release();
  });

  it('keeps other accounts of the computer out of the folder', () => {
    const lock = lockDataFolder(folder, 0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    lock.release();
  });
});
