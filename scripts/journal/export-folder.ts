import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPair } from './run-scenario.ts';

export const EXPORT_NAME = 'dep-export.json';
const KEYS_NAME = 'crypto.json';

/** The key file holds a secret: only its owner may read it. Left out where the key is not at hand. */
export function writePair(
  folder: string,
  pair: { readonly exportText: string; readonly keysText: string | null },
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, EXPORT_NAME), pair.exportText);
  if (pair.keysText !== null) writeFileSync(join(folder, KEYS_NAME), pair.keysText, { mode: 0o600 });
}

export function readPair(folder: string): ExportPair {
  return {
    exportText: readFileSync(join(folder, EXPORT_NAME), 'utf8'),
    keysText: readFileSync(join(folder, KEYS_NAME), 'utf8'),
  };
}
