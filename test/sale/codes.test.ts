import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/domain/codes/label-pattern.ts';
import { formatLabel } from '../../src/domain/codes/scale-label.ts';
import { gtinCheckDigit } from '../../src/shared/values/barcode.ts';
import { openTill, type Till } from './open-till.ts';

const GS = '\u001d';
const CHEESE = '09506000134352';

let till: Till;
beforeEach(async () => {
  till = await openTill();
  till.product('ham', { unit: 'kg', priceMinor: 2500, barcode: '01234', kind: 'inStore', tax: 'low' });
  till.product('pie', { priceMinor: 450, sku: '777' });
  till.product('cheese', { unit: 'kg', priceMinor: 1990, barcode: CHEESE, tax: 'low' });
  till.product('yoghurt', { priceMinor: 99, barcode: '04012345123456' });
});
afterEach(() => till.shop.close());

/** Written straight into the database, as everything the tills of these tests find. */
function label(
  pattern: string,
  options: { decimals?: number; badCheck?: string; enabled?: number } = {},
): void {
  till.insert('label_template', {
    id: till.shop.clock.newId(),
    position: 0,
    name: `label ${pattern.slice(0, 2)}`,
    pattern,
    decimals: options.decimals ?? 2,
    bad_check: options.badCheck ?? 'refuse',
    enabled: options.enabled ?? 1,
    version: 1,
  });
}

function printed(pattern: string, item: string, value: number): string {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.error.fault);
  return formatLabel(parsed.value, item, value);
}

const PRICE = '20IIIIICPPPPX';
const WEIGHT = '21IIIIIWWWWWX';

async function scan(barcode: string, more: object = {}) {
  const { sale, lineId } = await till.carl.call('sale.scanBarcode', { barcode, ...more });
  return { sale, line: sale.lines.find(({ id }) => id === lineId)! };
}

async function close() {
  const { sale } = await till.carl.call('sale.getOpen', {});
  return till.carl.call('sale.complete', {
    saleId: sale!.id,
    expectedTotalMinor: sale!.totalMinor,
    payment: { kind: 'cash', amountMinor: sale!.totalMinor },
  });
}

