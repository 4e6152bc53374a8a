import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTill, ringUp, type Till } from './open-till.ts';

let till: Till;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

describe('sale.scanBarcode', () => {
  it('opens a cart with an order number at the first scan and shows its amounts', async () => {
    expect(await till.carl.call('sale.getOpen', {})).toEqual({ sale: null, heldCount: 0 });
    const { sale, lineId } = await till.carl.call('sale.scanBarcode', { barcode: '4006381333931' });
    expect(sale).toMatchObject({
      orderNumber: 'T1-O000001',
      state: 'open',
      totalMinor: 125,
      taxMinor: 21,
      itemCount: 1,
    });
    expect(sale.lines).toMatchObject([{ id: lineId, name: 'milk', quantityMilli: 1000, payableMinor: 125 }]);
    expect(await till.carl.call('sale.getOpen', {})).toEqual({ sale, heldCount: 0 });
  });

  it('counts a second scan of the same product on the same line', async () => {
    await till.carl.call('sale.scanBarcode', { barcode: '4006381333931' });
    const { sale } = await till.carl.call('sale.scanBarcode', {
      barcode: '4006381333931',
      quantityMilli: 2000,
    });
    expect(sale.lines).toMatchObject([{ quantityMilli: 3000, payableMinor: 375 }]);
  });

  it('finds a product by its UPC written as EAN, by an in-store code and by its SKU', async () => {
    till.product('pen', { barcode: '00036000241457' });
    till.product('rolls', { barcode: 'B-7', kind: 'inStore' });
    for (const barcode of ['036000241457', '0036000241457', 'B-7', 'MILK-1'])
      await till.carl.call('sale.scanBarcode', { barcode });
    const { sale } = await till.carl.call('sale.getOpen', {});
    expect(sale!.lines.map((line) => [line.name, line.quantityMilli])).toEqual([
      ['pen', 2000],
      ['rolls', 1000],
      ['milk', 1000],
    ]);
  });

  it('answers an unknown code with what was read and changes nothing, not even the cart', async () => {
    const before = till.shop.snapshot();
    const refusal = await till.carl.refused('sale.scanBarcode', { barcode: '5000000000005' });
    expect(refusal).toMatchObject({ code: 'barcode.unknown', data: { barcode: '5000000000005' } });
    expect((await till.carl.refused('sale.scanBarcode', { barcode: 'x'.repeat(100) })).code).toBe(
      'barcode.tooLong',
    );
    expect((await till.carl.refused('sale.scanBarcode', { barcode: 'a\u0000b' })).code).toBe(
      'barcode.badCharacters',
    );
    expect(till.shop.snapshot()).toBe(before);
  });

  it('refuses a product that is not sold any more', async () => {
    till.product('fax', { status: 'archived', sku: 'FAX' });
    expect((await till.carl.refused('sale.scanBarcode', { barcode: 'FAX' })).code).toBe('product.archived');
  });

  it('asks for the price of a product that has none, and who may set it sets it for good', async () => {
    const productId = till.product('plums', { priceMinor: null, sku: 'PLUM' });
    const refusal = await till.carl.refused('sale.scanBarcode', { barcode: 'PLUM' });
    expect(refusal).toMatchObject({ code: 'product.priceNeeded', data: { productId, name: 'plums' } });
    const cashier = await till.carl.refused('sale.addProduct', { productId, firstPriceMinor: 250 });
    expect(cashier).toMatchObject({ code: 'auth.approvalNeeded', data: { permission: 'price.atScan' } });
    const { sale } = await till.maya.call('sale.addProduct', { productId, firstPriceMinor: 250 });
    expect(sale.totalMinor).toBe(250);
    expect(till.shop.rows("SELECT price_minor, version FROM product WHERE name = 'plums'")).toEqual([
      { price_minor: 250, version: 2 },
    ]);
    expect(till.shop.rows("SELECT action FROM audit WHERE action = 'product.saved'")).toHaveLength(1);
    expect(till.shop.rows("SELECT kind FROM outbox WHERE kind = 'product.saved'")).toHaveLength(1);
  });
});

