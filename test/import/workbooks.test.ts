import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { applyList, checkList, sendList } from './list-import.ts';
import { makeWorkbook, makeZipBomb, sheetRows } from './make-workbook.ts';

vi.setConfig({ testTimeout: 60_000 });

let ready: ReadyShop;
beforeAll(async () => {
  ready = await openReadyShop();
});
afterAll(() => ready.shop.close());

async function refused(workbook: Uint8Array) {
  const { id } = await ready.manager.call('import.begin', {
    fileName: 'a.xlsx',
    totalBytes: workbook.length,
  });
  for (let offset = 0; ; offset += 900_000) {
    const piece = Buffer.from(workbook.subarray(offset, offset + 900_000));
    const last = offset + piece.length === workbook.length;
    const input = { id, offset, dataBase64: piece.toString('base64'), last };
    if (!last) await ready.manager.call('import.append', input);
    else {
      const refusal = await ready.manager.refused('import.append', input);
      const { state, errorCode } = await ready.manager.call('import.get', { id });
      return { code: refusal.code, state, errorCode };
    }
  }
}

const failed = (code: string) => ({ code, state: 'failed', errorCode: code });

describe('a workbook', () => {
  it('as a spreadsheet program writes it comes in like any list', async () => {
    const workbook = await writeXlsxFile([
      ['SKU', 'Name', 'Price', 'Barcode', 'Description'],
      ['X1', 'Käse "extra"', 19.99, '5000159407236', 'two\nlines'],
      ['X2', '一品鲜酱油', 0.1 + 0.2, 4006381333931, null],
      ['X3', 'Bun', 3, null, null],
    ]).toBuffer();
    const view = await applyList(ready, workbook);
    expect(view).toMatchObject({
      state: 'applied',
      inspection: { workbook: { sheets: ['Sheet1'], sheet: 1 }, decimalStyle: 'point', hasHeader: true },
      counts: { rows: 3, new: 3, faulty: 0 },
    });
    expect(
      ready.shop.rows(`SELECT p.sku, p.name, price_minor, description, b.code FROM product p
        LEFT JOIN product_barcode b ON b.product_id = p.id WHERE sku LIKE 'X%' ORDER BY sku`),
    ).toEqual([
      {
        sku: 'X1',
        name: 'Käse "extra"',
        price_minor: 1999,
        description: 'two\nlines',
        code: '05000159407236',
      },
      { sku: 'X2', name: '一品鲜酱油', price_minor: 30, description: '', code: '04006381333931' },
      { sku: 'X3', name: 'Bun', price_minor: 300, description: '', code: null },
    ]);
    expect(await applyList(ready, workbook)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 3 } });
  });

  it('gives the worked-out value of a formula, dates as dates, and keeps the number of each row', async () => {
    const head = sheetRows([['sku', 'name', 'price', 'pack size']]);
    const rows = [
      '<row r="2"><c r="A2" t="inlineStr"><is><t>F1</t></is></c><c r="B2" t="str"><f>UPPER("tea")</f><v>TEA</v></c><c r="C2"><f>1+0.5</f><v>1.5</v></c><c r="D2" s="1"><v>45000</v></c></row>',
      '<row r="5"><c r="A5" t="inlineStr"><is><t>F2</t></is></c><c r="B5" t="str"><f>X</f></c><c r="C5" t="e"><v>#REF!</v></c></row>',
    ];
    const view = await checkList(ready, makeWorkbook({ List: head + rows.join('') }));
    expect(view.inspection?.sampleRows[0]).toEqual(['F1', 'TEA', '1.5', '2023-03-15']);
    const { rows: faults } = await ready.manager.call('import.listFaults', { id: view.id });
    expect(faults.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [5, 'import.nameMissing'],
      [5, 'import.badNumber'],
    ]);
  });

  it('reads numbers as numbers and texts as the person says, side by side', async () => {
    const workbook = makeWorkbook({
      Preise: sheetRows([
        ['sku', 'name', 'price', 'cost'],
        ['C1', 'Käse', 1.234, '1,50'],
        ['C2', 'Brot', 2.5, '1.200,75'],
      ]),
    });
    const comma = await checkList(ready, workbook);
    expect(comma.inspection?.decimalStyle).toBe('comma');
    // 1.234 is a number with three decimals, in no style 1234.
    expect(comma.faults).toMatchObject([{ code: 'import.tooManyDecimals', count: 1 }]);
    expect(comma.counts).toMatchObject({ new: 1, faulty: 1 });
    const point = await checkList(ready, workbook, { decimalStyle: 'point' });
    expect(point.faults.map(({ code, count }) => [code, count])).toEqual([
      ['import.badNumber', 2],
      ['import.tooManyDecimals', 1],
    ]);
  });

  it('with several sheets is read from the first that has rows, or the one chosen', async () => {
    const workbook = makeWorkbook({
      'Read &amp; me': '',
      Food: sheetRows([
        ['sku', 'name'],
        ['P1', 'Pear'],
      ]),
      Drinks: sheetRows([
        ['sku', 'name', 'price'],
        ['W1', 'Water', 1],
      ]),
    });
    const { id, inspection } = await sendList(ready.manager, workbook);
    expect(inspection?.workbook).toEqual({ sheets: ['Read & me', 'Food', 'Drinks'], sheet: 2 });
    const drinks = await ready.manager.call('import.readAgain', { id, sheet: 3 });
    expect(drinks.inspection).toMatchObject({
      workbook: { sheet: 3 },
      sampleRows: [['W1', 'Water', '1']],
    });
    const empty = await ready.manager.refused('import.readAgain', { id, sheet: 1 });
    expect(empty.code).toBe('import.empty');
    expect((await ready.manager.refused('import.readAgain', { id, sheet: 4 })).code).toBe(
      'import.workbookUnreadable',
    );
  });

  it('that is cut off, is no workbook, or lost its sheets, is refused plainly', async () => {
    const whole = makeWorkbook({ List: sheetRows([['name'], ['Tea']]) });
    expect(await refused(whole.subarray(0, whole.length - 40))).toEqual(failed('import.workbookUnreadable'));
    expect(await refused(Buffer.from('PK\x03\x04 and nothing more'))).toEqual(
      failed('import.workbookUnreadable'),
    );
    const broken = Buffer.from(whole.toString('latin1').replace('</sheetData>', '<sheetData>'), 'latin1');
    expect((await refused(broken)).state).toBe('failed');
    expect(await refused(makeWorkbook({ List: '' }))).toEqual(failed('import.empty'));
  });

  it('that unpacks to gigabytes is refused, and the shop goes on', async () => {
    const bomb = makeZipBomb(600);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refused(bomb)).toEqual(failed('import.workbookTooLarge'));
    expect(await checkList(ready, 'name\nTea\n')).toMatchObject({ state: 'checked' });
  });

  it('with one cell in the farthest corner does not take the memory of sixteen thousand million', async () => {
    const far =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const { state, errorCode } = await refused(makeWorkbook({ Far: far }));
    expect([state, errorCode]).toEqual(['failed', 'import.workbookTooLarge']);
  });
});
