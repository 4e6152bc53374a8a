import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';

let ready: ReadyShop;
let saleId: string;
let lineId: string;
let productId: string;

beforeAll(async () => {
  ready = await openReadyShop();
  const milk = await ready.addProduct(ready.owner, {
    name: 'Milk',
    priceMinor: 120,
    barcodes: [{ code: '4006381333931', kind: 'gtin' }],
  });
  productId = milk.id;
  const { sale, lineId: line } = await ready.cashier.call('sale.scanBarcode', { barcode: '4006381333931' });
  saleId = sale.id;
  lineId = line;
});
afterAll(() => ready.shop.close());

/** The call is refused with this code and not one row of the shop changed. */
async function changesNothing(work: () => Promise<{ code: string }>, code: string): Promise<void> {
  const before = ready.shop.snapshot();
  expect((await work()).code).toBe(code);
  expect(ready.shop.snapshot()).toBe(before);
}

describe('a quantity nobody can sell', () => {
  it.each([
    ['nothing', 0],
    ['less than nothing', -1000],
    ['not a number', Number.NaN],
    ['infinity, which 1e309 is', JSON.parse('1e309')],
    ['2^53 + 1', JSON.parse('9007199254740993')],
    ['a fraction of a thousandth', 0.5],
    ['a text', '1000'],
    ['null', null],
    ['more than a till can hold', 10_000_000_001],
  ])('%s is refused', (_name, quantityMilli) =>
    changesNothing(
      () => ready.cashier.refusedRaw('sale.setQuantity', { saleId, lineId, quantityMilli }),
      'input.invalid',
    ),
  );

  it('half a bottle is refused where goods are sold by the piece', () =>
    changesNothing(
      () => ready.cashier.refused('sale.setQuantity', { saleId, lineId, quantityMilli: 500 }),
      'sale.quantityRefused',
    ));
});

describe('a price nobody can ask', () => {
  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '120', 10_000_000_000_001])(
    '%s is refused',
    (unitPriceMinor) =>
      changesNothing(
        () => ready.manager.refusedRaw('sale.setPrice', { saleId, lineId, unitPriceMinor, reason: 'r' }),
        'input.invalid',
      ),
  );

  it('a line worth more than a till can count is refused', async () => {
    await ready.manager.call('sale.setPrice', {
      saleId,
      lineId,
      unitPriceMinor: 100_000_000,
      reason: 'yacht',
    });
    await changesNothing(
      () => ready.cashier.refused('sale.setQuantity', { saleId, lineId, quantityMilli: 10_000_000_000 }),
      'sale.amountTooLarge',
    );
  });
});

describe('a name that would do harm', () => {
  const fields = () => ({
    sku: null,
    barcodes: [],
    brand: null,
    packSize: null,
    categoryId: null,
    unit: 'each' as const,
    priceMinor: 100,
    costMinor: null,
    taxCategoryId: ready.tax.standard,
    description: '',
    negativeStock: 'allow' as const,
    lowStockMilli: null,
  });

  it.each([
    ['64 KB long', 'x'.repeat(65_536)],
    ['empty', ''],
    ['only blanks', '   '],
    ['reversing the reading direction', 'Milk\u202Egpj.exe'],
    ['isolating it', 'Milk\u2066x'],
    ['half a character', 'Milk \ud83d'],
    ['a control character', 'Milk\u0007'],
    ['a printer command', 'Milk\u001b@\u001dV\u0000'],
    ['a line break', 'Milk\nTOTAL 0.00'],
    ['NUL', 'Milk\u0000'],
  ])('%s is refused', (_name, name) =>
    changesNothing(() => ready.owner.refusedRaw('product.create', { ...fields(), name }), 'input.invalid'),
  );

  it.each([
    "Robert'); DROP TABLE product;--",
    '<img src=x onerror=alert(1)>',
    '{c:*} | ^^^Total^^^ "quoted" ~ \\ _under_',
    '=HYPERLINK("http://x")',
    '" OR 1=1 --',
    'Crème brûlée 牛奶 🥛',
    'NEAR(milk, 2) AND NOT *',
  ])('%s is only a name: stored, found, sold and printed as written', async (name) => {
    const product = await ready.owner.call('product.create', { ...fields(), name });
    expect((await ready.owner.call('product.get', { id: product.id })).name).toBe(name);
    expect((await ready.owner.call('product.search', { text: name })).rows.map(({ id }) => id)).toContain(
      product.id,
    );
    const mine = ready.owner;
    const { sale } = await mine.call('sale.addProduct', { productId: product.id });
    const done = await mine.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: sale.totalMinor,
      payment: { kind: 'cash', amountMinor: sale.totalMinor },
    });
    const { svg } = await mine.call('order.getReceiptSvg', { id: done.documentId });
    expect(svg).not.toMatch(/<(script|img|foreignObject)|onerror=[^&]*\)(?!.*&)/i);
    expect(
      ready.shop.rows('SELECT name FROM document_line WHERE document_id = ?', done.documentId),
    ).toContainEqual({ name });
  });
});

describe('a barcode nobody printed', () => {
  it('4,000 characters are refused without a look-up', () =>
    changesNothing(
      () => ready.cashier.refused('sale.scanBarcode', { barcode: '9'.repeat(4000) }),
      'barcode.tooLong',
    ));

  it('4,001 are not even read', () =>
    changesNothing(
      () => ready.cashier.refused('sale.scanBarcode', { barcode: '9'.repeat(4001) }),
      'input.invalid',
    ));

  it.each(['', ' ', '4006381333930x', '%', "' OR '1'='1"])(
    '"%s" finds nothing and adds nothing',
    async (barcode) => {
      const before = await ready.cashier.call('sale.get', { saleId });
      const { code } = await ready.cashier.refused('sale.scanBarcode', { barcode });
      expect(['barcode.unknown', 'barcode.badCharacters', 'input.invalid']).toContain(code);
      expect(await ready.cashier.call('sale.get', { saleId })).toEqual(before);
    },
  );
});

describe('a card number where none belongs', () => {
  beforeAll(async () => {
    saleId = (await ready.cashier.call('sale.scanBarcode', { barcode: '4006381333931' })).sale.id;
  });

  it.each([
    ['a payment reference', 'reference'],
    ['a payment label', 'label'],
  ])('%s that is one is refused', (_name, field) =>
    changesNothing(
      () =>
        ready.cashier.refusedRaw('sale.addPayment', {
          saleId,
          kind: 'card',
          amountMinor: 10,
          reference: 'slip',
          [field]: '4111 1111 1111 1111',
        }),
      'payment.cardNumber',
    ),
  );
});

describe('a call that asks too much', () => {
  it('an unknown field is refused', () =>
    changesNothing(
      () => ready.owner.refusedRaw('product.get', { id: productId, extra: 1 }),
      'input.invalid',
    ));

  it.each([-1, 501, 1.5, '10'])('a page of %s rows is refused', (limit) =>
    changesNothing(() => ready.owner.refusedRaw('product.list', { limit }), 'input.invalid'),
  );

  it('prototype tricks are unknown fields', () =>
    changesNothing(
      () =>
        ready.owner.refusedRaw(
          'product.get',
          JSON.parse(`{"id":"${productId}","__proto__":{"role":"owner"},"constructor":1}`),
        ),
      'input.invalid',
    ));
});
