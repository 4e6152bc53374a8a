import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

const connectMs = 4_000;
const slowestDownloadMs = 10 * 60_000;
const retryAfterMs = 60 * 60_000;

export function electronPackageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** The executable's place inside an unpacked Electron distribution. */
export function executableIn(distFolder: string): string {
  if (process.platform === 'darwin') return join(distFolder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distFolder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/** Runs the electron package's own installer. Returns false at once where the release page does not answer, and
 *  remembers that for an hour so that a start without network stays quick. */
export async function downloadOfficialRuntime(): Promise<boolean> {
  if (failedLately() || !(await releasePageAnswers())) {
    await rememberFailure();
    return false;
  }
  console.error('Downloading Electron…');
  const installed = await runInstaller();
  if (!installed) await rememberFailure();
  return installed;
}

function failureNote(): string {
  return join(cacheFolder(), 'release-page-unreachable');
}

function failedLately(): boolean {
  const note = failureNote();
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < retryAfterMs;
}

async function rememberFailure(): Promise<void> {
  if (failedLately()) return;
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(failureNote(), 'delete this file to try again at once\n');
}

/** Behind a proxy only the installer knows the way, so it is left to try. */
async function releasePageAnswers(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  if (proxy !== undefined) return true;
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(connectMs),
    });
    return true;
  } catch {
    return false;
  }
}

function runInstaller(): Promise<boolean> {
  const installer = spawn(process.execPath, [join(electronPackageFolder(), 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: slowestDownloadMs,
  });
  return new Promise((done) => {
    installer.once('error', () => done(false));
    installer.once('exit', (code) => done(code === 0));
  });
}