describe('a cart', () => {
  it('is still there after a restart in the middle of it', async () => {
    const sale = await ringUp(till, 'milk 2', 'apples 0.348');
    await till.shop.restart();
    expect((await till.carl.call('sale.getOpen', {})).sale).toEqual(sale);
  });

  it('keeps the price it was rung up at, says that it changed, and sells more at the new price on a line of its own', async () => {
    await ringUp(till, 'milk');
    till.write("UPDATE product SET price_minor = 150 WHERE name = 'milk'");
    const { sale } = await till.carl.call('sale.getOpen', {});
    expect(sale).toMatchObject({
      totalMinor: 125,
      lines: [{ notices: [{ kind: 'priceChanged', newPriceMinor: 150 }] }],
    });
    const after = await ringUp(till, 'milk');
    expect(after.lines.map((line) => [line.unitPriceMinor, line.notices.length])).toEqual([
      [125, 1],
      [150, 0],
    ]);
  });

  it('weighs to the gram and counts pieces whole', async () => {
    const sale = await ringUp(till, 'apples 0.348', 'milk');
    const [apples, milk] = sale.lines;
    expect(apples).toMatchObject({ quantityMilli: 348, grossMinor: 104 });
    const half = { saleId: sale.id, lineId: milk!.id, quantityMilli: 500 };
    expect((await till.carl.refused('sale.setQuantity', half)).code).toBe('sale.quantityRefused');
    const added = await till.carl.refused('sale.addProduct', {
      productId: till.id('milk'),
      quantityMilli: 1500,
    });
    expect(added.code).toBe('sale.quantityRefused');
  });

  it('refuses amounts that can only be a typing mistake', async () => {
    const sale = await ringUp(till, 'milk');
    const price = {
      saleId: sale.id,
      lineId: sale.lines[0]!.id,
      unitPriceMinor: 1_000_000_000_000,
      reason: 'typo',
    };
    await till.maya.call('sale.setPrice', price);
    const more = { saleId: sale.id, lineId: sale.lines[0]!.id, quantityMilli: 2000 };
    expect((await till.carl.refused('sale.setQuantity', more)).code).toBe('sale.amountTooLarge');
    const bread = await till.carl.refused('sale.addProduct', { productId: till.id('bread') });
    expect(bread.code).toBe('sale.amountTooLarge');
  });

  it('gives a removed line back as it was', async () => {
    const sale = await ringUp(till, 'milk 2', 'bread');
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id };
    const without = await till.carl.call('sale.removeLine', ref);
    expect(without).toMatchObject({ totalMinor: 315, lines: [{ name: 'bread' }] });
    expect((await till.carl.refused('sale.setQuantity', { ...ref, quantityMilli: 1000 })).code).toBe(
      'sale.lineUnknown',
    );
    const { sale: again } = await till.carl.call('sale.restoreLine', ref);
    expect(again.lines).toEqual(sale.lines);
  });

  it('keeps a line with a note, a discount or another price apart from the next scan', async () => {
    const sale = await ringUp(till, 'milk');
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id };
    await till.carl.call('sale.setLineNote', { ...ref, note: 'cold' });
    expect((await ringUp(till, 'milk')).lines).toHaveLength(2);
    const loaf = (await ringUp(till, 'bread')).lines[2]!;
    const cheaper = { saleId: sale.id, lineId: loaf.id, unitPriceMinor: 300, reason: 'dented' };
    await till.maya.call('sale.setPrice', cheaper);
    expect((await ringUp(till, 'bread')).lines).toHaveLength(4);
    expect((await till.carl.refused('sale.setLineNote', { ...ref, note: '4111 1111 1111 1111' })).code).toBe(
      'payment.cardNumber',
    );
  });

  it('takes another price with permission and reason only, shows the shelf price, and forgets it when asked again', async () => {
    const sale = await ringUp(till, 'bread 2');
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id, unitPriceMinor: 300, reason: 'dented' };
    expect((await till.carl.refused('sale.setPrice', ref)).code).toBe('auth.approvalNeeded');
    const { sale: cheaper } = await till.maya.call('sale.setPrice', ref);
    expect(cheaper).toMatchObject({
      totalMinor: 600,
      lines: [{ unitPriceMinor: 300, shelfPriceMinor: 315 }],
    });
    const { sale: back } = await till.maya.call('sale.setPrice', { ...ref, unitPriceMinor: 315 });
    expect(back.lines[0]).toMatchObject({ unitPriceMinor: 315, shelfPriceMinor: null });
    expect(till.shop.rows("SELECT reason FROM audit WHERE action = 'sale.priceOverridden'")).toHaveLength(2);
  });

  it('takes one discount a line and one on the whole, and no more than there is', async () => {
    const sale = await ringUp(till, 'milk 2', 'bread');
    const line = { saleId: sale.id, lineId: sale.lines[0]!.id, reason: 'regular' };
    const much = { ...line, discount: { kind: 'amount', amountMinor: 251 } } as const;
    expect(await till.maya.refused('sale.setLineDiscount', much)).toMatchObject({
      code: 'sale.discountTooLarge',
      data: { maximumMinor: 250 },
    });
    await till.maya.call('sale.setLineDiscount', { ...line, discount: { kind: 'percent', ppm: 500_000 } });
    const { sale: half } = await till.maya.call('sale.setLineDiscount', {
      ...line,
      discount: { kind: 'amount', amountMinor: 50 },
    });
    expect(half).toMatchObject({ totalMinor: 515, discountMinor: -50 });
    const whole = { saleId: sale.id, reason: 'opening day' };
    const ten = await till.maya.call('sale.setDiscount', {
      ...whole,
      discount: { kind: 'percent', ppm: 100_000 },
    });
    expect(ten).toMatchObject({ totalMinor: 463, discounts: [{ amountMinor: 52, reason: 'opening day' }] });
    const none = await till.maya.call('sale.setDiscount', { ...whole, discount: null });
    expect(none).toMatchObject({ totalMinor: 515, discounts: [] });
    const tooMuch = await till.maya.refused('sale.setDiscount', {
      ...whole,
      discount: { kind: 'amount', amountMinor: 516 },
    });
    expect(tooMuch).toMatchObject({ code: 'sale.discountTooLarge', data: { maximumMinor: 515 } });
  });

  it('caps a discount when the cart shrinks under it: never below zero', async () => {
    const sale = await ringUp(till, 'milk 2');
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id };
    await till.maya.call('sale.setLineDiscount', {
      ...ref,
      discount: { kind: 'amount', amountMinor: 200 },
      reason: 'x',
    });
    const { sale: one } = await till.carl.call('sale.setQuantity', { ...ref, quantityMilli: 1000 });
    expect(one).toMatchObject({ totalMinor: 0, discountMinor: -125 });
  });

  it('cannot change any more once something has been paid, until that is taken back', async () => {
    const sale = await ringUp(till, 'milk 2');
    const paid = await till.carl.call('sale.addPayment', { saleId: sale.id, kind: 'cash', amountMinor: 100 });
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id };
    expect((await till.carl.refused('sale.removeLine', ref)).code).toBe('sale.paymentsTaken');
    expect((await till.carl.refused('sale.addProduct', { productId: till.id('milk') })).code).toBe(
      'sale.paymentsTaken',
    );
    expect((await till.maya.refused('sale.void', { saleId: sale.id, reason: 'left' })).code).toBe(
      'sale.paymentsTaken',
    );
    await till.carl.call('sale.removePayment', { saleId: sale.id, paymentId: paid.payments[0]!.id });
    expect((await till.carl.call('sale.removeLine', ref)).lines).toEqual([]);
  });
});

