import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDocumentPlaces } from '../../src/main/features/order/order-list.sql.ts';
import { sumProducts } from '../../src/main/features/report/report.sql.ts';
import { checkSoldCounts } from '../../src/main/jobs/check-sold-counts.ts';
import { DATABASE_FILE, openDatabase } from '../../src/main/storage/open-database.ts';
import { isBusinessDay } from '../../src/shared/values/business-day.ts';
import { openEmptyShop, type TestCaller, type TestShop } from '../helpers/open-shop.ts';

/** UCI Online Retail up to 14 October 2011: 7,279,838.374 in all, less -192,430.359 of fees and the like that are no sales.
 *  Four prices of a tenth of a penny are asked as nothing. */
const NET_MINOR = 747_226_873;
const LAST_DAY = '2026-02-27';

let shop: TestShop;
let olivia: TestCaller;

beforeAll(async () => {
  shop = await openEmptyShop();
  await shop.engine.close();
  await shop.start(true, true);
  olivia = shop.caller();
  await olivia.call('setup.loadDemo', {});
  const [owner] = (await olivia.call('setup.status', {})).demoPeople;
  await olivia.call('session.signIn', { username: owner!.username, password: owner!.password });
}, 120_000);
afterAll(() => shop.close());

const number = (sql: string, ...params: unknown[]): number =>
  Object.values(shop.rows<Record<string, number>>(sql, ...params)[0] ?? {})[0] ?? 0;

