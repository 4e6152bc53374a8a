import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReceiptModel } from '../../src/domain/receipt/receipt-model.ts';
import { type ReceiptPageSize, toPdf } from '../../src/main/receipt-output/receipt-pdf.ts';
import { receipt as en } from '../../src/shared/messages/en/receipt.ts';
import { receipt as zh } from '../../src/shared/messages/zh/receipt.ts';
import { chineseSale, englishSale, line, secondCopy, training } from './sample-receipts.ts';

const fontsDir = join(import.meta.dirname, '../../resources/fonts');

function pdf(model: ReceiptModel, texts = en, pageSize: ReceiptPageSize = '80mm'): Promise<Buffer> {
  return toPdf(model, texts, { pageSize, fontsDir });
}

/** What a PDF reader finds when someone searches or copies, kept in its lines. */
function textOf(document: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: document, encoding: 'utf8' });
}

function infoOf(document: Buffer): string {
  return execFileSync('pdfinfo', ['-'], { input: document, encoding: 'utf8' });
}

describe('a receipt as PDF', () => {
  it('holds every name and amount as text', async () => {
    const text = textOf(await pdf(englishSale));
    for (const expected of [
      /Sourdough loaf +4\.20/,
      /Dish soap +3\.00/,
      /2 for £3 -0\.60/,
      /Neighbour 5% +-1\.33/,
    ]) {
      expect(text).toMatch(expected);
    }
    expect(text).toMatch(/Total +£25\.23/);
    expect(text).toMatch(/Change +£4\.77/);
    expect(text).toMatch(/A VAT 20% +11\.87 +2\.38/);
  });

  it('holds Chinese as text, in fonts of its own', async () => {
    const document = await pdf(chineseSale, zh, '58mm');
    const text = textOf(document).replace(/[ \n]+/g, ' ');
    for (const words of [
      '街角小店',
      '农夫山泉饮用天然水',
      '老干妈风味豆豉油',
      '合计',
      '¥28.64',
      '找零',
      '谢谢惠顾',
    ]) {
      expect(text).toContain(words);
    }
    const fonts = execFileSync('pdffonts', ['-'], { input: document, encoding: 'utf8' }).split('\n').slice(2);
    for (const font of fonts.filter(Boolean)) expect(font).toMatch(/NotoSansSC.* yes +yes +yes/);
    expect(document.length).toBeLessThan(120_000);
  });

  it('sets a Chinese name in an English receipt', async () => {
    expect(textOf(await pdf({ ...englishSale, lines: [line('老干妈 chilli crisp', 990)] }))).toContain(
      '老干妈 chilli crisp',
    );
  });

  it('is one page of the length of the receipt on a roll, and pages on A4', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => line(`Item ${i}`, 100 + i));
    const roll = infoOf(await pdf({ ...englishSale, lines }));
    expect(roll).toMatch(/Pages: +1\n/);
    expect(roll).toMatch(/Page size: +226\.77\d? x 20\d\d/);
    expect(infoOf(await pdf({ ...englishSale, lines }, en, 'A4'))).toMatch(/Pages: +[2-9]\n/);
  });

  it('keeps a receipt of 2,000 lines within what readers open', async () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => line(`Item ${i}`, 100 + i));
    const document = await pdf({ ...englishSale, lines });
    expect(infoOf(document)).toMatch(/Page size: +226\.77\d? x 14000/);
    expect(textOf(document)).toContain('Item 1999');
  });

  it('keeps the price beside hostile names', async () => {
    const names = ['x'.repeat(65_536), '{c:1}|"_', '\x1b@\x00', '🎉', '\u202eabc', '<b>&amp;', '', 'שלום'];
    const text = textOf(await pdf({ ...englishSale, lines: names.map((name, i) => line(name, 77_700 + i)) }));
    expect(text.match(/777\.0\d/g)).toEqual(names.map((_, i) => `777.0${i}`));
  });

  it('shows the total bigger than anything else', async () => {
    const boxes = execFileSync('pdftotext', ['-bbox', '-', '-'], {
      input: await pdf(englishSale),
      encoding: 'utf8',
    });
    const words = [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</g)];
    const tallest = words.toSorted((a, b) => Number(b[2]) - Number(b[1]) - (Number(a[2]) - Number(a[1])));
    expect(tallest.slice(0, 2).map((word) => word[3])).toEqual(['Total', '£25.23']);
  });

  it('marks training and copies', async () => {
    expect(textOf(await pdf(training)).match(/TRAINING/g)?.length).toBeGreaterThanOrEqual(6);
    expect(textOf(await pdf(secondCopy)).match(/COPY 2/g)).toHaveLength(2);
  });

  it('is ready at once for 60 lines', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => line(`有机牛奶 Organic milk ${i}`, 100 + i));
    await pdf(englishSale);
    const started = performance.now();
    await pdf({ ...chineseSale, lines }, zh);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
