import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { checkList, sendList } from './list-import.ts';

let ready: ReadyShop;
beforeAll(async () => {
  ready = await openReadyShop();
});
afterAll(() => ready.shop.close());

/** Sends a list in one piece that must be refused, and looks at the import afterwards. */
async function refusedList(list: Uint8Array) {
  const { id } = await ready.manager.call('import.begin', { fileName: 'odd.csv', totalBytes: list.length });
  const dataBase64 = Buffer.from(list).toString('base64');
  const refusal = await ready.manager.refused('import.append', { id, offset: 0, dataBase64, last: true });
  const view = await ready.manager.call('import.get', { id });
  return { code: refusal.code, state: view.state, errorCode: view.errorCode };
}

describe('an odd list', () => {
  it('with NUL bytes, or that is a picture, is no list', async () => {
    const failed = (code: string) => ({ code, state: 'failed', errorCode: code });
    expect(await refusedList(Buffer.from('name,price\nTea\0,1.00\n'))).toEqual(failed('import.binaryFile'));
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(await refusedList(picture)).toEqual(failed('import.binaryFile'));
  });

  it('that is empty, or a heading alone, has nothing to import', async () => {
    const empty = { code: 'import.empty', state: 'failed', errorCode: 'import.empty' };
    expect(await refusedList(Buffer.from(''))).toEqual(empty);
    expect(await refusedList(Buffer.from('\n\n\n'))).toEqual(empty);
    expect(await refusedList(Buffer.from('sku,name,price\n'))).toEqual(empty);
  });

  it('in UTF-16, with semicolons and decimal commas, is read as it is meant', async () => {
    const text = '\ufeffArtikelnummer;Bezeichnung;Preis\nK1;Käse;1.234,50 €\nB1;Brötchen;0,45\n';
    const view = await checkList(ready, Buffer.from(text, 'utf16le'));
    expect(view.inspection).toMatchObject({
      encoding: 'utf-16le',
      delimiter: ';',
      decimalStyle: 'comma',
      headers: ['Artikelnummer', 'Bezeichnung', 'Preis'],
      sampleRows: [
        ['K1', 'Käse', '1.234,50 €'],
        ['B1', 'Brötchen', '0,45'],
      ],
      guess: ['sku', 'name', 'price'],
    });
    expect(view.counts).toMatchObject({ rows: 2, new: 2, faulty: 0 });
  });

  it('cut off in the middle loses the cut row alone, and says so', async () => {
    const quoted = await checkList(ready, 'sku,name,price\nA1,Apple,1.00\nB1,"Bre');
    expect(quoted).toMatchObject({
      counts: { new: 1, faulty: 1 },
      faults: [{ code: 'import.unterminatedQuote' }],
    });
    const short = await checkList(ready, 'sku,name,price\nA1,Apple,1.00\nB1,Bre');
    expect(short).toMatchObject({ counts: { new: 1, faulty: 1 }, faults: [{ code: 'import.cutOff' }] });
  });

  it('with a cell of more than 64 KB, or more cells than headings, keeps the other rows', async () => {
    const long = 'x'.repeat(70_000);
    const view = await checkList(
      ready,
      `sku,name,price\nA1,Apple,1.00\nB1,${long},2.00\nC1,Cake,3.00,4.00,5\nD1,Date,4.00,,\n`,
    );
    expect(view.counts).toMatchObject({ rows: 4, new: 2, faulty: 2 });
    const { rows, total } = await ready.manager.call('import.listFaults', { id: view.id });
    expect(total).toBe(2);
    expect(rows.map((row) => [row.rowNumber, row.code])).toEqual([
      [3, 'import.fieldTooLong'],
      [4, 'import.tooManyCells'],
    ]);
  });

  it('without a heading row counts its first row as a product', async () => {
    const view = await checkList(ready, '5000159407236,Chocolate bar\n4006381333931,Pencil\n');
    expect(view).toMatchObject({ counts: { rows: 2, new: 2 }, inspection: { headers: ['', ''] } });
  });

  it('names the column, the line and the text of each fault', async () => {
    const view = await checkList(
      ready,
      'sku,name,price,unit\nA1,,1.00,each\nB1,Bread,free,each\nC1,Cake,1.999,parsec\n',
    );
    expect(view.counts).toMatchObject({ rows: 3, faulty: 3 });
    const { rows } = await ready.manager.call('import.listFaults', { id: view.id });
    expect(rows).toEqual([
      { rowNumber: 2, code: 'import.nameMissing', column: 'name', value: '' },
      { rowNumber: 3, code: 'import.badNumber', column: 'price', value: 'free' },
      { rowNumber: 4, code: 'import.unknownUnit', column: 'unit', value: 'parsec' },
      { rowNumber: 4, code: 'import.tooManyDecimals', column: 'price', value: '1.999' },
    ]);
  });
});