describe('labels of scales at the till (R30–R32)', () => {
  it('sell the printed weight at the shelf price', async () => {
    label(WEIGHT, { decimals: 3 });
    const { line, sale } = await scan(printed(WEIGHT, '01234', 1234));
    expect(line).toMatchObject({
      name: 'ham',
      quantityMilli: 1234,
      unitPriceMinor: 2500,
      payableMinor: 3085,
    });
    expect(sale.itemCount).toBe(1);
  });

  it('come to the printed price to the cent, with the weight that price buys', async () => {
    label(PRICE);
    const code = printed(PRICE, '01234', 834);
    const { line } = await scan(code);
    expect(line).toMatchObject({ quantityMilli: 334, payableMinor: 834, shelfPriceMinor: 2500, notices: [] });
    expect(line.trace).toMatchObject({ labelCode: code });
    const done = await close();
    expect(done.totalMinor).toBe(834);
    const order = await till.maya.call('order.get', { id: done.documentId });
    expect(order.lines[0]).toMatchObject({
      payableMinor: 834,
      quantityMilli: 334,
      trace: { labelCode: code },
    });
    expect(order.lines[0]!.adjustments).toMatchObject([{ kind: 'priceOverride', reason: 'label 20' }]);
    expect(till.shop.rows('SELECT label_code, quantity_milli FROM document_line')).toEqual([
      { label_code: code, quantity_milli: 334 },
    ]);
    const back = await till.maya.call('order.refund', { id: done.documentId, reason: 'too salty' });
    expect(back.totalMinor).toBe(-834);
    expect(till.shop.rows('SELECT label_code FROM document_line ORDER BY quantity_milli')).toEqual([
      { label_code: code },
      { label_code: code },
    ]);
    expect(await till.maya.call('journal.verify', {})).toMatchObject({
      ok: true,
      registers: [{ documents: 2 }, { documents: 0 }],
    });
    expect(till.shop.rows('SELECT payload_version FROM journal')).toEqual([
      { payload_version: 2 },
      { payload_version: 2 },
    ]);
  });

  it('are one line a label, however alike', async () => {
    label(PRICE);
    const code = printed(PRICE, '01234', 500);
    await scan(code);
    const { sale } = await scan(code);
    expect(sale.lines).toMatchObject([{ payableMinor: 500 }, { payableMinor: 500 }]);
    expect(sale.totalMinor).toBe(1000);
  });

  it('give a piece the price on it, found by its SKU', async () => {
    label(PRICE);
    const { line } = await scan(printed(PRICE, '777', 399));
    expect(line).toMatchObject({
      name: 'pie',
      quantityMilli: 1000,
      unitPriceMinor: 399,
      shelfPriceMinor: 450,
    });
  });

  it('are read as 12 digits, too, and nothing is a label that no template fits', async () => {
    label('02IIIIICPPPPX');
    expect((await scan(printed('02IIIIICPPPPX', '01234', 999).slice(1))).line.payableMinor).toBe(999);
    expect((await till.carl.refused('sale.scanBarcode', { barcode: printed(PRICE, '01234', 1) })).code).toBe(
      'barcode.unknown',
    );
  });

  it('are not read by a template that is not in use', async () => {
    label(PRICE, { enabled: 0 });
    const refusal = await till.carl.refused('sale.scanBarcode', { barcode: printed(PRICE, '01234', 834) });
    expect(refusal.code).toBe('barcode.unknown');
  });

  it('with an item number nobody has say so and change nothing; recorded as a whole they are found', async () => {
    label(PRICE);
    const code = printed(PRICE, '99999', 834);
    const before = till.shop.snapshot();
    expect(await till.carl.refused('sale.scanBarcode', { barcode: code })).toMatchObject({
      code: 'barcode.labelUnknown',
      data: { itemNumber: '99999', label: 'label 20', barcode: code },
    });
    expect(till.shop.snapshot()).toBe(before);
    till.product('gift', { barcode: `0${code}`, priceMinor: 700 });
    expect((await scan(code)).line).toMatchObject({ name: 'gift', payableMinor: 700, trace: null });
  });

  it.each([
    ['a wrong check digit', '2001234928751', 'checkDigit'],
    ['a wrong inner check digit', `200123482875${gtinCheckDigit('200123482875')}`, 'verifier'],
    ['no value', printed(PRICE, '01234', 0), 'empty'],
  ])('with %s are refused', async (_what, barcode, reason) => {
    label(PRICE);
    expect(await till.carl.refused('sale.scanBarcode', { barcode })).toMatchObject({
      code: 'barcode.labelFaulty',
      data: { reason },
    });
  });

  it('with a wrong check digit are sold with a warning where the template says so (R32)', async () => {
    label('23IIIIIPPPPPX', { badCheck: 'warn' });
    till.product('olives', { unit: 'kg', priceMinor: 1000, barcode: '40119', kind: 'inStore' });
    const { line } = await scan('2340119005006');
    expect(line).toMatchObject({
      payableMinor: 500,
      quantityMilli: 500,
      notices: [{ kind: 'labelDoubtful' }],
    });
  });

  it('refuse a weight for a piece, and being sold three times', async () => {
    label(WEIGHT, { decimals: 3 });
    expect(
      await till.carl.refused('sale.scanBarcode', { barcode: printed(WEIGHT, '777', 500) }),
    ).toMatchObject({
      code: 'barcode.labelFaulty',
      data: { reason: 'unit' },
    });
    const barcode = printed(WEIGHT, '01234', 500);
    expect((await till.carl.refused('sale.scanBarcode', { barcode, quantityMilli: 3000 })).code).toBe(
      'sale.quantityRefused',
    );
  });
});

