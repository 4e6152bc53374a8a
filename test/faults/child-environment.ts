import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let cache: string | null = null;

/** What a till of its own process is started with. Node keeps the compiled program between starts: thousands of kills
 *  would else wait for the compiler most of the time. A killed till writes no cache, so the tills flush it once open. */
export function childEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  if (cache === null) {
    const folder = mkdtempSync(join(tmpdir(), 'tillwise-compiled-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    cache = folder;
  }
  return { ...process.env, NODE_COMPILE_CACHE: cache, ...extra };
}