describe('steps out of order', () => {
  const options = () => ({
    mapping: ['name' as const],
    decimalStyle: 'point' as const,
    defaultTaxCategoryId: ready.tax.standard,
  });

  it('are refused: a piece too far, a check too early, an apply without a check', async () => {
    const { id } = await ready.manager.call('import.begin', { fileName: 'a.csv', totalBytes: 12 });
    const piece = (offset: number, text: string, last = false) => ({
      id,
      offset,
      dataBase64: Buffer.from(text).toString('base64'),
      last,
    });
    expect(await ready.manager.refused('import.append', piece(5, 'Pear'))).toMatchObject({
      code: 'import.wrongState',
    });
    expect(await ready.manager.refused('import.check', { id, options: options() })).toMatchObject({
      code: 'import.wrongState',
    });
    const first = await ready.manager.call('import.append', piece(0, 'name\nPe'));
    expect(first.bytesReceived).toBe(7);
    // The page did not hear the answer and sends the piece again.
    expect(await ready.manager.call('import.append', piece(0, 'name\nPe'))).toEqual(first);
    expect(await ready.manager.refused('import.append', piece(7, 'ar', true))).toMatchObject({
      code: 'import.wrongState',
    });
    expect(await ready.manager.refused('import.append', piece(7, 'ar\nApples'))).toMatchObject({
      code: 'import.tooLarge',
    });
    const whole = await ready.manager.call('import.append', piece(7, 'ar\nFi', true));
    expect(whole).toMatchObject({ state: 'received', inspection: { sampleRows: [['Pear'], ['Fi']] } });
    expect(await ready.manager.call('import.append', piece(7, 'ar\nFi', true))).toEqual(whole);
    expect(await ready.manager.refused('import.apply', { id })).toMatchObject({ code: 'import.wrongState' });
  });

  it('leave no file behind when the import is called off while the disk takes a piece', async () => {
    const { id } = await ready.manager.call('import.begin', { fileName: 'a.csv', totalBytes: 9 });
    const dataBase64 = Buffer.from('name\nPear').toString('base64');
    const piece = ready.manager.refused('import.append', { id, offset: 0, dataBase64, last: true });
    await ready.manager.call('import.cancel', { id });
    expect(await piece).toMatchObject({ code: 'import.wrongState' });
    expect(existsSync(join(ready.shop.dataDir, 'imports', `${id}.csv`))).toBe(false);
  });

  it('as is a mapping without a name, with one field twice, or of a column that is not there', async () => {
    const { id } = await sendList(ready.manager, 'sku,name\nA1,Apple\n');
    const refused = (mapping: ('name' | 'sku' | null)[]) =>
      ready.manager.refused('import.check', { id, options: { ...options(), mapping } });
    expect(await refused(['sku', null])).toMatchObject({
      code: 'import.mappingIncomplete',
      data: { missing: ['name'] },
    });
    expect(await refused(['name', 'name'])).toMatchObject({
      code: 'import.mappingIncomplete',
      data: { twice: ['name'] },
    });
    expect(await refused([null, 'name', 'sku'])).toMatchObject({
      code: 'import.mappingIncomplete',
      data: { beyond: ['sku'] },
    });
    const unknownTax = { ...options(), mapping: [null, 'name' as const], defaultTaxCategoryId: id };
    expect(await ready.manager.refused('import.check', { id, options: unknownTax })).toMatchObject({
      code: 'tax.categoryUnknown',
    });
  });

  it('a cashier imports nothing', async () => {
    const refusal = await ready.cashier.refused('import.begin', { fileName: 'a.csv', totalBytes: 1 });
    expect(refusal.code).toBe('auth.forbidden');
  });
});
