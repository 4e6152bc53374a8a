import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A prepared table, unpacked. Says what is missing, and ends, where the folder does not hold it. */
export function readSource(folder: string, path: string): string {
  const file = join(folder, path);
  if (existsSync(file)) return gunzipSync(readFileSync(file)).toString('utf8');
  console.error(
    `There is no ${file}: name the folder of the prepared data with --data DIR. Nothing was changed.`,
  );
  process.exit(1);
}
