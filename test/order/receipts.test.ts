import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FakePrinter } from '../helpers/fake-printer.ts';
import { ringUp, type Till, type TillOptions } from '../sale/open-till.ts';
import { card, cash, connectPrinter, finish, openOrderTill, sell } from './order-till.ts';

let till: Till;
let printer: FakePrinter | null = null;
afterEach(async () => {
  await till.shop.close();
  await printer?.stop();
  printer = null;
});

const open = async (options: TillOptions = {}) => {
  till = await openOrderTill(options);
};

/** What a person reads in the PDF, line by line. */
async function readPdf(
  id: string,
  more: { paper?: 'A4' | '58mm'; commandId?: string } = {},
): Promise<string> {
  const pdf = await till.carl.call('order.getReceiptPdf', { id, ...more });
  const file = join(till.shop.dataDir, 'receipt.pdf');
  writeFileSync(file, Buffer.from(pdf.dataBase64, 'base64'));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

async function startPrinter(more = '', kanji?: string): Promise<FakePrinter> {
  printer = new FakePrinter(kanji);
  connectPrinter(till, await printer.start(), more);
  return printer;
}

const printed = (count: number) =>
  expect
    .poll(
      async () =>
        (await till.carl.call('printer.listJobs', {})).filter((job) => job.state === 'printed').length,
      {
        timeout: 8_000,
      },
    )
    .toBe(count);

describe('receipts', () => {
  it('hold every price, the discounts, the tax table and the number; every one after the first is a copy', async () => {
    await open();
    const sale = await ringUp(till, 'milk 3', 'bread', 'apples 0.777');
    const ten = { kind: 'percent', ppm: 100_000 } as const;
    await till.maya.call('sale.setLineDiscount', {
      saleId: sale.id,
      lineId: sale.lines[0]!.id,
      discount: ten,
      reason: 'dented',
    });
    await till.maya.call('sale.setDiscount', {
      saleId: sale.id,
      discount: { kind: 'amount', amountMinor: 50 },
      reason: 'friend',
    });
    const sold = await finish(till, sale.id, [card(300), cash(1000)]);
    const first = await readPdf(sold.documentId);
    const euros = (minor: number) => (minor / 100).toFixed(2);
    for (const words of [
      'Corner Shop',
      sold.fiscalNumber,
      'milk',
      'bread',
      'apples',
      '3.37',
      '3.15',
      '2.32',
      '0.777 kg × 2.99/kg',
      '-0.38',
      '-0.50',
      'VAT 20%',
      'VAT 10%',
      euros(sold.totalMinor),
      'slip 7',
      euros(sold.changeMinor),
      'Prices include tax',
    ])
      expect(first).toContain(words);
    expect(first).not.toContain('COPY');
    expect(await readPdf(sold.documentId)).toContain('COPY 1');
    expect(await readPdf(sold.documentId, { paper: 'A4' })).toContain('COPY 2');
    const again = await till.maya.call('audit.list', { action: 'receipt.reprinted' });
    expect(again.rows).toMatchObject([
      { after: { copyNumber: 2 }, staffName: 'Carl' },
      { after: { copyNumber: 1 } },
    ]);
    const order = await till.carl.call('order.get', { id: sold.documentId });
    expect(order.copiesPrinted).toBe(3);
    expect(order.timeline.filter((entry) => entry.kind === 'receiptIssued')).toHaveLength(3);
  });

  it('answer a repeated command with the same copy, and a preview is none', async () => {
    await open();
    const sold = await sell(till, ['milk']);
    const { svg } = await till.carl.call('order.getReceiptSvg', { id: sold.documentId });
    expect(svg).toContain('<svg');
    const commandId = till.shop.clock.newId();
    expect(await readPdf(sold.documentId, { commandId })).not.toContain('COPY');
    expect(await readPdf(sold.documentId, { commandId })).not.toContain('COPY');
    expect(till.shop.rows('SELECT copy_number FROM receipt_issue')).toEqual([{ copy_number: 0 }]);
    const unknown = { id: till.shop.clock.newId() };
    expect(await till.carl.refused('order.getReceiptPdf', unknown)).toMatchObject({ code: 'order.unknown' });
    expect(await till.carl.refused('order.printReceipt', { id: sold.documentId })).toMatchObject({
      code: 'printer.notConfigured',
    });
  });

  it('add the tax below where prices are without it, and the lines add up to the subtotal', async () => {
    await open({ taxMode: 'excluded', taxRounding: 'document', cashStepMinor: 5 });
    const sold = await sell(till, ['milk', 'bread'], [cash(600)]);
    const text = await readPdf(sold.documentId);
    for (const words of ['1.25', '3.15', '4.40', '0.88', '5.28', '0.02', '0.70'])
      expect(text).toContain(words);
  });

  it('of a refund name the sale, and of practice say so everywhere', async () => {
    await open();
    const sold = await sell(till, ['milk']);
    const given = await till.maya.call('order.refund', { id: sold.documentId, reason: 'sour' });
    const refund = await readPdf(given.documentId);
    expect(refund).toContain('REFUND');
    expect(refund).toContain(sold.fiscalNumber);
    expect(refund).toContain('-1.25');
    await till.maya.call('sale.setTraining', { training: true });
    const practice = await sell(till, ['milk']);
    expect((await readPdf(practice.documentId)).match(/TRAINING/g)!.length).toBeGreaterThan(3);
  });

  it('print on paper with the code that finds them again', async () => {
    await open();
    const fake = await startPrinter();
    const sold = await sell(till, ['milk 2']);
    await till.carl.call('order.printReceipt', { id: sold.documentId });
    await till.carl.call('order.printReceipt', { id: sold.documentId });
    await printed(2);
    expect(fake.paper).toMatchObject({ cuts: 2, rasterImages: 2, unknown: [] });
    const text = fake.paper.lines.join('\n');
    expect(text).toContain('2.50');
    expect(text.match(/C ?O ?P ?Y/g)).toHaveLength(2);
    const { svg } = await till.carl.call('order.getReceiptSvg', { id: sold.documentId });
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain('T1-000001');
  });

  it('of a Chinese shop are Chinese, in a PDF and on paper', async () => {
    await open({ currency: 'CNY', country: 'CN' });
    till.write("UPDATE shop SET language = 'zh', name = '街角小店'");
    till.product('农夫山泉饮用天然水', { priceMinor: 200 });
    const fake = await startPrinter(", printer_encoding = 'gb18030'", 'gb18030');
    const sold = await sell(till, ['农夫山泉饮用天然水 3']);
    const text = await readPdf(sold.documentId);
    for (const words of ['街角小店', '农夫山泉饮用天然水', '现金', '6.00']) expect(text).toContain(words);
    await till.carl.call('order.printReceipt', { id: sold.documentId });
    await printed(1);
    const paper = fake.paper.lines.join('\n');
    for (const words of ['农夫山泉饮用天然水', '现金', '6.00']) expect(paper).toContain(words);
  });

  it('print names that look like commands as names', async () => {
    await open();
    const fake = await startPrinter(', has_drawer = 0');
    const nasty = '{code:1;option:qrcode}|^^^"_~`\\\x1bp\x00\x19\xfa\x1dV\x00=-';
    const id = till.product('nasty', { priceMinor: 100 });
    till.write('UPDATE product SET name = :name WHERE id = :id', { name: nasty, id });
    const sold = await sell(till, ['nasty']);
    await till.carl.call('order.printReceipt', { id: sold.documentId });
    await printed(1);
    expect(fake.paper).toMatchObject({ cuts: 1, drawerKicks: 0, rasterImages: 1, unknown: [] });
    expect(fake.paper.lines.join('\n')).toContain('{code:1;option:qrcode}|^^^');
    expect(
      await till.carl.refused('sale.setLineNote', {
        saleId: sold.documentId,
        lineId: sold.documentId,
        note: 'a\x1bp',
      }),
    ).toMatchObject({
      code: 'input.invalid',
    });
  });
});
