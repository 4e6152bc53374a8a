import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { productionFuses } from '../../../electron-builder.config.ts';

/** A runtime whose executable can be changed; everything else in its folder is a link to the original's. */
export function copyRuntime(executable: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-fuses-'));
  const own = basename(executable);
  for (const name of readdirSync(dirname(executable))) {
    if (name !== own) symlinkSync(join(dirname(executable), name), join(folder, name));
  }
  copyFileSync(executable, join(folder, own));
  return join(folder, own);
}

/** Sets in a copy of an Electron executable what packaging sets in the sold one. */
export async function flipProductionFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: productionFuses.runAsNode,
    [FuseV1Options.EnableCookieEncryption]: productionFuses.enableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]:
      productionFuses.enableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: productionFuses.enableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]:
      productionFuses.enableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: productionFuses.onlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]:
      productionFuses.loadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: productionFuses.grantFileProtocolExtraPrivileges,
  });
}

/** Whether the executable can be misused as a plain Node: the classic way to run one's own script under a signed name. */
export function runsAsNode(executable: string): Promise<boolean> {
  const words = ['-e', 'console.log("ran as node")'];
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return new Promise((done) => {
    execFile(executable, words, { env: environment, timeout: 8_000 }, (_failure, output) => {
      done(output.includes('ran as node'));
    });
  });
}
