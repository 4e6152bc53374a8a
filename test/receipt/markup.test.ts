import { describe, expect, it } from 'vitest';
import type { ReceiptModel } from '../../src/domain/receipt/receipt-model.ts';
import { receiptRows } from '../../src/domain/receipt/receipt-rows.ts';
import { type PrinterEncoding, toEscPos } from '../../src/main/receipt-output/receipt-escpos.ts';
import type { RollWidthMm } from '../../src/main/receipt-output/receipt-paper.ts';
import { toSvg } from '../../src/main/receipt-output/receipt-svg.ts';
import { receipt as en } from '../../src/shared/messages/en/receipt.ts';
import { receipt as zh } from '../../src/shared/messages/zh/receipt.ts';
import { printOnPaper } from '../helpers/escpos-paper.ts';
import { chineseSale, englishSale, line, refund, secondCopy, training } from './sample-receipts.ts';

function print(model: ReceiptModel, widthMm: RollWidthMm = 80, encoding: PrinterEncoding = 'multilingual') {
  return printOnPaper(toEscPos(model, en, { widthMm, encoding, cut: true, openDrawer: false }));
}

const hostileNames: Record<string, string> = {
  'every mark-up character': 'A{b}c|d^e"f_g~h`i\\j-k=l',
  'a property line': '{c:123;o:qrcode}',
  'a command property': '{x:\\x1bp0}',
  'an image property': '{i:iVBORw0KGgo=}',
  'a rule': '-----',
  'a cut': '=====',
  'column edges': '|||free|0.00|',
  'an escape at its end': 'back\\',
  'a hexadecimal escape': '\\x1b\\x40\\n',
  'characters that compose to mark-up': '\u1fefinvert\u1fef _\u0307 "\u0308',
  'ESC/POS commands': '\x1b@\x1dV0\x1bp\x00\x19\xfa\x10\x04\x01',
  'line breaks': 'a\r\nb\nc\u2028d',
  '64 KB': 'x'.repeat(65_536),
  '64 KB of spaces': `a${' '.repeat(65_536)}b`,
  '64 KB of marks': `a${'\u0301'.repeat(65_536)}`,
  pictures: '🎉🧑‍🍳👨‍👩‍👧‍👦',
  'right to left': '\u202eحليب \u05d7\u05dc\u05d1',
  'a lone surrogate': 'a\ud83d',
  'mark-up of a browser': '<img onerror=alert(1)><script>',
  'a placeholder': '{{number}}',
  nothing: '',
};

describe('a receipt printed with hostile names', () => {
  for (const [what, name] of Object.entries(hostileNames)) {
    for (const widthMm of [58, 80] as const) {
      it(`keeps every price on ${widthMm} mm when a name is ${what}`, () => {
        const lines = [line(name, 1111, { note: name }), line('Tea', 222), line(name, 3333)];
        const payments = [{ label: name, amountMinor: 4666, reference: name }];
        const shop = { ...englishSale.shop, name, footer: name, address: [name] };
        const model: ReceiptModel = {
          ...englishSale,
          shop,
          lines,
          payments,
          staffName: name,
          customerName: name,
        };
        for (const encoding of ['multilingual', 'cp437', 'gb18030'] as const) {
          const paper = print(model, widthMm, encoding);
          const text = paper.lines.join('\n');
          expect(paper.lines.filter((each) => / (11\.11|2\.22|33\.33) A$/.test(each))).toHaveLength(3);
          expect(text).toContain('25.23');
          expect(text).toContain('46.66');
          expect(paper).toMatchObject({ cuts: 1, drawerKicks: 0, rasterImages: 1, unknown: [] });
          const columns = widthMm === 58 ? 32 : 48;
          for (const each of paper.lines) expect(each.length).toBeLessThanOrEqual(columns);
        }
      });
    }
  }

  it('prints mark-up characters as themselves', () => {
    const paper = print({ ...englishSale, lines: [line(hostileNames['every mark-up character']!, 100)] });
    expect(paper.lines.join('\n')).toContain('A{b}c|d^e"f_g~h`i\\j-k=l');
  });

  it('prints every line and amount of a long receipt, in order', () => {
    const lines = Array.from({ length: 300 }, (_, i) => line(`Item ${i}`, 10_000 + i));
    const printed = print({ ...englishSale, lines }, 58).lines.filter((each) => /^Item \d+ .* A$/.test(each));
    expect(printed.map((each) => each.split(/\s+/)[2])).toEqual(
      lines.map((_, i) => (100 + i / 100).toFixed(2)),
    );
  });

  it('prints amounts too wide to stand beside their label in full', () => {
    const big = Number.MAX_SAFE_INTEGER;
    const totals = { ...englishSale.totals, totalMinor: big, subtotalMinor: big };
    const taxTable = [
      { mark: 'A', name: 'Value added tax, reduced', ratePpm: 88_750, baseMinor: big, taxMinor: big },
    ];
    const text = print({ ...englishSale, totals, taxTable, lines: [line('Yacht', big)] }, 58).lines.join(
      '\n',
    );
    expect(text.match(/90,071,992,547,409\.91/g)).toHaveLength(5);
  });
});

