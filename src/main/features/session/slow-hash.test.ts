import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openReadyShop, PEOPLE, type ReadyShop } from '../../../../test/helpers/ready-shop.ts';
import { slowHash, slowHashMatches } from './slow-hash.ts';

/** The published construction, written out: HMAC-SHA-256 under the key file, then scrypt (RFC 7914). */
function byHand(key: Buffer, pin: string, salt: string): string {
  const keyed = createHmac('sha256', key).update(pin).digest('base64url');
  return scryptSync(keyed, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 2 ** 26 }).toString('base64url');
}

let ready: ReadyShop | undefined;
const folders: string[] = [];
afterEach(async () => {
  await ready?.shop.close();
  ready = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwise-pin-'));
  folders.push(folder);
  return folder;
}

describe('a PIN as it is stored', () => {
  it('is HMAC under the key file, then scrypt, with a salt of its own', async () => {
    const folder = newFolder();
    const [first, second] = [await slowHash(folder, '7391'), await slowHash(folder, '7391')];
    const key = readFileSync(join(folder, 'pin.key'));
    expect(key).toHaveLength(32);
    expect(first.hash).toBe(byHand(key, '7391', first.salt));
    expect(Buffer.from(first.salt, 'base64url')).toHaveLength(16);
    expect(second.salt).not.toBe(first.salt);
    expect(second.hash).not.toBe(first.hash);
  });

  it('fits nothing but itself, and nothing under another key', async () => {
    const folder = newFolder();
    const stored = await slowHash(folder, '7391');
    expect(await slowHashMatches(folder, '7391', stored)).toBe(true);
    expect(await slowHashMatches(folder, '7392', stored)).toBe(false);
    expect(await slowHashMatches(folder, '7391', null)).toBe(false);
    expect(await slowHashMatches(newFolder(), '7391', stored)).toBe(false);
  });

  it('opens no till once the key file is another: a copied database alone gives no PIN away', async () => {
    ready = await openReadyShop();
    const { shop, cashier, ids } = ready;
    const [stored] = shop.rows<{ hash: string; salt: string }>(
      `SELECT pin_hash AS hash, salt FROM staff_pin WHERE staff_id = '${ids.owner}'`,
    );
    const file = join(shop.dataDir, 'pin.key');
    const kept = readFileSync(file);
    expect(stored?.hash).toBe(byHand(kept, PEOPLE.owner.pin, stored?.salt ?? ''));
    const pin = { staffId: ids.owner, pin: PEOPLE.owner.pin };
    writeFileSync(file, randomBytes(32));
    expect((await cashier.sameDevice().refused('session.signInWithPin', pin)).code).toBe(
      'auth.badCredentials',
    );
    writeFileSync(file, kept);
    await cashier.sameDevice().call('session.signInWithPin', pin);
  });
});
