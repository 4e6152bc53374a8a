import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the window presents instead of cookies: its device token (a file only its owner can read) and the session of
 *  the person at it (memory only: closing the window signs out). */
export interface WindowCredentials {
  sessionToken(): string | null;
  deviceToken(): string | null;
  setSession(token: string | null): void;
  setDevice(token: string | null): void;
}

export function openWindowCredentials(dataDir: string): WindowCredentials {
  const file = join(dataDir, 'window-device.key');
  let device = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  let session: string | null = null;
  return {
    sessionToken: () => session,
    deviceToken: () => device,
    setSession: (token) => {
      session = token;
    },
    setDevice: (token) => {
      device = token;
      if (token === null) rmSync(file, { force: true });
      else writeFileSync(file, `${token}\n`, { mode: 0o600 });
    },
  };
}