describe('what a receipt says', () => {
  it('opens the drawer first and once, when asked', () => {
    const bytes = toEscPos(englishSale, en, { widthMm: 80, encoding: 'cp437', cut: false, openDrawer: true });
    expect(printOnPaper(bytes)).toMatchObject({ drawerKicks: 1, cuts: 0 });
    expect(bytes[1]).toBe(0x70);
  });

  it('prints Chinese in GB18030, right to the last column', () => {
    const bytes = toEscPos(chineseSale, zh, {
      widthMm: 58,
      encoding: 'gb18030',
      cut: true,
      openDrawer: false,
    });
    const paper = printOnPaper(bytes);
    const text = paper.lines.join('\n');
    for (const words of [
      '街角小店',
      '农夫山泉饮用天然水',
      '红富士苹果',
      '增值税 13%',
      '合计',
      '找零',
      '王晓梅',
      '谢谢惠顾',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/红富士苹果 +12\.74 B/);
    expect(text).toMatch(/找零 +￥1\.40/);
    expect(paper.unknown).toEqual([]);
  });

  it('writes the code of a currency whose sign the printer lacks', () => {
    const model: ReceiptModel = { ...englishSale, currency: { code: 'EUR', exponent: 2 } };
    expect(print(model, 80, 'cp437').lines.join('\n')).toContain('EUR 25.23');
    expect(print(model, 80, 'gb18030').lines.join('\n')).toContain('EUR 25.23');
    expect(print(model, 80, 'multilingual').lines.join('\n')).toContain('€25.23');
  });

  it('marks training in the header, the footer and every section', () => {
    const rows = receiptRows(training, en);
    const sections = rows.filter((row) => row.kind === 'rule').length;
    expect(rows.filter((row) => row.kind === 'mark')).toHaveLength(sections);
    expect(rows.filter((row) => row.kind === 'banner' && row.text.includes('TRAINING'))).toHaveLength(2);
    expect(print({ ...englishSale, kind: 'training' }).lines.join('\n')).toContain('TRAINING');
  });

  it('marks a reprint as a copy with its number, above and below, and the original not', () => {
    expect(print(secondCopy).lines.filter((each) => each.includes('COPY 2'))).toHaveLength(2);
    expect(print(englishSale).lines.join('\n')).not.toContain('COPY');
  });

  it('says what a refund gives back and of which receipt', () => {
    const text = print(refund).lines.join('\n');
    expect(text).toContain('REFUND');
    expect(text).toMatch(/Refund of +F1-000871/);
    expect(text).toMatch(/Refunded +-£12\.00/);
  });

  it('leaves out a logo that is not a picture it can print', () => {
    const shop = { ...englishSale.shop, logoPngBase64: Buffer.from('<svg onload=x>').toString('base64') };
    expect(print({ ...englishSale, shop }).rasterImages).toBe(1);
    expect(toSvg({ ...englishSale, shop }, en, 80)).not.toContain('<image');
  });
});

describe('the preview on the screen', () => {
  it('holds no script, no style sheet and no address of the web', () => {
    const lines = Object.values(hostileNames).map((name) => line(name, 100));
    const svg = toSvg({ ...englishSale, lines }, en, 80);
    expect(svg).not.toMatch(/<script|<style|<img|@import|on\w+="|href/i);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toContain('http');
    expect(toSvg({ ...englishSale, lines }, en, 80)).toBe(svg);
  });

  it('is as wide as the roll', () => {
    expect(toSvg(englishSale, en, 58)).toMatch(/^<svg [^>]*width="432"/);
    expect(toSvg(englishSale, en, 80)).toMatch(/^<svg [^>]*width="624"/);
  });
});
