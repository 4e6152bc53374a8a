import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';
import { applyList, catalogueOf, checkList, readFixture } from './list-import.ts';
import { fetchList, saveCatalogue } from './saved-list.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Names that a spreadsheet would run, that CSV trips over, or that a list reads otherwise. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.com","x")',
  '+1+1',
  '-2+3',
  '-5',
  '@SUM(A1)',
  '＝1+1',
  "'=1+1",
  "''@x",
  "'",
  'O"Brien, Ltd;',
  '"quoted"',
  'two  blanks',
  'Käse\u00a0weich',
  'e\u0301clair',
  'TRUE',
  '1e5',
  '007',
  '1.5',
  'null',
  '5000159407236',
  '<b>&amp;</b>',
  '_x000D_',
  '一品鲜，酱油',
  'שלום',
  '🥛 milk',
  '\\> backslash',
];

let ready: ReadyShop;
beforeAll(async () => {
  ready = await openReadyShop();
  const { owner } = ready;
  const parent = await owner.call('category.save', { name: 'A > B / C', parentId: null });
  const child = await owner.call('category.save', { name: 'x / y', parentId: null });
  const below = await owner.call('category.save', { name: '=1 \\> 2', parentId: parent.id });
  for (const [index, name] of HOSTILE.entries()) {
    await ready.addProduct(owner, {
      name,
      sku: index % 3 === 0 ? null : `=S${index}`,
      brand: index % 2 === 0 ? name : null,
      packSize: name.slice(0, 60),
      description: index % 4 === 0 ? `${name}\nsecond  line\n\n=third` : '',
      notes: `@${name}`,
      supplierCode: `-${index}`,
      categoryId: [null, parent.id, child.id, below.id][index % 4] ?? null,
      unit: (['each', 'kg', 'g', 'l', 'ml', 'm', 'cm', 'm2', 'hour'] as const)[index % 9] ?? 'each',
      priceMinor: index % 5 === 0 ? null : index * 137,
      costMinor: index % 6 === 0 ? null : index,
      taxCategoryId: Object.values(ready.tax)[index % 4] ?? ready.tax.standard,
      tracked: index % 7 !== 0,
      minimumAge: index % 8 === 0 ? 18 : null,
      barcodes:
        index === 1
          ? [
              { code: '96385074', kind: 'gtin' },
              { code: '=IN-1', kind: 'inStore' },
            ]
          : [],
    });
  }
  // Two of the same name that no code tells apart, and one that is archived.
  for (const _ of [1, 2]) await ready.addProduct(owner, { name: 'Twin' });
  const old = await ready.addProduct(owner, { name: 'Old', sku: null });
  await owner.call('product.setStatus', { id: old.id, expectedVersion: old.version, status: 'archived' });
  await applyList(ready, readFixture('off-rich-200.csv'));
});
afterAll(() => ready.shop.close());

const COUNT = HOSTILE.length + 3 + 200;

