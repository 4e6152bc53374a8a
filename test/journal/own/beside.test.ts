import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { openTamperedShop, type TamperedShop } from './tampered-shop.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/journal.ts');
const run = promisify(execFile);

let shop: TamperedShop | null = null;
const folders: string[] = [];
afterEach(async () => {
  await shop?.close().catch(() => undefined);
  shop = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function journal(...words: readonly string[]) {
  const done = await run(process.execPath, [SCRIPT, ...words]).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { status: 'code' in done ? done.code : 0, text: `${done.stdout}${done.stderr}`.trim() };
}

/** Every byte of the data folder, but the table in which SQLite's readers note themselves while they read. */
function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    files
      .filter((name) => !name.endsWith('-shm'))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** The shop writes for a moment after a sale, of itself (search follows what was sold): what changes later is our doing. */
async function untilQuiet(folder: string): Promise<Record<string, string>> {
  for (let tries = 0; tries < 40; tries += 1) {
    const before = bytesOf(folder);
    await wait(500);
    if (JSON.stringify(bytesOf(folder)) === JSON.stringify(before)) return before;
  }
  throw new Error('the shop never came to rest');
}

function outFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-export-'));
  folders.push(folder);
  return folder;
}

describe('npm run journal, on a shop', { timeout: 60_000 }, () => {
  it('verifies and exports beside a running shop and changes no byte of it', async () => {
    shop = await openTamperedShop();
    const { dataDir } = shop.till.shop;
    const before = await untilQuiet(dataDir);
    expect(Object.keys(before)).toContain('tillwise.db-wal');
    const verified = await journal('verify', '--data', dataDir);
    expect(verified).toMatchObject({
      status: 0,
      text: expect.stringContaining('register T1: 6 documents hold'),
    });
    expect(verified.text).toContain('7 signed receipts hold, 0 without a signature');
    const out = outFolder();
    expect(await journal('export', '--data', dataDir, '--out', out)).toMatchObject({
      status: 0,
      text: expect.stringContaining('register T1: 7 receipts'),
    });
    expect(bytesOf(dataDir)).toEqual(before);
    expect(readdirSync(out).sort()).toEqual(['crypto.json', 'dep-export.json']);
    expect(await journal('verify-export', out)).toMatchObject({
      status: 0,
      text: expect.stringContaining('register T1: 7 receipts verified'),
    });
    // The till goes on, and was never in anybody's way.
    const productId = shop.till.id('milk');
    expect((await shop.till.carl.call('sale.addProduct', { productId })).sale.lines).toHaveLength(1);
  });

  it('reads a shop at rest and leaves nothing beside it', async () => {
    shop = await openTamperedShop();
    const { dataDir } = shop.till.shop;
    shop.raw.close();
    await shop.till.shop.engine.close();
    const before = bytesOf(dataDir);
    expect(Object.keys(before)).not.toContain('tillwise.db-wal');
    expect(await journal('verify', '--data', dataDir)).toMatchObject({ status: 0 });
    expect(bytesOf(dataDir)).toEqual(before);
    expect(readdirSync(dataDir).filter((name) => /-(wal|shm)$/.test(name))).not.toContain('tillwise.db-wal');
    rmSync(dataDir, { recursive: true });
    shop = null;
  });

  it('names the first bad document and why, and a cut end by a head that was noted', async () => {
    shop = await openTamperedShop();
    const { dataDir } = shop.till.shop;
    const noted = /head (6:[0-9a-f]{64})/.exec((await journal('verify', '--data', dataDir)).text)?.[1] ?? '';
    expect(
      await journal('verify', '--data', dataDir, '--head', `T1=${noted.replace(/^6/, '7')}`),
    ).toMatchObject({
      status: 1,
      text: expect.stringContaining('entriesMissing'),
    });
    shop.raw.exec("UPDATE document SET total_minor = 1 WHERE fiscal_number = 'T1-000003'");
    expect(await journal('verify', '--data', dataDir)).toMatchObject({
      status: 1,
      text: 'register T1: 3 documents hold, then entry 4 "T1-000003": the document was changed after it was closed (documentChanged)\nregister T2: no documents',
    });
    expect(await journal('verify', '--data', outFolder())).toMatchObject({ status: 2 });
  });
});
