import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/main/storage/open-database.ts';
import {
  discardFolder,
  emptyFolder,
  flipBit,
  openStockedShop,
  type StockedShop,
  sellOne,
} from './backup-shop.ts';

const PASSPHRASE = 'umbrella by the window';

let stocked: StockedShop;
let folder: string;
beforeEach(async () => {
  folder = emptyFolder();
  stocked = await openStockedShop();
  await sellOne(stocked.owner, stocked.productId);
});
afterEach(async () => {
  await stocked.shop.close();
  discardFolder(folder);
});

async function makeBackup(passphrase: string | null = null) {
  await stocked.owner.call('backup.setUp', { folder, passphrase });
  const { file } = await stocked.owner.call('backup.make', {});
  return { file, path: join(folder, file) };
}

/** Refused alike by looking, by rehearsing and by restoring, and the shop is as before. */
async function expectRefused(file: string, code: string, passphrase?: string): Promise<void> {
  const before = stocked.shop.snapshot();
  const input = { file, ...(passphrase === undefined ? {} : { passphrase }) };
  for (const call of ['backup.preview', 'backup.rehearse', 'backup.restore'] as const)
    expect((await stocked.owner.refused(call, input)).code).toBe(code);
  expect(stocked.shop.snapshot()).toBe(before);
  expect(readdirSync(join(stocked.shop.dataDir, 'backups')).filter((name) => name.startsWith('.'))).toEqual(
    [],
  );
}

describe.each([
  { what: 'plain', passphrase: null },
  { what: 'encrypted', passphrase: PASSPHRASE },
])('a damaged backup, $what', ({ passphrase }) => {
  it('is refused when it was cut short, wherever', { timeout: 60_000 }, async () => {
    const { file, path } = await makeBackup(passphrase);
    const size = statSync(path).size;
    for (const left of [size - 1, size - 48, size >> 1, 4096, 40, 0]) {
      truncateSync(path, left);
      await expectRefused(file, 'backup.damaged');
    }
  });

  it('is refused when one bit is turned, wherever', { timeout: 60_000 }, async () => {
    const { file, path } = await makeBackup(passphrase);
    const size = statSync(path).size;
    for (const at of [60, Math.floor(size / 3), Math.floor(size / 2), size - 60, size - 1]) {
      flipBit(path, at);
      await expectRefused(file, 'backup.damaged');
      flipBit(path, at);
    }
    await stocked.owner.call('backup.rehearse', { file });
  });
});

describe('an encrypted backup', () => {
  it('gives nothing away, and opens with its passphrase alone', async () => {
    const { file, path } = await makeBackup(PASSPHRASE);
    const bytes = readFileSync(path);
    expect(bytes.includes('Corner Shop')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    await stocked.owner.call('backup.setUp', { folder, passphrase: null });
    await expectRefused(file, 'backup.passphraseNeeded');
    await expectRefused(file, 'backup.wrongPassphrase', 'umbrella by the door');
    const found = await stocked.owner.call('backup.preview', { file, passphrase: PASSPHRASE });
    expect(found).toMatchObject({ shopName: 'Corner Shop', sales: 1, encrypted: true, pinsWork: true });
    expect((await stocked.owner.call('backup.restore', { file, passphrase: PASSPHRASE })).documents).toBe(1);
  });

  it('leaves the passphrase nowhere in the data folder', async () => {
    await makeBackup(PASSPHRASE);
    const { dataDir } = stocked.shop;
    for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
      const path = join(dataDir, name);
      if (statSync(path).isFile()) expect(readFileSync(path).includes(PASSPHRASE), name).toBe(false);
    }
  });
});

describe('what is no backup', () => {
  it('is refused: a name that is a path, a missing file, a list of goods, a newer shop', async () => {
    const { file, path } = await makeBackup();
    expect((await stocked.owner.refused('backup.preview', { file: '../tillwise.db' })).code).toBe(
      'input.invalid',
    );
    await expectRefused('tillwise-none.db', 'backup.unknown');
    copyFileSync(join(stocked.shop.dataDir, 'page', 'index.html'), join(folder, 'list.db'));
    await expectRefused('list.db', 'backup.damaged');
    copyFileSync(path, join(folder, 'newer.db'));
    const newer = emptyFolder();
    openDatabase(newer, [
      { number: 9990, name: 'later', sql: 'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)' },
    ]).db.close();
    copyFileSync(join(newer, 'tillwise.db'), join(folder, 'newer.db'));
    discardFolder(newer);
    await expectRefused('newer.db', 'backup.newer');
    expect(file).toMatch(/^tillwise-[0-9a-f]{8}-2026-03-02-100000-hand\.db$/);
  });
});

describe('a folder that cannot be used', () => {
  it('is refused when it is chosen: missing, not in full, a file', async () => {
    const { path } = await makeBackup();
    for (const bad of [join(folder, 'not-there'), 'relative/folder', path])
      expect((await stocked.owner.refused('backup.setUp', { folder: bad })).code).toBe(
        'backup.folderUnusable',
      );
  });

  it('is a clear error and a warning when it goes away later, and selling goes on', async () => {
    await stocked.owner.call('backup.setUp', { folder });
    discardFolder(folder);
    expect((await stocked.owner.refused('backup.make', {})).code).toBe('backup.folderUnusable');
    expect((await stocked.owner.call('backup.status', {})).errorCode).toBe('backup.folderUnusable');
    await sellOne(stocked.owner, stocked.productId);
  });

  it('says so when the disk is full', async () => {
    // Every write to this device answers that the disk is full.
    const { answering } = await import('../../src/main/storage/backup-fault.ts');
    const { FileWriter } = await import('../../src/main/storage/backup-streams.ts');
    const written = await answering(() =>
      FileWriter.use('/dev/full', (out) => out.write(Buffer.alloc(4096))),
    );
    expect(written).toMatchObject({ ok: false, error: { code: 'backup.diskFull' } });
  });
});
