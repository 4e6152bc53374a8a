import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openEngine } from '../../src/main/engine.ts';
import { EngineRefusal } from '../../src/main/engine-refusal.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';

const TRIES: Readonly<Record<Size, number>> = { short: 6, full: 40 };

export const newerFiles: FaultCheck = {
  name: 'A newer file',
  promises: [20],
  what: 'A shop whose format number is higher than this version knows is opened, closed in order or left with a log beside it; the bytes of both files are compared.',
  limits: 'The newer format is this one with a higher number.',
  run,
};

async function run(size: Size): Promise<FaultFigures> {
  const ready = await openReadyShop();
  await ready.addProduct(ready.owner, { name: 'Tea' });
  const base = mkdtempSync(join(tmpdir(), 'tillwise-newer-'));
  const wrong: string[] = [];
  let refused = 0;
  let changed = 0;
  try {
    for (let attempt = 0; attempt < TRIES[size]; attempt += 1) {
      const folder = join(base, String(attempt));
      cpSync(ready.shop.dataDir, folder, { recursive: true });
      const file = join(folder, DATABASE_FILE);
      makeNewer(file, attempt);
      const before = [fingerprint(file), fingerprint(`${file}-wal`)];
      const code = await openEngine({ dataDir: folder, rendererDir: folder, version: 'test' }).then(
        (engine) => engine.close().then(() => 'opened'),
        (error: unknown) => (error instanceof EngineRefusal ? error.code : String(error)),
      );
      if (code === 'database.newer') refused += 1;
      else wrong.push(`attempt ${attempt}: ${code}`);
      if (before.join() !== [fingerprint(file), fingerprint(`${file}-wal`)].join()) {
        changed += 1;
        wrong.push(`attempt ${attempt}: the file was changed`);
      }
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
    await ready.shop.close();
  }
  return {
    counts: { 'newer files opened': TRIES[size], 'refused by name': refused, 'files changed': changed },
    wrong,
  };
}

/** Every second one is left with its log beside it, as by a kill. */
function makeNewer(file: string, attempt: number): void {
  const db = new Database(file);
  const version = db.pragma('user_version', { simple: true }) as number;
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma(`user_version = ${version + 10 + attempt * 10}`);
  if (attempt % 2 === 0) {
    db.close();
    return;
  }
  const copies = [file, `${file}-wal`].map((path) => [path, `${path}.copy`] as const);
  for (const [path, copy] of copies) cpSync(path, copy);
  db.close();
  for (const [path, copy] of copies) {
    cpSync(copy, path);
    rmSync(copy);
  }
}

function fingerprint(file: string): string {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none';
}
