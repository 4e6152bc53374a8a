import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BareShop, milk, openBareShop } from '../../../../test/catalogue/bare-shop.ts';

let bare: BareShop;
let productId: string;

beforeAll(async () => {
  bare = await openBareShop();
});
beforeEach(async () => {
  productId = (await bare.maya.call('product.create', { ...milk, openingStockMilli: 10_000 })).id;
});
afterAll(() => bare.shop.close());

const by = (quantityMilli: number) => ({ kind: 'by' as const, quantityMilli });
const countedTo = (quantityMilli: number) => ({ kind: 'countedTo' as const, quantityMilli });
const adjust = (change: ReturnType<typeof by> | ReturnType<typeof countedTo>, note = '') =>
  bare.maya.call('stock.adjust', { productId, change, reason: 'count', note });
const movements = async (page: object = {}) =>
  (await bare.carl.call('stock.listMovements', { productId, ...page })).rows.map((row) => [
    row.kind,
    row.quantityMilli,
    row.balanceMilli,
  ]);

describe('stock.adjust', () => {
  it('begins with the opening stock of a new product', async () => {
    expect(await bare.carl.call('product.get', { id: productId })).toMatchObject({ onHandMilli: 10_000 });
    expect(await movements()).toEqual([['opening', 10_000, 10_000]]);
  });

  it('adds, takes and may go below zero (R24: never clamped)', async () => {
    expect(await adjust(by(2_500))).toEqual({ productId, onHandMilli: 12_500 });
    expect(await adjust(by(-20_000))).toEqual({ productId, onHandMilli: -7_500 });
  });

  it('sets to a counted figure in one movement', async () => {
    expect(await adjust(countedTo(4_000))).toEqual({ productId, onHandMilli: 4_000 });
    expect(await movements()).toEqual([
      ['adjust', -6_000, 4_000],
      ['opening', 10_000, 10_000],
    ]);
  });

  it('makes no movement when the count is right, but keeps who counted', async () => {
    expect(await adjust(countedTo(10_000))).toEqual({ productId, onHandMilli: 10_000 });
    expect(await movements()).toEqual([['opening', 10_000, 10_000]]);
    expect(audits()).toMatchObject([
      { before_json: '{"onHandMilli":10000}', after_json: '{"onHandMilli":10000}' },
    ]);
  });

  it('leaves an audit row with the reason and an event', async () => {
    await adjust(by(-1_000), 'dropped');
    expect(audits()).toMatchObject([
      { reason: 'count: dropped', before_json: '{"onHandMilli":10000}', after_json: '{"onHandMilli":9000}' },
    ]);
    const events = bare.shop
      .rows<{ payload_json: string }>("SELECT payload_json FROM outbox WHERE kind = 'stock.moved'")
      .map((row) => JSON.parse(row.payload_json) as { productId: string; quantityMilli: number });
    const own = events.filter((event) => event.productId === productId);
    expect(own.map((event) => event.quantityMilli)).toEqual([10_000, -1_000]);
  });

  it('is not for cashiers, nor for unknown products', async () => {
    const input = { productId, change: by(1), reason: 'found' as const };
    expect(await bare.carl.refused('stock.adjust', input)).toMatchObject({ code: 'auth.forbidden' });
    const unknown = { ...input, productId: '019ca000-0000-7000-8fff-00000000dead' };
    expect(await bare.maya.refused('stock.adjust', unknown)).toMatchObject({ code: 'product.unknown' });
  });

  it('counts a repeated command once', async () => {
    const commandId = bare.shop.clock.newId();
    const input = { commandId, productId, change: by(5_000), reason: 'delivery' as const };
    await bare.maya.call('stock.adjust', input);
    expect(await bare.maya.call('stock.adjust', input)).toEqual({ productId, onHandMilli: 15_000 });
  });
});

describe('stock.listMovements', () => {
  it('shows the newest first with the balance after each, the same on every page', async () => {
    for (const quantity of [1_000, -3_000, 500]) await adjust(by(quantity));
    const all = [
      ['adjust', 500, 8_500],
      ['adjust', -3_000, 8_000],
      ['adjust', 1_000, 11_000],
      ['opening', 10_000, 10_000],
    ];
    expect(await movements()).toEqual(all);
    expect([...(await movements({ limit: 2 })), ...(await movements({ offset: 2, limit: 2 }))]).toEqual(all);
    const { rows, total } = await bare.carl.call('stock.listMovements', { productId, limit: 1 });
    expect([rows[0]?.staffName, total]).toEqual(['maya', 4]);
  });
});

