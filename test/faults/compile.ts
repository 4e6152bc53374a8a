import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles the library that a till is started under (shim/). @returns its path, or null without a C compiler. */
export function compileFailingDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-shim-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const target = join(folder, 'failing-disk.so');
  const source = join(import.meta.dirname, 'shim', 'failing-disk.c');
  const words = ['-O1', '-shared', '-fPIC', '-o', target, source, '-ldl'];
  return spawnSync('cc', words).status === 0 ? target : null;
}
