import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { countMissing, readHeadNote } from '../../src/main/journal/head-note.ts';
import { SigningKeys } from '../../src/main/journal/signing-keys.ts';
import { verifyShop } from '../../src/main/journal/verify-shop.ts';
import type { Connection } from '../../src/main/storage/connection.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';
import type { ReadyShop } from '../helpers/ready-shop.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';
import type { FaultCheck, FaultFigures, Size } from './check.ts';
import { randomFrom } from './random.ts';

const SEED = 16;
const FIRST_CHECKPOINT_MS = 4000;
const TRIES: Readonly<Record<Size, number>> = { short: 60, full: 1500 };

export const corruption: FaultCheck = {
  name: 'Flipped bytes and cut files',
  promises: [16],
  what: 'One bit of the database or of its log is turned, or the file is cut, at a random place; then the shop is opened, its structure checked and its journal recomputed.',
  limits:
    'A bit turned inside a value that no signature covers (a product’s name or price, a setting) is not noticed by anything: SQLite keeps no checksum of its pages. Sealed backups do notice it. A log damaged after the till stopped ends where the damage begins, as after a crash: the sales behind it are gone, which the note beside the database tells, or a journal head noted elsewhere (a backup, a print); of the last five seconds before the stop no note may exist yet. A log damaged after it was copied into the database, and before new sales begin it anew, is refused at opening instead.',
  run,
};

type Verdict =
  | 'refused'
  | 'noticed'
  | 'missing'
  | 'nothing changed'
  | 'shorter'
  | 'changeable rows'
  | 'closed sales';

async function run(size: Size): Promise<FaultFigures> {
  const ready = await soldShop();
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-corrupt-'));
  const random = randomFrom(SEED);
  const tally: Record<Verdict, number> = {
    refused: 0,
    noticed: 0,
    missing: 0,
    'nothing changed': 0,
    shorter: 0,
    'changeable rows': 0,
    'closed sales': 0,
  };
  const wrong: string[] = [];
  try {
    const whole = await readShop(ready.shop.dataDir, folder, () => {});
    if (typeof whole === 'string') throw new Error(`the whole file is ${whole}`);
    for (let attempt = 0; attempt < TRIES[size]; attempt += 1) {
      const damage = chooseDamage(attempt, random);
      const seen = await readShop(ready.shop.dataDir, folder, damage.apply);
      const verdict = typeof seen === 'string' ? seen : compare(whole, seen);
      tally[verdict] += 1;
      if (verdict === 'shorter') wrong.push(`${damage.what}: sales are missing and nobody noticed`);
      if (verdict === 'closed sales') wrong.push(`${damage.what}: closed sales differ and nobody noticed`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    ready.shop.discard();
  }
  return {
    counts: {
      'files damaged': TRIES[size],
      'refused at opening': tally.refused,
      'noticed by the checks': tally.noticed,
      'nothing was changed by it': tally['nothing changed'],
      'log cut short: told at opening how many sales are missing': tally.missing,
      'log cut short: unnoticed': tally.shorter,
      'unnoticed in rows no signature covers': tally['changeable rows'],
      'unnoticed in closed sales': tally['closed sales'],
    },
    wrong,
    short: [
      ...(tally['changeable rows'] > 0
        ? [
            `${tally['changeable rows']} of ${TRIES[size]} damages went unnoticed in rows that no signature covers`,
          ]
        : []),
    ],
  };
}

/** Some sales, the last of them still in the log, as a killed till leaves them. */
async function soldShop(): Promise<ReadyShop> {
  const ready = await openReadyShop();
  const { id: productId } = await ready.addProduct(ready.owner, { name: 'Tea', priceMinor: 275 });
  const sell = async () => {
    const { sale } = await ready.cashier.call('sale.addProduct', { productId, quantityMilli: 1000 });
    const payment = { kind: 'cash' as const, amountMinor: sale.totalMinor };
    await ready.cashier.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: sale.totalMinor,
      payment,
    });
  };
  for (let sale = 0; sale < 30; sale += 1) await sell();
  await ready.shop.restart();
  // Once the log has been copied for the first time, it holds what is sold from here on, and nothing else does.
  await wait(FIRST_CHECKPOINT_MS);
  for (let sale = 0; sale < 5; sale += 1) await sell();
  // As a shop at work, a few seconds after its last sale.
  while (readHeadNote(ready.shop.dataDir)?.heads[0]?.count !== 35) await wait(200);
  const copy = mkdtempSync(join(tmpdir(), 'tillwise-sold-'));
  cpSync(ready.shop.dataDir, copy, { recursive: true });
  await ready.shop.engine.close();
  rmSync(ready.shop.dataDir, { recursive: true });
  cpSync(copy, ready.shop.dataDir, { recursive: true });
  rmSync(copy, { recursive: true });
  return ready;
}

interface Damage {
  readonly what: string;
  apply(dataDir: string): void;
}

function chooseDamage(attempt: number, random: () => number): Damage {
  const name = attempt % 3 === 2 ? `${DATABASE_FILE}-wal` : DATABASE_FILE;
  const cut = attempt % 5 === 4;
  const place = random();
  const bit = Math.floor(random() * 8);
  return {
    what: `${cut ? 'cut' : 'bit'} at ${place.toFixed(6)} of ${name}`,
    apply: (dataDir) => {
      const file = join(dataDir, name);
      const bytes = readFileSync(file);
      const at = Math.floor(place * bytes.length);
      if (cut) return truncateSync(file, at);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      writeFileSync(file, bytes);
    },
  };
}

interface Content {
  readonly closed: ReadonlySet<string>;
  readonly rest: string;
}

/** Opens a damaged copy as the program does, then checks structure and journal. */
async function readShop(
  source: string,
  folder: string,
  damage: (dataDir: string) => void,
): Promise<Content | 'refused' | 'noticed' | 'missing'> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  damage(folder);
  let db: Connection;
  try {
    db = openDatabase(folder).db;
  } catch {
    return 'refused';
  }
  try {
    if (db.handle.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'noticed';
    const registers = db.handle.prepare('SELECT id FROM register').pluck().all() as string[];
    if (registers.length === 0) return 'noticed';
    if (countMissing(db, readHeadNote(folder)) > 0) return 'missing';
    const verdicts = verifyShop(db, { keys: new SigningKeys(folder) });
    if (verdicts.some(({ fault }) => fault !== null)) return 'noticed';
    return readContent(db);
  } catch {
    return 'noticed';
  } finally {
    db.close();
  }
}

const CLOSED = ['document', 'document_line', 'line_adjustment', 'line_tax', 'payment', 'journal'];

function readContent(db: Connection): Content {
  const tables = db.handle
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search_%' AND name <> 'meta' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const rows = (name: string) => [name, db.handle.prepare(`SELECT * FROM "${name}"`).raw().all()];
  return {
    closed: new Set(
      CLOSED.flatMap((name) => (rows(name)[1] as unknown[]).map((row) => `${name} ${JSON.stringify(row)}`)),
    ),
    rest: JSON.stringify(tables.filter((name) => !CLOSED.includes(name)).map(rows)),
  };
}

function compare(whole: Content, seen: Content): Verdict {
  for (const row of seen.closed) if (!whole.closed.has(row)) return 'closed sales';
  if (seen.closed.size < whole.closed.size) return 'shorter';
  return seen.rest === whole.rest ? 'nothing changed' : 'changeable rows';
}
