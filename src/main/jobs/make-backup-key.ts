import { type BackupKey, makeKey } from '../storage/backup-key.ts';

/** Off the main thread: half a second of work. */
export async function makeBackupKey(order: { readonly passphrase: string }): Promise<BackupKey> {
  return makeKey(order.passphrase);
}
