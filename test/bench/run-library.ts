import { spawnSync } from 'node:child_process';
import type { Misspelt } from './queries.ts';
import type { Figure } from './scenario.ts';

const SCRIPT = new URL('./library-process.ts', import.meta.url).pathname;

export interface LibraryTask {
  readonly names: readonly string[];
  readonly queries: readonly string[];
  readonly wrong: readonly Misspelt[];
  readonly limit: number;
}

export interface LibraryAnswer {
  readonly buildSeconds: number;
  readonly memoryMb: number;
  readonly queriesP95: number;
  readonly wrongP95: number;
  readonly found: number;
}

/** A search library with the same names in a process of its own, so that its memory is its own. */
export function runLibrary(library: 'minisearch' | 'orama', task: LibraryTask): Figure[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', SCRIPT, library], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(`${library}: ${stderr.slice(-500) || 'took longer than five minutes'}`);
  const answer = JSON.parse(stdout) as LibraryAnswer;
  return [
    { name: `${library}: words, p95`, value: answer.queriesP95, unit: 'ms' },
    { name: `${library}: misspelt names found`, value: answer.found, unit: '%' },
    { name: `${library}: misspelt names, p95`, value: answer.wrongP95, unit: 'ms' },
    { name: `${library}: memory of its index`, value: answer.memoryMb, unit: 'MB' },
    { name: `${library}: building it, at every start`, value: answer.buildSeconds, unit: 's' },
  ];
}