describe('stock at the counter', () => {
  it('blocks what is not there, over all lines of the product together', async () => {
    const productId = till.product('rings', { negativeStock: 'block', onHandMilli: 2000 });
    const sale = await ringUp(till, 'rings');
    await till.carl.call('sale.setLineNote', { saleId: sale.id, lineId: sale.lines[0]!.id, note: 'gift' });
    await ringUp(till, 'rings');
    const refusal = await till.carl.refused('sale.addProduct', { productId });
    expect(refusal).toMatchObject({
      code: 'stock.notEnough',
      data: { onHandMilli: 2000, productId, name: 'rings' },
    });
  });

  it('sells more than there is only by whom the role lets, for that product in that cart, on record', async () => {
    const productId = till.product('rings', { negativeStock: 'block', onHandMilli: 1000 });
    till.product('studs', { negativeStock: 'block', onHandMilli: 0 });
    const sale = await ringUp(till, 'rings');
    const ref = { saleId: sale.id, productId };
    expect(await till.carl.refused('sale.allowOversell', ref)).toMatchObject({
      code: 'auth.approvalNeeded',
      data: { permission: 'sale.oversell' },
    });
    const approvalId = till.lend('Maya', 'Carl', 'sale.oversell');
    await till.carl.call('sale.allowOversell', { ...ref, approvalId });
    const { sale: two } = await till.carl.call('sale.addProduct', { productId });
    expect(two.lines[0]).toMatchObject({ quantityMilli: 2000, notices: [{ kind: 'stockShort' }] });
    expect((await till.carl.refused('sale.addProduct', { productId: till.id('studs') })).code).toBe(
      'stock.notEnough',
    );
    await till.carl.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: two.totalMinor,
      payment: { kind: 'cash', amountMinor: two.totalMinor },
    });
    expect(till.shop.rows('SELECT on_hand_milli FROM product WHERE id = ?', productId)).toEqual([
      { on_hand_milli: -1000 },
    ]);
    const who = { staff_id: till.id('Carl'), approver_id: till.id('Maya') };
    expect(
      till.shop.rows("SELECT staff_id, approver_id FROM audit WHERE action = 'sale.oversellAllowed'"),
    ).toEqual([who]);
    expect((await till.carl.refused('sale.addProduct', { productId })).code).toBe('stock.notEnough');
  });

  it('lets a blocked quantity shrink but not grow', async () => {
    till.product('rings', { negativeStock: 'block', onHandMilli: 3000 });
    const sale = await ringUp(till, 'rings 3');
    const ref = { saleId: sale.id, lineId: sale.lines[0]!.id };
    const more = await till.carl.refused('sale.setQuantity', { ...ref, quantityMilli: 4000 });
    expect(more.code).toBe('stock.notEnough');
    till.write('UPDATE product SET on_hand_milli = 1000 WHERE id = :id', { id: till.id('rings') });
    const { sale: fewer } = await till.carl.call('sale.setQuantity', { ...ref, quantityMilli: 2000 });
    expect(fewer.lines[0]).toMatchObject({
      quantityMilli: 2000,
      notices: [{ kind: 'stockShort', onHandMilli: 1000 }],
    });
  });

  it('warns but sells where the product says so', async () => {
    till.product('nuts', { negativeStock: 'warn', onHandMilli: 1000 });
    const sale = await ringUp(till, 'nuts 2');
    expect(sale.lines[0]!.notices).toEqual([{ kind: 'stockShort', onHandMilli: 1000 }]);
  });

  it('refuses to close when another till sold the last one meanwhile', async () => {
    const productId = till.product('rings', { negativeStock: 'block', onHandMilli: 1000 });
    const sale = await ringUp(till, 'rings');
    await till.dora.call('sale.addProduct', { productId });
    const dora = (await till.dora.call('sale.getOpen', {})).sale!;
    await till.dora.call('sale.complete', {
      saleId: dora.id,
      expectedTotalMinor: 125,
      payment: { kind: 'cash', amountMinor: 125 },
    });
    const mine = {
      saleId: sale.id,
      expectedTotalMinor: 125,
      payment: { kind: 'cash', amountMinor: 125 },
    } as const;
    const before = till.shop.snapshot();
    expect((await till.carl.refused('sale.complete', mine)).code).toBe('stock.notEnough');
    expect(till.shop.snapshot()).toBe(before);
  });
});

