import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmptyShop, type TestShop } from '../../../../test/helpers/open-shop.ts';
import { PEOPLE, SHOP, TAX_CATEGORIES } from '../../../../test/helpers/ready-shop.ts';

let shop: TestShop;
afterEach(() => shop.close());

const NEW_SHOP = {
  shop: SHOP,
  taxCategories: TAX_CATEGORIES,
  register: { name: 'Till 1', prefix: 'T1' },
  owner: PEOPLE.owner,
};

describe('setup.createShop', () => {
  it('makes the shop, its till and its owner, who is signed in on an enrolled device', async () => {
    shop = await openEmptyShop();
    const owner = shop.caller();
    expect(await owner.call('setup.status', {})).toMatchObject({
      state: 'new',
      codeNeeded: false,
      demo: false,
    });
    const commandId = shop.clock.newId();
    const created = await owner.call('setup.createShop', { ...NEW_SHOP, commandId });
    expect(created.recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(created).toMatchObject({
      deviceToken: null,
      session: {
        token: null,
        staff: { username: 'olive', role: 'owner', hasPin: true },
        device: { registerName: 'Till 1' },
        shop: { currency: 'GBP', currencyExponent: 2 },
        idleLockMs: 300_000,
      },
    });
    expect((await owner.call('session.current', {})).session).toEqual(created.session);
    expect(await owner.call('setup.createShop', { ...NEW_SHOP, commandId })).toEqual(created);
    expect(shop.rows('SELECT series, last_number FROM number_series ORDER BY series')).toHaveLength(4);
    expect(await owner.call('tax.listCategories', {})).toMatchObject(
      TAX_CATEGORIES.map(({ name, kind }) => ({ name, kind })),
    );
    const [{ hash }] = shop.rows<{ hash: string }>('SELECT password_hash AS hash FROM staff') as [
      { hash: string },
    ];
    expect(Number(/^\$2[ab]\$(\d\d)\$/.exec(hash)?.[1])).toBeGreaterThanOrEqual(12);
    expect(statSync(join(shop.dataDir, 'pin.key')).mode & 0o777).toBe(0o600);
  });

  it('happens once', async () => {
    shop = await openEmptyShop();
    await shop.caller().call('setup.createShop', NEW_SHOP);
    const before = shop.snapshot();
    expect((await shop.caller().refused('setup.createShop', NEW_SHOP)).code).toBe('setup.alreadyDone');
    expect((await shop.caller().refused('setup.loadDemo', {})).code).toBe('setup.alreadyDone');
    expect(shop.snapshot()).toBe(before);
  });

  it('gives every shop a zero rate and an exempt category, in its language', async () => {
    shop = await openEmptyShop();
    const taxCategories = [TAX_CATEGORIES[0], TAX_CATEGORIES[2]] as typeof TAX_CATEGORIES;
    const owner = shop.caller();
    await owner.call('setup.createShop', { ...NEW_SHOP, shop: { ...SHOP, language: 'zh' }, taxCategories });
    const kept = await owner.call('tax.listCategories', {});
    expect(kept.map(({ name, kind }) => ({ name, kind }))).toEqual([
      { name: 'Standard', kind: 'rate' },
      { name: 'Zero', kind: 'zero' },
      { name: '免税', kind: 'exempt' },
    ]);
    expect(kept.map(({ rates }) => rates.length)).toEqual([1, 0, 0]);
  });

  it('from another machine asks for the one-time code', async () => {
    shop = await openEmptyShop();
    const away = shop.caller(false);
    expect((await away.call('setup.status', {})).codeNeeded).toBe(true);
    expect((await away.refused('setup.createShop', NEW_SHOP)).code).toBe('setup.codeNeeded');
    expect((await away.refused('setup.createShop', { ...NEW_SHOP, setupCode: '' })).code).toBe(
      'setup.codeNeeded',
    );
    expect((await away.refused('setup.loadDemo', { setupCode: '1234-1234-1234' })).code).toBe(
      'setup.codeNeeded',
    );
  });

  it('hands a program its tokens in the answer', async () => {
    shop = await openEmptyShop();
    const program = shop.caller();
    const created = await program.call('setup.createShop', { ...NEW_SHOP, carrier: 'token' });
    expect(program.sessionToken).toBeNull();
    program.sessionToken = created.session.token;
    program.deviceToken = created.deviceToken;
    expect((await program.call('session.current', {})).session?.staff.name).toBe('Olive');
  });

  it('refuses a time zone nobody knows and a weak PIN, and stores nothing', async () => {
    shop = await openEmptyShop();
    const before = shop.snapshot();
    const nowhere = { ...NEW_SHOP, shop: { ...SHOP, timeZone: 'Mars/Olympus' } };
    expect((await shop.caller().refused('setup.createShop', nowhere)).code).toBe('input.invalid');
    const weak = { ...NEW_SHOP, owner: { ...PEOPLE.owner, pin: '1234' } };
    expect((await shop.caller().refused('setup.createShop', weak)).code).toBe('auth.pinTooSimple');
    expect(shop.snapshot()).toBe(before);
  });

  it('suggests tax rates for many countries', async () => {
    shop = await openEmptyShop();
    const countries = await shop.caller().call('setup.listCountries', {});
    expect(countries.length).toBeGreaterThan(150);
    expect(countries.find(({ country }) => country === 'GB')).toMatchObject({
      currency: 'GBP',
      taxMode: 'included',
    });
  });
});

describe('setup.loadDemo', () => {
  it('fills an empty folder with the demo shop, and lets a second browser in', async () => {
    shop = await openEmptyShop();
    const first = shop.caller();
    await first.call('setup.loadDemo', {});
    const status = await first.call('setup.status', {});
    expect(status).toMatchObject({ state: 'ready', demo: true });
    expect(status.demoPeople).toHaveLength(3);
    const second = shop.caller();
    await second.call('setup.loadDemo', {});
    const people = await second.call('session.listPeople', {});
    const owner = people.find(({ role }) => role === 'owner');
    const pin = status.demoPeople.find(({ name }) => name === owner?.name)?.pin as string;
    await second.call('session.signInWithPin', { staffId: owner?.id as string, pin });
    expect((await second.call('product.list', { limit: 1 })).total).toBeGreaterThanOrEqual(300);
    expect(await second.call('product.listQuickKeys', {})).toHaveLength(16);
    expect(shop.rows('SELECT id FROM customer').length).toBeGreaterThanOrEqual(25);
    expect(shop.rows('SELECT id FROM device')).toHaveLength(2);
    await second.call('setup.loadDemo', {});
    expect(shop.rows('SELECT id FROM device')).toHaveLength(2);
    expect((await shop.caller(false).refused('setup.loadDemo', {})).code).toBe('setup.codeNeeded');
  });

  it('is there after a start with --demo, and the window is enrolled in it', async () => {
    shop = await openEmptyShop();
    await shop.engine.close();
    const startedAt = performance.now();
    await shop.start(true);
    console.log(`demo shop filled and open in ${Math.round(performance.now() - startedAt)} ms`);
    const window = shop.caller();
    window.deviceToken = readFileSync(join(shop.dataDir, 'window-device.key'), 'utf8').trim();
    expect(await window.call('session.current', {})).toMatchObject({ deviceEnrolled: true, session: null });
    await shop.engine.close();
    await shop.start(true);
    expect(shop.rows('SELECT id FROM device')).toHaveLength(1);
  });
});
