import { homedir } from 'node:os';
import { join } from 'node:path';

/** Outside node_modules, so that a fresh `npm ci` does not fetch two hundred megabytes again. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'tillwise', 'electron');
}