describe('GS1 codes at the till (R33)', () => {
  const YOGHURT = '04012345123456';

  it('keep batch, serial and dates on the line, the document and in the journal', async () => {
    const { line } = await scan(`]d201${YOGHURT}17261130${'10L7'}${GS}21S-1`);
    const trace = { labelCode: null, batch: 'L7', serial: 'S-1', expiresOn: '2026-11-30', bestBefore: null };
    expect(line).toMatchObject({
      name: 'yoghurt',
      quantityMilli: 1000,
      payableMinor: 99,
      trace,
      notices: [],
    });
    const { documentId } = await close();
    expect((await till.maya.call('order.get', { id: documentId })).lines[0]!.trace).toEqual(trace);
    const [entry] = till.shop.rows('SELECT payload, payload_version FROM journal');
    expect(entry).toMatchObject({ payload_version: 2 });
    expect(String(entry!['payload'])).toContain(
      '"trace":{"batch":"L7","bestBefore":null,"expiresOn":"2026-11-30"',
    );
    till.write('DROP TRIGGER document_line_no_update');
    till.write("UPDATE document_line SET batch = 'L8'");
    expect(await till.maya.call('journal.verify', {})).toMatchObject({
      ok: false,
      registers: [{ fault: { code: 'documentChanged' } }, {}],
    });
  });

  it('leave documents without such facts as they ever were', async () => {
    await scan('4006381333931');
    await close();
    const [entry] = till.shop.rows('SELECT payload, payload_version FROM journal');
    expect(entry).toMatchObject({ payload_version: 1 });
    expect(String(entry!['payload'])).not.toContain('trace');
    till.write('DROP TRIGGER journal_no_update');
    till.write('UPDATE journal SET payload_version = 2');
    expect(await till.maya.call('journal.verify', {})).toMatchObject({
      registers: [{ fault: { code: 'unknownFormat' } }, {}],
    });
  });

  it('count one more of the same batch, and another batch by itself', async () => {
    await scan(`]C101${YOGHURT}10A`);
    await scan(`(01)${YOGHURT}(10)A`);
    await scan(YOGHURT);
    const { sale } = await scan(`]C101${YOGHURT}10B`);
    expect(sale.lines.map((line) => [line.trace?.batch ?? null, line.quantityMilli])).toEqual([
      ['A', 2000],
      [null, 1000],
      ['B', 1000],
    ]);
  });

  it('sell weight and price as printed', async () => {
    expect((await scan(`]e001${CHEESE}3103000500`)).line).toMatchObject({
      quantityMilli: 500,
      payableMinor: 995,
    });
    expect((await scan(`]e001${CHEESE}3103000500${'3922'}899`)).line).toMatchObject({
      quantityMilli: 500,
      payableMinor: 899,
      shelfPriceMinor: 1990,
    });
    expect((await scan(`]C101${CHEESE}3932978500`)).line).toMatchObject({ payableMinor: 500 });
    expect((await scan(`]C101${YOGHURT}3103000150`)).line).toMatchObject({
      quantityMilli: 1000,
      payableMinor: 99,
    });
    expect((await scan(`]C102${YOGHURT}3712`)).line).toMatchObject({ quantityMilli: 12_000 });
  });

  it('refuse a price in other money, and a code that is not whole', async () => {
    expect(
      await till.carl.refused('sale.scanBarcode', { barcode: `]C101${CHEESE}3932840500` }),
    ).toMatchObject({
      code: 'barcode.gs1Faulty',
      data: { fault: 'currency', at: '840' },
    });
    for (const barcode of [`]C101${CHEESE}17261341`, `]C101${CHEESE.slice(1)}`, `]d2${'9'.repeat(3990)}`])
      expect((await till.carl.refused('sale.scanBarcode', { barcode })).code).toBe('barcode.gs1Faulty');
  });

  it('name the number that nobody has', async () => {
    expect(await till.carl.refused('sale.scanBarcode', { barcode: ']C1010950600013437610X' })).toMatchObject({
      code: 'barcode.unknown',
      data: { barcode: '09506000134376' },
    });
  });

  it('find a case by its own number only, never the goods inside it (ITF-14)', async () => {
    const caseCode = `1${YOGHURT.slice(1, 13)}`;
    const whole = `${caseCode}${gtinCheckDigit(caseCode)}`;
    expect((await till.carl.refused('sale.scanBarcode', { barcode: whole })).code).toBe('barcode.unknown');
    till.product('case of yoghurt', { barcode: whole, priceMinor: 999 });
    expect((await scan(whole)).line).toMatchObject({ name: 'case of yoghurt', payableMinor: 999 });
  });

  it('sell what is past its best-before day with a warning', async () => {
    const { line } = await scan(`]C101${YOGHURT}15260301`);
    expect(line.notices).toEqual([{ kind: 'pastBestBefore', day: '2026-03-01' }]);
    expect((await scan(`]C101${YOGHURT}17260302`)).line.notices).toEqual([]);
  });

  it('stop what has expired; a manager, or their approval, lets it pass, and that is on record', async () => {
    const barcode = `]C101${YOGHURT}1726030110L1`;
    const before = till.shop.snapshot();
    expect(await till.maya.refused('sale.scanBarcode', { barcode })).toMatchObject({
      code: 'sale.expired',
      data: { name: 'yoghurt', expiresOn: '2026-03-01' },
    });
    expect(await till.carl.refused('sale.scanBarcode', { barcode, acceptExpired: true })).toMatchObject({
      code: 'auth.approvalNeeded',
      data: { permission: 'sale.expired' },
    });
    expect(till.shop.snapshot()).toBe(before);
    const { sale } = await till.maya.call('sale.scanBarcode', { barcode, acceptExpired: true });
    expect(sale.lines[0]!.notices).toEqual([{ kind: 'expired', day: '2026-03-01' }]);
    const [entry] = till.shop.rows(
      "SELECT after_json, staff_id FROM audit WHERE action = 'sale.expiredSold'",
    );
    expect(entry).toMatchObject({ staff_id: till.id('Maya') });
    expect(String(entry!['after_json'])).toContain('"expiresOn":"2026-03-01","batch":"L1"');
  });
});
