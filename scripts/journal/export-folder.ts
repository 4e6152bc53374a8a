import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPair } from './run-scenario.ts';

const EXPORT_NAME = 'dep-export.json';
const KEYS_NAME = 'crypto.json';

export function writePair(folder: string, pair: ExportPair): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, EXPORT_NAME), pair.exportText);
  writeFileSync(join(folder, KEYS_NAME), pair.keysText);
}

export function readPair(folder: string): ExportPair {
  return {
    exportText: readFileSync(join(folder, EXPORT_NAME), 'utf8'),
    keysText: readFileSync(join(folder, KEYS_NAME), 'utf8'),
  };
}
