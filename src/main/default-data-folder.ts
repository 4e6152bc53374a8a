import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a shop's data lies when nobody names a folder: the same for the window, the server and the tools. The demo
 *  shop has a folder of its own, so that it never mixes with a real one. */
export function defaultDataFolder(demo: boolean): string {
  return join(userDataBase(), demo ? 'Tillwise Demo' : 'Tillwise');
}

function userDataBase(): string {
  const { env, platform } = process;
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
}
