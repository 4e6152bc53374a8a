import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { openReadyShop, PEOPLE, type ReadyShop, SHOP } from '../../../../test/helpers/ready-shop.ts';

let ready: ReadyShop;
afterEach(() => ready.shop.close());

const png = async (side: number) =>
  (
    await sharp({ create: { width: side, height: side, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
  ).toString('base64');

describe('shop.update', () => {
  it('changes the facts, takes a real small PNG as logo, and loses politely against an older version', async () => {
    ready = await openReadyShop();
    const { currency: _, ...facts } = SHOP;
    const input = { ...facts, name: 'Corner Shop & Sons', logoPngBase64: await png(64), expectedVersion: 1 };
    const shop = await ready.owner.call('shop.update', input);
    expect(shop).toMatchObject({ name: 'Corner Shop & Sons', currency: 'GBP', version: 2 });
    expect(
      Buffer.from(shop.logoPngBase64 as string, 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect((await ready.owner.refused('shop.update', input)).code).toBe('version.conflict');
    const huge = { ...input, expectedVersion: 2, logoPngBase64: await png(1001) };
    expect((await ready.owner.refused('shop.update', huge)).code).toBe('image.tooLarge');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    expect((await ready.owner.refused('shop.update', { ...huge, logoPngBase64: svg })).code).toBe(
      'image.unreadable',
    );
    const half = Buffer.from(await png(64), 'base64')
      .subarray(0, 60)
      .toString('base64');
    expect((await ready.owner.refused('shop.update', { ...huge, logoPngBase64: half })).code).toBe(
      'image.unreadable',
    );
    const [entry] = ready.shop.rows<{ after_json: string }>(
      "SELECT after_json FROM audit WHERE action = 'shop.changed'",
    );
    expect(entry?.after_json.length).toBeLessThan(1000);
  });
});

describe('tax.saveCategory', () => {
  it('gives a changed rate a new row and keeps the old one for what was sold with it', async () => {
    ready = await openReadyShop();
    const { owner, shop, tax } = ready;
    const [before] = await owner.call('tax.listCategories', {});
    const rates = [{ name: 'Standard', ratePpm: 210_000 }];
    const input = { id: tax.standard, name: 'Standard', kind: 'rate' as const, rates };
    const after = await owner.call('tax.saveCategory', { ...input, expectedVersion: 1 });
    expect(after).toMatchObject({ version: 2, rates: [{ ratePpm: 210_000 }] });
    expect(after.rates[0]?.id).not.toBe(before?.rates[0]?.id);
    const rows = shop.rows(
      'SELECT rate_ppm, current, valid_from FROM tax_rate WHERE tax_category_id = ? ORDER BY valid_from',
      tax.standard,
    );
    expect(rows).toEqual([
      { rate_ppm: 200_000, current: 1, valid_from: '0001-01-01' },
      { rate_ppm: 210_000, current: 1, valid_from: today(shop) },
    ]);
    expect((await owner.refused('tax.saveCategory', { ...input, expectedVersion: 1 })).code).toBe(
      'version.conflict',
    );
    const renamed = await owner.call('tax.saveCategory', { ...input, name: 'Full', expectedVersion: 2 });
    expect(renamed.rates).toEqual(after.rates);
    expect((await owner.refused('tax.saveCategory', { name: 'None', kind: 'zero', rates })).code).toBe(
      'input.invalid',
    );
  });

  it('does not archive a category that products use', async () => {
    ready = await openReadyShop();
    await ready.addProduct(ready.owner);
    const input = {
      id: ready.tax.standard,
      expectedVersion: 1,
      name: 'Standard',
      kind: 'rate' as const,
      archived: true,
    };
    const refusal = await ready.owner.refused('tax.saveCategory', {
      ...input,
      rates: [{ name: 'Standard', ratePpm: 200_000 }],
    });
    expect(refusal.code).toBe('tax.categoryInUse');
  });
});

const today = (shop: ReadyShop['shop'], days = 0) =>
  new Date(shop.clock.ms + days * 86_400_000).toISOString().slice(0, 10);

describe('tax.setRates', () => {
  const rates = (ratePpm: number) => [{ name: 'VAT', ratePpm }];
  const standard = async () => {
    const categories = await ready.owner.call('tax.listCategories', {});
    return categories.find(({ id }) => id === ready.tax.standard)!;
  };
  const set = async (validFrom: string, ratePpm: number, context: 'default' | 'takeaway' = 'default') => {
    const { id, version: expectedVersion } = await standard();
    const input = { id, expectedVersion, context, validFrom, rates: rates(ratePpm) };
    return ready.owner.call('tax.setRates', input);
  };

  it('shows past, current and coming rates, and changes over on the day', async () => {
    ready = await openReadyShop();
    const { shop } = ready;
    const [tomorrow, later] = [today(shop, 1), today(shop, 40)];
    await set(later, 230_000);
    const before = await set(tomorrow, 210_000);
    const shown = (category: typeof before) =>
      category.schedule.map((one) => [one.validFrom, one.state, one.rates[0]!.ratePpm]);
    expect(shown(before)).toEqual([
      [later, 'coming', 230_000],
      [tomorrow, 'coming', 210_000],
      [null, 'current', 200_000],
    ]);
    expect(before.rates[0]!.ratePpm).toBe(200_000);
    shop.clock.pass(86_400_000);
    await ready.owner.call('session.signInWithPin', { staffId: ready.ids.owner, pin: PEOPLE.owner.pin });
    const after = await standard();
    expect(shown(after)).toEqual([
      [later, 'coming', 230_000],
      [tomorrow, 'current', 210_000],
      [null, 'past', 200_000],
    ]);
    expect(after.rates[0]!.ratePpm).toBe(210_000);
  });

  it('replaces what it said for the same day and context, and takes it back', async () => {
    ready = await openReadyShop();
    const day = today(ready.shop, 7);
    await set(day, 210_000);
    await set(day, 70_000, 'takeaway');
    const after = await set(day, 190_000);
    expect(after.schedule.map((one) => [one.context, one.rates[0]!.ratePpm])).toEqual([
      ['default', 190_000],
      ['default', 200_000],
      ['takeaway', 70_000],
    ]);
    const key = { id: after.id, context: 'default', validFrom: day } as const;
    const back = await ready.owner.call('tax.withdrawRates', { ...key, expectedVersion: after.version });
    expect(back.schedule).toHaveLength(2);
    const again = { ...key, expectedVersion: back.version };
    expect((await ready.owner.refused('tax.withdrawRates', again)).code).toBe('tax.ratesUnknown');
  });

  it('leaves days that have passed alone, and categories without rates', async () => {
    ready = await openReadyShop();
    const { owner, shop, tax } = ready;
    const input = { expectedVersion: 1, context: 'default', rates: rates(1) } as const;
    const past = { ...input, id: tax.standard, validFrom: today(shop, -1) };
    expect(await owner.refused('tax.setRates', past)).toMatchObject({ code: 'tax.dayPast' });
    const zero = { ...input, id: tax.zero, validFrom: today(shop, 1) };
    expect((await owner.refused('tax.setRates', zero)).code).toBe('tax.noRates');
  });
});

describe('registers and devices', () => {
  it('a new register starts its own numbers under a prefix of its own', async () => {
    ready = await openReadyShop();
    const till = await ready.owner.call('register.create', { name: 'Till 2', prefix: 'T2' });
    expect(ready.shop.rows('SELECT * FROM number_series WHERE register_id = ?', till.id)).toHaveLength(4);
    expect((await ready.owner.refused('register.create', { name: 'Till 3', prefix: 'T2' })).code).toBe(
      'register.prefixTaken',
    );
    const { prefix: _, version, ...facts } = till;
    const changed = { ...facts, printerHost: 'printer.local', hasDrawer: true, expectedVersion: version };
    expect(await ready.owner.call('register.update', changed)).toMatchObject({ hasDrawer: true, version: 2 });
    expect((await ready.owner.refused('register.update', changed)).code).toBe('version.conflict');
  });

  it('a scanner’s settings belong to its device', async () => {
    ready = await openReadyShop();
    expect(await ready.cashier.call('device.getScanner', {})).toMatchObject({ suffix: 'Enter' });
    const scanner = { prefix: ']', suffix: 'Tab' as const, maxKeyGapMs: 20, minLength: 6 };
    await ready.cashier.call('device.setScanner', { scanner });
    expect(await ready.cashier.call('device.getScanner', {})).toEqual({
      ...scanner,
      layout: 'us',
      groupSeparator: '',
    });
    expect(
      (await ready.owner.refused('device.enrol', { name: 'X', registerId: ready.shop.clock.newId() })).code,
    ).toBe('register.unknown');
    expect(await ready.owner.call('device.list', {})).toHaveLength(1);
  });
});