describe('several carts', () => {
  it('holds one for the next customer and brings it back, holding what is open meanwhile', async () => {
    const first = await ringUp(till, 'milk');
    expect((await till.carl.refused('sale.hold', { saleId: till.id('milk'), label: '' })).code).toBe(
      'sale.unknown',
    );
    await till.carl.call('sale.hold', { saleId: first.id, label: 'red coat' });
    const second = await ringUp(till, 'bread');
    expect((await till.carl.call('sale.getOpen', {})).heldCount).toBe(1);
    const back = await till.carl.call('sale.recall', { saleId: first.id });
    expect(back).toMatchObject({ id: first.id, state: 'open', label: 'red coat', totalMinor: 125 });
    expect(await till.carl.call('sale.listCarts', {})).toMatchObject([
      { id: second.id, state: 'held', totalMinor: 315 },
    ]);
  });

  it('drops an empty cart without a word when another is brought back', async () => {
    const first = await ringUp(till, 'milk');
    await till.carl.call('sale.hold', { saleId: first.id, label: '' });
    const empty = await till.carl.call('sale.setCustomer', { customerId: null });
    await till.carl.call('sale.recall', { saleId: first.id });
    expect((await till.carl.call('sale.get', { saleId: empty.id })).state).toBe('voided');
  });

  it('can be recalled on another till, and an open one taken over with permission only', async () => {
    const cart = await ringUp(till, 'milk');
    expect((await till.dora.refused('sale.recall', { saleId: cart.id })).code).toBe('sale.otherDevice');
    expect((await till.dora.refused('sale.takeOver', { saleId: cart.id })).code).toBe('auth.approvalNeeded');
    expect(await till.dora.call('sale.listCarts', {})).toMatchObject([
      { id: cart.id, state: 'open', staffName: 'Carl' },
    ]);
    await till.carl.call('sale.hold', { saleId: cart.id, label: '' });
    const taken = await till.dora.call('sale.recall', { saleId: cart.id });
    expect(taken).toMatchObject({ deviceName: 'Window T2', staff: { name: 'Dora' } });
    const over = await till.maya.call('sale.takeOver', { saleId: cart.id });
    expect(over).toMatchObject({ deviceName: 'Window T1', staff: { name: 'Maya' } });
    expect((await till.dora.call('sale.getOpen', {})).sale).toBeNull();
    expect(
      (await till.dora.refused('sale.setLineNote', { saleId: cart.id, lineId: cart.lines[0]!.id, note: '' }))
        .code,
    ).toBe('sale.otherDevice');
  });

  it('stays on record with its reason when it is given up, with permission', async () => {
    const cart = await ringUp(till, 'milk');
    const gone = { saleId: cart.id, reason: 'forgot the purse' };
    expect((await till.carl.refused('sale.void', gone)).code).toBe('auth.approvalNeeded');
    expect(await till.maya.call('sale.void', gone)).toMatchObject({ state: 'voided', totalMinor: 125 });
    expect((await till.carl.call('sale.getOpen', {})).sale).toBeNull();
    expect((await till.maya.refused('sale.void', gone)).code).toBe('sale.closed');
    expect(till.shop.rows("SELECT reason FROM audit WHERE action = 'sale.voided'")).toEqual([
      { reason: 'forgot the purse' },
    ]);
  });

  it('turns into practice only while it is empty', async () => {
    const cart = await ringUp(till, 'milk');
    expect((await till.maya.refused('sale.setTraining', { training: true })).code).toBe('sale.notEmpty');
    await till.carl.call('sale.removeLine', { saleId: cart.id, lineId: cart.lines[0]!.id });
    expect((await till.maya.call('sale.setTraining', { training: true })).kind).toBe('training');
  });
});
