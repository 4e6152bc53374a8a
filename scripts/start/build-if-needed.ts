import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

const builtFrom = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const buildMark = join(projectFolder, 'out', 'built');

/** Builds into out/ when a source is newer than the last whole build. Throws when the build fails. */
export function buildIfNeeded(): void {
  if (!buildIsStale()) return;
  console.error('Building…');
  build();
}

/** Builds into out/, whatever is there. Throws when the build fails. */
export function build(): void {
  const startedAt = new Date();
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  );
  const run = spawnSync(process.execPath, [bin, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The build failed.\n${run.stdout}${run.stderr}`);
  writeFileSync(buildMark, '');
  // What was edited while it built is newer than this.
  utimesSync(buildMark, startedAt, startedAt);
}

function buildIsStale(): boolean {
  if (!existsSync(buildMark) || !existsSync(join(projectFolder, 'out', 'main', 'index.js'))) return true;
  const builtAtMs = statSync(buildMark).mtimeMs;
  return builtFrom.some((name) => newestChangeMs(join(projectFolder, name)) > builtAtMs);
}

/** Folders count too: deleting a file changes only its folder's time. */
function newestChangeMs(path: string): number {
  if (!existsSync(path)) return 0;
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return readdirSync(path)
    .map((name) => newestChangeMs(join(path, name)))
    .reduce((newest, changedMs) => Math.max(newest, changedMs), about.mtimeMs);
}
