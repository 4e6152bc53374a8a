import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const libraryPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
];
const displayPackages = ['xvfb', 'xauth'];

/** Makes sure that the runtime's shared libraries are there: as root on Debian it installs them, elsewhere it throws
 *  with the command to run. Does nothing outside Linux. */
export function ensureElectronLibraries(executable: string): void {
  if (process.platform !== 'linux') return;
  if (missingLibraries(executable).length > 0) installPackages(libraryPackages, 'libraries Electron needs');
  const missing = missingLibraries(executable);
  if (missing.length > 0) throw new Error(`Electron still misses ${missing.join(', ')}`);
}

function missingLibraries(executable: string): string[] {
  const listing = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '';
  return listing
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

function installPackages(packages: readonly string[], what: string): void {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`Missing: ${what}. Run: sudo ${command}`);
  }
  console.error(`Installing ${what}: ${packages.join(' ')}`);
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], options);
  const done = spawnSync(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages.map(nameHere)],
    options,
  );
  if (done.status !== 0) throw new Error(`Could not install ${what}. Run: sudo ${command}`);
}

/** Debian 13 renamed some libraries (…t64); the name that this release knows is asked for. */
function nameHere(debianPackage: string): string {
  const renamed = spawnSync('apt-cache', ['show', `${debianPackage}t64`], { encoding: 'utf8' });
  return renamed.status === 0 && renamed.stdout.includes('Package:') ? `${debianPackage}t64` : debianPackage;
}

export interface Display {
  name: string;
  close(): void;
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** The display there is, or a virtual one started for tests (installing Xvfb as root on Debian). Close it after use. */
export async function ensureDisplay(): Promise<Display> {
  if (hasDisplay()) return { name: process.env['DISPLAY'] ?? '', close: () => undefined };
  if (!existsSync('/usr/bin/Xvfb')) installPackages(displayPackages, 'a virtual display');
  return startVirtualDisplay();
}

/** Xvfb picks a free number itself and reports it, so that test runs beside each other do not collide. */
async function startVirtualDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await Promise.race([firstOutput(server.stdio[3]), delay(10_000, null)]);
  if (number === null) {
    server.kill();
    throw new Error('Xvfb did not start');
  }
  server.unref();
  return { name: `:${number.trim()}`, close: () => void server.kill() };
}

function firstOutput(stream: unknown): Promise<string> {
  return new Promise((done) => {
    (stream as NodeJS.ReadableStream).once('data', (text: Buffer) => done(text.toString()));
  });
}
