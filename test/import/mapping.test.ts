import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { checkList, sendList } from './list-import.ts';

let ready: ReadyShop;
beforeAll(async () => {
  ready = await openReadyShop();
});
afterAll(() => ready.shop.close());

describe('the columns of a list', () => {
  it('are remembered for the next list with the same headings, and for no other', async () => {
    const first = await sendList(ready.manager, 'Ref;Text;Wert\nA;Apple;1,00\n');
    expect(first.remembered).toBeNull();
    const mapping = ['sku', 'name', 'price'] as const;
    const options = {
      defaultTaxCategoryId: ready.tax.zero,
      decimalStyle: 'comma' as const,
      defaultUnit: 'kg' as const,
    };
    await ready.manager.call('import.check', {
      id: first.id,
      options: { ...options, mapping: [...mapping] },
    });
    await ready.shop.restart();
    const again = await sendList(ready.manager, 'REF;text ;Wert\nB;Bread;2,00\n');
    expect(again.remembered).toEqual({ mapping, defaultTaxCategoryId: ready.tax.zero, defaultUnit: 'kg' });
    const other = await sendList(ready.manager, 'Text;Ref;Wert\nBread;B;2,00\n');
    expect(other.remembered).toBeNull();
    const bare = await sendList(ready.manager, '5000159407236,Chocolate bar\n');
    expect(bare.remembered).toBeNull();
  });

  it('chosen for a check are still known when the page is opened again', async () => {
    const { id } = await checkList(ready, 'x,name,y\n1,Apple,2\n', { mapping: ['sku', 'name', 'price'] });
    expect((await ready.manager.call('import.get', { id })).options).toMatchObject({
      mapping: ['sku', 'name', 'price'],
      defaultTaxCategoryId: ready.tax.standard,
    });
  });

  it('are read again as a person says: cut at another sign, in another encoding', async () => {
    const text = 'name|note\nKäse|a,b\nBrot|c,d\n';
    const { id, inspection } = await sendList(ready.manager, Buffer.from(text, 'latin1'));
    expect(inspection).toMatchObject({ encoding: 'windows-1252', delimiter: '|', hasHeader: true });
    const comma = await ready.manager.call('import.readAgain', { id, delimiter: ',' });
    expect(comma.inspection).toMatchObject({ hasHeader: false });
    expect(comma.inspection?.sampleRows[1]).toEqual(['Käse|a', 'b']);
    const utf8 = await ready.manager.call('import.readAgain', { id, encoding: 'utf-8', delimiter: '|' });
    expect(utf8).toMatchObject({
      state: 'received',
      options: null,
      inspection: { encoding: 'utf-8', delimiter: '|', headers: ['name', 'note'] },
    });
    expect(utf8.inspection?.sampleRows[0]).toEqual(['K\ufffdse', 'a,b']);
    await ready.manager.call('import.cancel', { id });
    expect(await ready.manager.refused('import.readAgain', { id })).toMatchObject({
      code: 'import.wrongState',
    });
  });
});

describe('a dry run', () => {
  it('shows what would change field by field, and in how many products', async () => {
    const tea = await ready.addProduct(ready.owner, {
      sku: 'T1',
      name: 'Tea',
      priceMinor: 120,
      brand: 'Clipper',
    });
    await ready.addProduct(ready.owner, { sku: 'M1', name: 'Milk', priceMinor: 100 });
    const { counts, changes } = await checkList(
      ready,
      'sku,name,price,brand,category\nT1,Green tea,1.35,,Drinks > Tea\nM1,Milk,1.10,,\nN1,Nut,9.00,,\n',
    );
    expect(counts).toMatchObject({ new: 1, changed: 2, unchanged: 0, faulty: 0 });
    expect(changes?.fields).toEqual([
      { field: 'price', count: 2 },
      { field: 'name', count: 1 },
      { field: 'category', count: 1 },
    ]);
    expect(changes?.rows[0]).toEqual({
      rowNumber: 2,
      productId: tea.id,
      name: 'Tea',
      fields: [
        { field: 'name', before: 'Tea', after: 'Green tea' },
        { field: 'category', before: null, after: 'Drinks > Tea' },
        { field: 'price', before: 120, after: 135 },
      ],
    });
  });
});
