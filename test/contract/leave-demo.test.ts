import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmptyShop } from '../helpers/open-shop.ts';
import { openReadyShop } from '../helpers/ready-shop.ts';

describe('setup.leaveDemo', () => {
  it('puts the demo shop aside and lets a real one be set up in its place', async () => {
    const shop = await openEmptyShop();
    const visitor = shop.caller();
    await visitor.call('setup.loadDemo', {});
    const [owner] = (await visitor.call('setup.status', {})).demoPeople;
    await visitor.call('session.signIn', { username: owner!.username, password: owner!.password });
    const { sale } = await visitor.call('sale.addProduct', {
      productId: (await visitor.call('product.listQuickKeys', {}))[0]!.id,
    });
    expect(sale.lines).toHaveLength(1);
    await visitor.call('setup.leaveDemo', {});
    expect(await visitor.call('setup.status', {})).toMatchObject({ state: 'new', demo: false });
    expect([visitor.sessionToken, visitor.deviceToken]).toEqual([null, null]);
    expect(shop.rows('SELECT * FROM product')).toEqual([]);
    expect(
      readdirSync(join(shop.dataDir, 'backups')).filter((name) => /^demo-.*\.db$/.test(name)),
    ).toHaveLength(1);
    await shop.restart();
    expect(await visitor.call('setup.status', {})).toMatchObject({ state: 'new' });
    await shop.close();
  });

  it('is refused in a real shop', async () => {
    const { shop, owner } = await openReadyShop();
    const before = shop.snapshot();
    expect((await owner.refused('setup.leaveDemo', {})).code).toBe('setup.notDemo');
    expect(shop.snapshot()).toBe(before);
    await shop.close();
  });
});
