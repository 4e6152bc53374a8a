import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './test/find-chromium.ts';
import { runCommand } from './test/run-command.ts';
import { oneCheck, type StageName, type StageResult, tail } from './test/stage.ts';

/** Something of the machine that a stage cannot do without. */
interface Need {
  readonly debianPackage: string;
  readonly stages: readonly StageName[];
  isThere(): boolean;
}

const onLinux = process.platform === 'linux';

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

let libraryList: string | undefined;
function hasLibrary(soname: string): boolean {
  libraryList ??= spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return libraryList.includes(`${soname} `);
}

function hasChineseFont(): boolean {
  return (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

const ELECTRON_LIBRARIES: Record<string, string> = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  libxtst6: 'libXtst.so.6',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
  libdrm2: 'libdrm.so.2',
};

const NEEDS: readonly Need[] = [
  { debianPackage: 'chromium', stages: ['browser', 'looks'], isThere: () => findChromium() !== undefined },
  { debianPackage: 'fonts-noto-cjk', stages: ['browser', 'looks', 'desktop'], isThere: hasChineseFont },
  { debianPackage: 'poppler-utils', stages: ['unit', 'browser'], isThere: () => onPath('pdftoppm') },
  { debianPackage: 'xvfb', stages: ['desktop'], isThere: () => onPath('Xvfb') && onPath('xvfb-run') },
  { debianPackage: 'xauth', stages: ['desktop'], isThere: () => onPath('xauth') },
  ...Object.entries(ELECTRON_LIBRARIES).map(
    ([debianPackage, soname]): Need => ({
      debianPackage,
      stages: ['desktop'],
      isThere: () => hasLibrary(soname),
    }),
  ),
];

function missingPackages(chosen: ReadonlySet<StageName>): string[] {
  libraryList = undefined;
  if (!onLinux) {
    return chosen.has('browser') && !findChromium() ? ['Chrome or Chromium (or CHROMIUM_PATH)'] : [];
  }
  return NEEDS.filter((need) => need.stages.some((stage) => chosen.has(stage)) && !need.isThere()).map(
    (need) => need.debianPackage,
  );
}

/** Debian 13 renamed some libraries (…t64); the name that this release knows is asked for. */
function nameHere(debianPackage: string): string {
  const renamed = `${debianPackage}t64`;
  const known = spawnSync('apt-cache', ['show', renamed], { encoding: 'utf8' });
  return known.status === 0 && known.stdout.includes('Package:') ? renamed : debianPackage;
}

async function installOnDebian(packages: readonly string[]): Promise<string> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand(['apt-get', 'update', '-qq'], { timeoutMs: 180_000, env });
  const install = await runCommand(
    [
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...packages.map(nameHere),
    ],
    { timeoutMs: 600_000, env },
  );
  return install.exitCode === 0 ? '' : tail(`${update.output}\n${install.output}`, 12);
}

/** Sees to it that the machine has what the chosen stages need: installs it as root on Debian, and otherwise names
 *  it with the command that would. It never lets a stage pass for want of a program. */
export async function prepareTests(chosen: ReadonlySet<StageName>): Promise<StageResult> {
  const missing = missingPackages(chosen);
  if (missing.length === 0) return oneCheck(true, '');
  let why = '';
  if (onLinux && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`  installing ${missing.join(' ')}`);
    why = await installOnDebian(missing);
  }
  const still = missingPackages(chosen);
  const command = onLinux ? `sudo apt-get install ${still.join(' ')}` : `install ${still.join(', ')}`;
  return oneCheck(still.length === 0, `missing: ${still.join(' ')}; run: ${command}${why && `\n${why}`}`);
}