describe('the movements and the figures kept beside them', () => {
  it('agree: N products, 0 differ', async () => {
    await adjust(by(-4_000));
    const products = bare.shop.rows('SELECT id FROM product').length;
    expect(await bare.maya.call('stock.check', {})).toEqual({ products, differ: 0, examples: [] });
  });

  it('are told apart when somebody tampered with a figure', async () => {
    bare.write('UPDATE product SET on_hand_milli = 99 WHERE id = ?', productId);
    expect(await bare.maya.call('stock.check', {})).toMatchObject({
      differ: 1,
      examples: [{ productId, name: milk.name, storedMilli: 99, derivedMilli: 10_000 }],
    });
    bare.write('UPDATE product SET on_hand_milli = 10000 WHERE id = ?', productId);
  });

  it('cannot be changed or removed afterwards', () => {
    expect(() => bare.write('UPDATE stock_movement SET quantity_milli = 1')).toThrow('immutable');
    expect(() => bare.write('DELETE FROM stock_movement')).toThrow('immutable');
  });
});

describe('product.list by stock', () => {
  it('finds what is low, out and in stock, and sorts by it', async () => {
    const text = 'sortable';
    const add = (name: string, lowStockMilli: number | null, openingStockMilli: number | null) =>
      bare.maya.call('product.create', {
        ...milk,
        name: `${text} ${name}`,
        lowStockMilli,
        openingStockMilli,
      });
    await add('plenty', 2_000, 9_000);
    await add('low', 2_000, 2_000);
    const names = async (filter: object) =>
      (await bare.carl.call('product.list', { text, ...filter })).rows.map((row) => row.name.split(' ')[1]);
    const none = await add('none', null, null);
    expect(await names({ stock: 'out' })).toEqual([]);
    for (const quantityMilli of [1_000, -1_000])
      await bare.maya.call('stock.adjust', {
        productId: none.id,
        change: { kind: 'by', quantityMilli },
        reason: 'count',
        note: '',
      });
    expect(await names({ stock: 'low' })).toEqual(['low']);
    expect(await names({ stock: 'out' })).toEqual(['none']);
    expect(await names({ stock: 'in' })).toEqual(['low', 'plenty']);
    expect(await names({ sort: 'stock' })).toEqual(['none', 'low', 'plenty']);
    expect(await names({ sort: 'stock', descending: true })).toEqual(['plenty', 'low', 'none']);
  });
});

describe('a product without stock', () => {
  it('has no movements, whatever is sold or entered, and is never out or low', async () => {
    const service = await bare.maya.call('product.create', {
      ...milk,
      name: 'wrapping service',
      tracked: false,
      lowStockMilli: 1_000,
      openingStockMilli: 5_000,
    });
    expect(service).toMatchObject({ tracked: false, stockCounted: false, onHandMilli: 0 });
    const adjust = { change: { kind: 'by', quantityMilli: 1_000 }, reason: 'count', note: '' } as const;
    expect(await bare.maya.refused('stock.adjust', { productId: service.id, ...adjust })).toMatchObject({
      code: 'stock.notTracked',
    });
    expect(bare.shop.rows('SELECT 1 FROM stock_movement WHERE product_id = ?', service.id)).toEqual([]);
    for (const stock of ['low', 'out', 'in'] as const) {
      const { rows } = await bare.carl.call('product.list', { text: 'wrapping', stock });
      expect(rows).toEqual([]);
    }
  });

  it('counts again from where it stood once it is tracked again', async () => {
    const facts = { ...milk, name: 'sometimes counted' };
    const added = await bare.maya.call('product.create', { ...facts, openingStockMilli: 3_000 });
    const change = (expectedVersion: number, tracked: boolean) =>
      bare.maya.call('product.update', { ...facts, id: added.id, expectedVersion, tracked });
    const off = await change(added.version, false);
    expect(off).toMatchObject({ tracked: false, stockCounted: false });
    expect(await change(off.version, true)).toMatchObject({ stockCounted: true, onHandMilli: 3_000 });
  });
});

function audits(): unknown[] {
  return bare.shop.rows("SELECT * FROM audit WHERE subject_id = ? AND action = 'stock.adjusted'", productId);
}