describe('the catalogue as a file', () => {
  it.each(['csv', 'xlsx'] as const)('in %s changes nothing when it is imported again', async (format) => {
    const before = catalogueOf(ready.shop);
    for (const language of ['en', 'zh'] as const) {
      const list = await saveCatalogue(ready.manager, { format, language, status: 'any' });
      const view = await applyList(ready, list);
      expect(view.faults).toEqual([]);
      expect(view.counts).toEqual({
        rows: COUNT,
        new: 0,
        changed: 0,
        unchanged: COUNT,
        faulty: 0,
        applied: 0,
      });
      expect(view.inspection?.guess).not.toContain(null);
    }
    expect(catalogueOf(ready.shop)).toEqual(before);
  });

  it('holds no cell that a spreadsheet runs, in either kind', async () => {
    const csv = (await saveCatalogue(ready.manager, { format: 'csv', status: 'any' })).toString('utf8');
    expect(csv.startsWith('\ufeffTillwise id,Name,SKU')).toBe(true);
    const { data: cells } = Papa.parse<string[]>(csv.slice(1));
    const runs = (cell: string) => /^[=+@\t\r＝＋＠]|^-(?!\d+(?:\.\d+)?$)/.test(cell);
    expect(cells.flat().filter(runs)).toEqual([]);
    expect(csv).toContain(`'=cmd|' /C calc'!A0`);
    const xlsx = await saveCatalogue(ready.manager, { format: 'xlsx', status: 'any' });
    const rows = await readSheet(new Uint8Array(xlsx).buffer, 1);
    const texts = rows.flat().filter((cell) => typeof cell === 'string');
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => /^[=+@\t\r]/.test(String(text)))).toEqual([]);
  });

  it('carries what was changed in it back into the shop', async () => {
    const csv = (await saveCatalogue(ready.manager, { format: 'csv' })).toString('utf8');
    const view = await checkList(ready, csv.replace("'+1+1", 'One and one'));
    expect(view.counts).toMatchObject({ new: 0, changed: 1, faulty: 0 });
    expect(view.changes?.rows[0]?.fields[0]).toEqual({ field: 'name', before: '+1+1', after: 'One and one' });
    // A list of another shop: its keys mean nothing here.
    const foreign = csv.replaceAll(/^[0-9a-f-]{36}/gm, '00000000-0000-7000-8000-000000000000');
    expect((await checkList(ready, foreign)).counts).toMatchObject({ unchanged: expect.any(Number) });
  });

  it('is filtered as the list is', async () => {
    const lines = async (filter: object) =>
      (await saveCatalogue(ready.manager, { format: 'csv', ...filter })).toString('utf8').split('\r\n')
        .length - 2;
    expect(await lines({})).toBe(COUNT - 1);
    expect(await lines({ status: 'archived' })).toBe(1);
    expect(await lines({ text: 'twin' })).toBe(2);
    expect(await lines({ text: '""' })).toBe(0);
    const { total } = await ready.manager.call('product.list', { priced: 'without' });
    expect(await lines({ priced: 'without' })).toBe(total);
  });

  it('is for who asked, on record, and gone with the shop’s closing', async () => {
    const begun = await ready.manager.call('export.catalogue', { format: 'csv' });
    expect(await ready.owner.refused('export.get', { id: begun.id })).toMatchObject({
      code: 'export.unknown',
    });
    expect(await ready.owner.refused('export.catalogue', { format: 'csv' })).toMatchObject({
      code: 'export.busy',
    });
    await fetchList(ready.manager, begun);
    expect(await ready.owner.refused('export.read', { id: begun.id, offset: 0 })).toMatchObject({
      code: 'export.unknown',
    });
    expect(await ready.cashier.refused('export.catalogue', { format: 'csv' })).toMatchObject({
      code: 'auth.forbidden',
    });
    const [entry] = ready.shop.rows<{ action: string }>('SELECT action FROM audit ORDER BY seq DESC LIMIT 1');
    expect(entry?.action).toBe('product.exported');
    await ready.shop.restart();
    expect(existsSync(join(ready.shop.dataDir, 'exports'))).toBe(false);
    expect(await ready.manager.refused('export.get', { id: begun.id })).toMatchObject({
      code: 'export.unknown',
    });
  });
});

describe('the rows that an import leaves out', () => {
  const LIST = 'sku;name;price;Ort\nA1;Apple;1,00;"x;1"\nB1;;2,00;=1+1\nC1;Cake;free;\nC1;Cream;abc;"a\nb"\n';

  it.each(['csv', 'xlsx'] as const)(
    'come as a file in %s: their own columns and the reason',
    async (format) => {
      const { id, counts } = await checkList(ready, LIST);
      expect(counts).toMatchObject({ rows: 4, faulty: 3 });
      const begun = await ready.manager.call('export.faultyRows', { importId: id, format });
      const list = await fetchList(ready.manager, begun);
      const again = await checkList(ready, list);
      expect(again.inspection).toMatchObject({
        headers: ['sku', 'name', 'price', 'Ort', 'Reason'],
        sampleRows: [
          ['B1', '', '2,00', "'=1+1", 'name: The name is missing.'],
          ['C1', 'Cake', 'free', '', 'price: This is not a number.'],
          ['C1', 'Cream', 'abc', expect.stringMatching(/^a\sb$/), 'price: This is not a number.'],
        ],
      });
      expect(again.counts).toMatchObject({ rows: 3, faulty: 3 });
    },
  );

  it('are told in Chinese too, and are gone with the list', async () => {
    const { id } = await checkList(ready, LIST);
    const begun = await ready.manager.call('export.faultyRows', {
      importId: id,
      format: 'csv',
      language: 'zh',
    });
    expect((await fetchList(ready.manager, begun)).toString('utf8')).toContain('缺少名称。');
    await checkList(ready, 'name\nPear\n');
    expect(await ready.manager.refused('export.faultyRows', { importId: id, format: 'csv' })).toMatchObject({
      code: 'import.wrongState',
    });
  });
});
