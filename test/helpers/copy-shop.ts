import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { forgetPlace } from '../../src/main/storage/folder-place.ts';
import { connect, DATABASE_FILE } from '../../src/main/storage/open-database.ts';

/** A copy of a closed shop that takes itself for the shop: one at work asks first which of the two goes on. */
export function copyShop(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const db = connect(join(to, DATABASE_FILE));
  forgetPlace(db);
  db.close();
}