/** As somebody with a tool for databases would. */
function write(sql: string): void {
  const db = new Database(join(shop.dataDir, DATABASE_FILE));
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

const firstOf = async (text: string) => {
  const [row] = (await olivia.call('order.list', { text })).rows;
  if (!row) throw new Error(`there is no ${text}`);
  return row;
};

describe("the demo shop's year", () => {
  it('is the whole source but for what was never sold, to the penny', async () => {
    const listed = await olivia.call('order.list', { limit: 1 });
    expect(listed).toMatchObject({ total: 18_274, sumMinor: NET_MINOR });
    expect(number('SELECT count(*) FROM imported_line')).toBe(397_053);
    expect(number('SELECT sum(payable_minor) FROM imported_line')).toBe(NET_MINOR);
    expect(number("SELECT count(*) FROM document WHERE kind = 'refund' AND total_minor < 0")).toBe(2999);
    const unequal = `SELECT count(*) FROM document d WHERE total_minor <>
      (SELECT sum(l.payable_minor) FROM imported_line l WHERE l.document_seq = d.seq)
      OR total_minor <> (SELECT sum(p.amount_minor) FROM payment p WHERE p.document_id = d.id)`;
    expect(number(unequal)).toBe(0);
    expect(number("SELECT count(*) FROM customer WHERE name LIKE 'Customer %'")).toBe(3825);
    expect((await olivia.call('customer.search', { text: 'customer 17850' })).rows).toMatchObject([
      { name: 'Customer 17850', note: 'United Kingdom', visitCount: 34 },
    ]);
  });

  it('ends on the last Friday before today, and no sale is on a Saturday', () => {
    expect(shop.rows('SELECT max(business_day) AS day FROM document')).toEqual([{ day: LAST_DAY }]);
    expect(number("SELECT count(*) FROM document WHERE strftime('%w', business_day) = '6'")).toBe(0);
    expect(number("SELECT count(*) FROM document WHERE business_day >= '2026-03-02'")).toBe(0);
  });

  it('takes no number of the till, has no journal, and the chain starts with the first sale rung up here', async () => {
    expect(number('SELECT count(*) FROM journal')).toBe(0);
    expect(number("SELECT count(*) FROM document WHERE fiscal_number NOT LIKE 'IMP-%'")).toBe(0);
    const [tile] = await olivia.call('product.listQuickKeys', {});
    const productId = tile!.id;
    const { sale } = await olivia.call('sale.addProduct', { productId });
    const sold = await olivia.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: sale.totalMinor,
      payment: { kind: 'cash', amountMinor: sale.totalMinor },
    });
    expect(sold.fiscalNumber).toBe('D1-000001');
    expect((await olivia.call('order.list', { limit: 1 })).rows[0]).toMatchObject({
      number: 'D1-000001',
      imported: false,
    });
    const { journal } = await olivia.call('order.get', { id: sold.documentId });
    expect(journal).toMatchObject({ seq: 1 });
    expect(await olivia.call('journal.verify', {})).toMatchObject({ ok: true });
    const imported = await firstOf('IMP-536365');
    expect((await olivia.call('order.get', { id: imported.id })).journal).toBeNull();
  });

  it('shows an invoice as it was, marked as imported, with nothing invented', async () => {
    const row = await firstOf('536365');
    expect(row).toMatchObject({
      number: 'IMP-536365',
      orderNumber: '536365',
      imported: true,
      state: 'paid',
      customerName: 'Customer 17850',
      staff: { name: 'Imported history' },
      itemCount: 40,
      totalMinor: 13_912,
    });
    const order = await olivia.call('order.get', { id: row.id });
    expect(order).toMatchObject({ taxMinor: 0, taxSummary: [], imported: true });
    expect(order.lines).toHaveLength(7);
    expect(order.lines[0]).toMatchObject({
      name: 'White Hanging Heart T-Light Holder',
      sku: '85123A',
      quantityMilli: 6000,
      unitPriceMinor: 255,
      payableMinor: 1530,
      netMinor: 1530,
      taxes: [],
    });
    expect(order.timeline).toMatchObject([{ kind: 'imported', staffName: null }]);
    expect(row.tenders).toEqual(['unknown']);
    expect(order.payments).toMatchObject([{ kind: 'unknown', amountMinor: 13_912 }]);
    expect(await olivia.call('order.findByNumber', { number: '536365' })).toEqual({ id: row.id });
  });

  it('is found by its payment being unknown, and never among what was paid in another way', async () => {
    const [tile] = await olivia.call('product.listQuickKeys', {});
    const { sale } = await olivia.call('sale.addProduct', { productId: tile!.id });
    const payment = { kind: 'other', amountMinor: sale.totalMinor } as const;
    const expectedTotalMinor = sale.totalMinor;
    const { fiscalNumber } = await olivia.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor,
      payment,
    });
    expect(await olivia.call('order.list', { tender: 'unknown', limit: 1 })).toMatchObject({
      total: 18_274,
      sumMinor: NET_MINOR,
    });
    const { rows } = await olivia.call('order.list', { tender: 'other' });
    expect(rows).toMatchObject([{ number: fiscalNumber, tenders: ['other'] }]);
  });

  it('keeps what goods were called when they were sold', async () => {
    const row = await firstOf('536365');
    const { lines } = await olivia.call('order.get', { id: row.id });
    write(`UPDATE product SET name = 'Renamed since' WHERE id = '${lines[0]!.productId}'`);
    const again = await olivia.call('order.get', { id: row.id });
    expect(again.lines[0]!.name).toBe('White Hanging Heart T-Light Holder');
  });

  it('is given back nowhere here, sale or return, and says so', async () => {
    const rows = () =>
      ['document', 'stock_movement', 'cash_movement', 'audit', 'outbox'].map((table) =>
        number(`SELECT count(*) FROM ${table}`),
      );
    const before = rows();
    for (const text of ['IMP-536365', 'IMP-C536379']) {
      const { id, kind } = await firstOf(text);
      const refused = await olivia.refused('order.refund', { id, reason: 'came back' });
      expect(refused.code, text).toBe(kind === 'sale' ? 'order.imported' : 'order.notRefundable');
    }
    expect(rows()).toEqual(before);
    expect(number('SELECT count(*) FROM document WHERE original_document_id IS NOT NULL')).toBe(0);
  });

  it('prints receipts that say what they are, without the code of a receipt of ours', async () => {
    const { id } = await firstOf('IMP-536365');
    const { svg } = await olivia.call('order.getReceiptSvg', { id });
    const wordsOf = (picture: string) => picture.replace(/<[^>]+>|&#xa0;|\s/g, '');
    expect(wordsOf(svg).match(/COPYOFIMPORTEDHISTORY/g)).toHaveLength(2);
    const ours = await firstOf('D1-000001');
    const own = (await olivia.call('order.getReceiptSvg', { id: ours.id })).svg;
    expect(wordsOf(own)).not.toContain('IMPORTED');
    expect(wordsOf(svg)).toContain('Notknown');
    expect(svg.match(/<image|<path/g)?.length ?? 0).toBeLessThan(own.match(/<image|<path/g)?.length ?? 0);
  });

  it('fills the day report of its days', async () => {
    const report = await olivia.call('report.today', { businessDay: LAST_DAY });
    const total = number(
      "SELECT sum(total_minor) FROM document WHERE kind = 'sale' AND business_day = ?",
      LAST_DAY,
    );
    expect(report).toMatchObject({ salesMinor: total, taxMinor: 0, marginMinor: null });
    expect(report.importedReceipts).toBe(report.receipts + report.refundReceipts);
    expect(report.importedReceipts).toBeGreaterThan(40);
    expect(report.tenders).toMatchObject([{ kind: 'unknown', count: report.importedReceipts }]);
    const [best] = report.topProducts;
    const amount = number(
      `SELECT sum(l.payable_minor) FROM document d JOIN imported_line l ON l.document_seq = d.seq
       JOIN imported_item i ON i.seq = l.item_seq WHERE d.business_day = ? AND i.product_id = ?`,
      LAST_DAY,
      best!.productId,
    );
    expect(best!.amountMinor).toBe(amount);
    expect(report.hours.map(({ hour }) => hour)).toContain(12);
    expect(await olivia.call('report.today', {})).toMatchObject({
      importedReceipts: 0,
      previousTradingDay: LAST_DAY,
    });
  });

  it('left its stock as the movements say, nothing below zero', async () => {
    expect(await olivia.call('stock.check', {})).toMatchObject({ differ: 0 });
    expect(number("SELECT count(*) FROM product WHERE on_hand_milli < 0 AND sku <> 'V01'")).toBe(0);
    const reasons = shop.rows<{ reason: string }>(
      "SELECT DISTINCT reason FROM stock_movement WHERE kind = 'adjust' ORDER BY reason",
    );
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'correction',
      'count',
      'damaged',
      'found',
      'lost',
      'ownUse',
    ]);
    const product = await olivia.call('product.search', { text: '22423' });
    const page = await olivia.call('stock.listMovements', { productId: product.rows[0]!.id });
    expect(page.rows.at(-1)).toMatchObject({ kind: 'opening' });
    expect(page.rows[0]!.balanceMilli).toBe(product.rows[0]!.onHandMilli);
    const sold = page.rows.filter(({ reason }) => reason === 'imported');
    const lines = number(
      "SELECT sum(l.quantity_milli) FROM imported_line l JOIN imported_item i ON i.seq = l.item_seq WHERE i.sku = '22423'",
    );
    expect(sold.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)).toBe(-lines);
  });

  it('counts as sold in search and list', async () => {
    const { db } = openDatabase(shop.dataDir);
    expect(checkSoldCounts(db)).toEqual([]);
    db.close();
    expect(number('SELECT sum(sold_count) FROM product')).toBeGreaterThan(380_000);
    const { rows } = await olivia.call('product.list', { sort: 'sales', descending: true, limit: 1 });
    expect(rows[0]?.sku?.toLowerCase()).toBe('85123a');
  });

  it('is found by what was sold and to whom', async () => {
    const { rows } = await olivia.call('product.search', { text: '22423' });
    const byProduct = await olivia.call('order.list', { productId: rows[0]!.id, limit: 5 });
    const documents =
      "SELECT count(DISTINCT document_seq) FROM imported_line l JOIN imported_item i ON i.seq = l.item_seq WHERE i.sku = '22423'";
    expect(byProduct.total).toBe(number(documents));
    const text = await olivia.call('order.list', { text: 'customer 17850' });
    expect(text.rows.every(({ customerName }) => customerName === 'Customer 17850')).toBe(true);
    expect(text.total).toBe(35);
  });

  it('stands under a till and a person that can do nothing', async () => {
    expect((await olivia.call('register.list', {})).map(({ name }) => name)).toEqual(['Front till']);
    const [register] = shop.rows<{ id: string }>('SELECT id FROM register WHERE imported = 1');
    expect(await olivia.refused('device.enrol', { name: 'Sneaky', registerId: register!.id })).toMatchObject({
      code: 'register.unknown',
    });
    const person = (await olivia.call('staff.list', {})).find(({ name }) => name === 'Imported history');
    expect(person).toMatchObject({ active: false, hasPin: false });
    const anybody = olivia.sameDevice();
    for (const password of ['', 'imported-history'])
      expect(
        (await anybody.refusedRaw('session.signIn', { username: 'imported-history', password })).code,
      ).not.toBe('internal');
    expect((await olivia.call('audit.list', { action: 'import.history' })).rows).toMatchObject([
      { after: { documents: 18_274, lines: 397_053 } },
    ]);
  });

  it('can be neither changed nor signed afterwards', () => {
    for (const sql of [
      'UPDATE imported_line SET quantity_milli = 1 WHERE document_seq = 1',
      'DELETE FROM imported_line WHERE document_seq = 1',
      "UPDATE imported_item SET name = 'x' WHERE seq = 1",
      'DELETE FROM imported_item WHERE seq = 1',
    ])
      expect(() => write(sql), sql).toThrow(/is immutable/);
    const forged = `INSERT INTO journal (register_id, seq, document_id, suite, payload_version, payload, previous_hash, hash, at_ms)
      SELECT register_id, 1, id, 'TW1', 1, '', '', '', 0 FROM document WHERE seq = 1`;
    expect(() => write(forged)).toThrow('imported history has no journal');
  });

  it('costs the lists no more than their indexes: no step reads every line', () => {
    const plan = (text: string, params: object) =>
      shop
        .rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params)
        .map(({ detail }) => detail)
        .join('; ');
    const product = plan(listDocumentPlaces(['product']).text, { product_id: '', limit: 1, offset: 0 });
    expect(product).toContain('imported_line_item');
    expect(product).not.toContain('SCAN l');
    const day = plan(sumProducts.text, { business_day: LAST_DAY, limit: 10 });
    expect(day).not.toContain('SCAN l');
    expect(day).not.toContain('SCAN d');
  });
});

describe("the demo shop's files", () => {
  it('are at most 8 MB, and every gift has an in-store EAN-13 of its own that scans', async () => {
    const folder = join(import.meta.dirname, '../../resources/demo');
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(8 * 1024 * 1024);
    const codes = shop.rows<{ code: string; sku: string }>(
      `SELECT b.code, p.sku FROM product p JOIN product_barcode b ON b.product_id = p.id
       WHERE b.kind = 'inStore' AND b.code LIKE '27%' ORDER BY p.sku`,
    );
    expect(codes).toHaveLength(3707);
    expect(codes.every(({ code }) => /^27\d{11}$/.test(code) && hasCheckDigit(code))).toBe(true);
    expect(codes.find(({ sku }) => sku === '85123A')?.code).toBe('2785123010003');
    const { sale } = await olivia.call('sale.scanBarcode', { saleId: null, barcode: '2785123010003' });
    expect(sale.lines[0]).toMatchObject({ sku: '85123A', unitPriceMinor: 295 });
    expect(isBusinessDay(LAST_DAY)).toBe(true);
  });
});

/** R29, worked out apart from the program. */
function hasCheckDigit(code: string): boolean {
  return [...code].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}
