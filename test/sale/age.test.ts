import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTill, type Till } from './open-till.ts';

let till: Till;
let wine: string;
beforeEach(async () => {
  till = await openTill();
  wine = aged('wine', 18);
});
afterEach(() => till.shop.close());

function aged(name: string, years: number): string {
  const id = till.product(name);
  till.write('UPDATE product SET minimum_age = :years WHERE id = :id', { years, id });
  return id;
}

const add = async (productId: string) => (await till.carl.call('sale.addProduct', { productId })).sale;
const audits = (action: string) =>
  till.shop.rows('SELECT before_json, after_json FROM audit WHERE action = ?', action);

describe('goods with an age limit', () => {
  it('are asked about at the first line, with the day the customer must be born by', async () => {
    const sale = await add(wine);
    const [line] = sale.lines;
    const today = new Date(till.shop.clock.ms).toISOString().slice(0, 10);
    expect(sale.ageCheck).toEqual({
      years: 18,
      bornOnOrBefore: `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`,
      lines: [{ id: line!.id, name: 'wine' }],
    });
    const free = await till.carl.call('sale.removeLine', { saleId: sale.id, lineId: line!.id });
    expect(free.ageCheck).toBeNull();
  });

  it('are asked about once a cart, and again only for more years', async () => {
    const { id: saleId } = await add(wine);
    const confirmed = await till.carl.call('sale.answerAge', { saleId, years: 18, oldEnough: true });
    expect(confirmed.ageCheck).toBeNull();
    expect((await add(aged('beer', 16))).ageCheck).toBeNull();
    expect((await add(aged('spirits', 21))).ageCheck).toMatchObject({
      years: 21,
      lines: [{ name: 'spirits' }],
    });
    expect(audits('sale.ageConfirmed')).toEqual([
      { before_json: null, after_json: JSON.stringify({ years: 18, lines: 'wine' }) },
    ]);
  });

  it('leave the cart when the customer is too young, what is free for them stays', async () => {
    const { id: saleId } = await add(wine);
    await add(till.product('bread'));
    const sale = await till.carl.call('sale.answerAge', { saleId, years: 18, oldEnough: false });
    expect([sale.lines.map(({ name }) => name), sale.ageCheck]).toEqual([['bread'], null]);
    expect(audits('sale.ageRefused')).toHaveLength(1);
    expect((await add(wine)).ageCheck).toMatchObject({ years: 18 });
  });

  it('cannot be paid for before somebody said yes', async () => {
    const sale = await add(wine);
    const payment = { kind: 'card', amountMinor: sale.totalMinor, reference: '1' } as const;
    const complete = { saleId: sale.id, expectedTotalMinor: sale.totalMinor, payment };
    expect(await till.carl.refused('sale.complete', complete)).toMatchObject({
      code: 'sale.ageUnconfirmed',
      data: { years: 18 },
    });
    expect(await till.carl.refused('sale.addPayment', { saleId: sale.id, ...payment })).toMatchObject({
      code: 'sale.ageUnconfirmed',
    });
    await till.carl.call('sale.answerAge', { saleId: sale.id, years: 18, oldEnough: true });
    await till.carl.call('sale.complete', complete);
  });

  it('are asked about again for the next customer', async () => {
    const sale = await add(wine);
    await till.carl.call('sale.answerAge', { saleId: sale.id, years: 18, oldEnough: true });
    const payment = { kind: 'cash', amountMinor: sale.totalMinor } as const;
    await till.carl.call('sale.complete', { saleId: sale.id, expectedTotalMinor: sale.totalMinor, payment });
    expect((await add(wine)).ageCheck).toMatchObject({ years: 18 });
  });
});

describe('services', () => {
  it('are sold without moving stock and are never short', async () => {
    const id = till.product('gift wrap', { onHandMilli: 0, negativeStock: 'block' });
    till.write('UPDATE product SET tracked = 0 WHERE id = :id', { id });
    const sale = await add(id);
    expect(sale.lines[0]!.notices).toEqual([]);
    const payment = { kind: 'cash', amountMinor: sale.totalMinor } as const;
    await till.carl.call('sale.complete', { saleId: sale.id, expectedTotalMinor: sale.totalMinor, payment });
    expect(till.shop.rows('SELECT 1 FROM stock_movement WHERE product_id = ?', id)).toEqual([]);
  });
});
