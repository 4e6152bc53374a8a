import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles one of the small C programs in shim/. @returns its path, or null without a C compiler. */
export function compile(name: 'failing-disk' | 'cut-power'): string | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-shim-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const target = join(folder, name);
  const kind = name === 'failing-disk' ? ['-shared', '-fPIC'] : [];
  const source = join(import.meta.dirname, 'shim', `${name}.c`);
  return spawnSync('cc', ['-O1', ...kind, '-o', target, source, '-ldl']).status === 0 ? target : null;
}
