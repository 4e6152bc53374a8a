import { describe, expect, it } from 'vitest';
import { receiptMarkup, rowsMarkup } from '../../src/domain/receipt/receipt-markup.ts';
import type { ReceiptModel } from '../../src/domain/receipt/receipt-model.ts';
import { type ReceiptRow, receiptRows } from '../../src/domain/receipt/receipt-rows.ts';
import { measureDoubleByte, measureSingleByte } from '../../src/domain/receipt/receipt-text.ts';
import { receipt as en } from '../../src/shared/messages/en/receipt.ts';
import { englishSale, line, refund, training } from './sample-receipts.ts';

const rowsOf = (change: Partial<ReceiptModel>, base = englishSale) => receiptRows({ ...base, ...change }, en);

/** What stands in a row, its kind first. */
function said(row: ReceiptRow): string {
  const { kind, ...rest } = row;
  return [kind, ...Object.values(rest)].join(' | ');
}
const saidBy = (change: Partial<ReceiptModel>, base = englishSale) => rowsOf(change, base).map(said);

describe('the rows of a receipt', () => {
  it('say all of a sale, top to bottom', () => {
    expect(saidBy({})).toEqual([
      'shopName | Corner & Co.',
      'centre | 12 Mill Lane',
      'centre | Bristol BS1 4QA',
      'centre | Tel. 0117 496 0123',
      'centre | Tax no. GB 123 4567 89',
      'rule',
      'pair | Receipt | F1-000871 | muted',
      'pair | Order | 1042 | muted',
      'pair | Date | 21 Nov 2026, 14:32 | muted',
      'pair | Register | Front till | muted',
      'pair | Served by | Amira | muted',
      'rule',
      'item | Sourdough loaf | 4.20 | Z',
      'item | Oat milk, barista edition, long life 1 l | 5.70 | Z',
      'detail | 3 × 1.90',
      'item | Vine tomatoes | 1.66 | Z',
      'detail | 0.472 kg × 3.52/kg',
      'item | Dish soap | 3.00 | A',
      'detail | 2 × 1.80',
      'detail | 2 for £3 -0.60',
      'item | Candle, fig | 12.00 | A',
      'detail | Gift wrapped',
      'rule',
      'pair | Subtotal (8 items) | 26.56 | normal',
      'pair | Neighbour 5% | -1.33 | normal',
      'total | Total | £25.23',
      'pair | Card | £10.00 | normal',
      'detail | Visa 4242, auth 08B31C',
      'pair | Cash | £20.00 | normal',
      'pair | Change | £4.77 | strong',
      'rule',
      'table | Tax,Net,Tax | A VAT 20%,11.87,2.38,Z VAT 0%,10.98,0.00',
      'centre | Prices include tax',
      'rule',
      'centre | Thank you for shopping with us.',
      'centre | Returns within 30 days with this receipt.',
      'qr | F1-000871',
    ]);
  });

  it('say no more than there is', () => {
    const shop = { name: 'Kiosk', address: [] };
    const bare = { ...englishSale, shop, staffName: '', taxTable: [], payments: [], changeMinor: 0 };
    const { orderNumber: _, fiscalNumber: __, qrText: ___, ...model } = bare;
    const totals = { ...englishSale.totals, adjustments: [], totalMinor: 100 };
    expect(receiptRows({ ...model, totals, lines: [line('Tea', 100)] }, en).map(said)).toEqual([
      'shopName | Kiosk',
      'rule',
      'pair | Date | 21 Nov 2026, 14:32 | muted',
      'pair | Register | Front till | muted',
      'rule',
      'item | Tea | 1.00 | A',
      'rule',
      'pair | 1 item |  | muted',
      'total | Total | £1.00',
    ]);
  });

  it('name the customer, where it was taken, what was refunded, and what stands in for a signature', () => {
    const more = { customerName: 'Lee', taxContext: 'takeaway', signatureNote: 'not signed' } as const;
    const rows = saidBy(more, refund);
    expect(rows).toContain('pair | Customer | Lee | muted');
    expect(rows).toContain('pair | Taxed as | Take-away | muted');
    expect(rows).toContain('pair | Refund of | F1-000871 | muted');
    expect(rows).toContain('total | Refunded | -£12.00');
    expect(rows.slice(-3)).toEqual(['qr | R1-000014', 'centre | not signed', 'banner | REFUND']);
    expect(rows.indexOf('banner | REFUND')).toBe(5);
  });

  it('add taxes and roundings where there are some', () => {
    const totals = {
      subtotalMinor: 1000,
      adjustments: [],
      taxAddedMinor: 200,
      totalMinor: 1200,
      roundingMinor: -2,
    };
    const rows = saidBy({ totals, pricesIncludeTax: false });
    const from = rows.indexOf('pair | Subtotal (8 items) | 10.00 | normal');
    expect(rows.slice(from + 1, from + 4)).toEqual([
      'pair | Tax | 2.00 | normal',
      'total | Total | £12.00',
      'pair | Rounding | -0.02 | normal',
    ]);
    expect(rows).not.toContain('centre | Prices include tax');
  });

  it.each<[Partial<ReceiptModel>, string[]]>([
    [{ kind: 'void' }, ['VOID']],
    [{ imported: true }, ['COPY OF IMPORTED HISTORY']],
    [{ copyNumber: 1 }, ['COPY 1']],
    [{ kind: 'training' }, ['TRAINING – NOT A RECEIPT']],
    [{ kind: 'refund', training: true, copyNumber: 3 }, ['TRAINING – NOT A RECEIPT', 'REFUND', 'COPY 3']],
  ])('carry the banners of %j at the head and at the foot', (change, banners) => {
    const rows = saidBy(change).filter((row) => row.startsWith('banner'));
    expect(rows).toEqual([...banners, ...banners].map((text) => `banner | ${text}`));
  });

  it('say in every section but the first that it was practice', () => {
    const rows = saidBy({}, training);
    rows.forEach((row, index) => {
      const isMark = row === 'mark | TRAINING – NOT A RECEIPT';
      expect(isMark).toBe(rows[index - 1] === 'rule');
    });
    expect(saidBy({}).filter((row) => row.startsWith('mark'))).toEqual([]);
  });

  it('explain a line only where there is something to explain', () => {
    const detailsOf = (more: Parameters<typeof line>[2]) =>
      saidBy({ lines: [line('Tea', 100, more)] })
        .filter((row) => row.startsWith('detail') && !row.includes('Visa'))
        .map((row) => row.slice('detail | '.length));
    const cut = { code: 'discount', amountMinor: -10 } as const;
    expect(detailsOf({})).toEqual([]);
    expect(detailsOf({ quantityMilli: -1000 })).toEqual([]);
    expect(detailsOf({ quantityMilli: 2000, unitPriceMinor: 50 })).toEqual(['2 × 0.50']);
    expect(detailsOf({ unit: 'kg' })).toEqual(['1 kg × 1.00/kg']);
    expect(detailsOf({ adjustments: [cut] })).toEqual(['1 × 1.00', 'Discount -0.10']);
    expect(detailsOf({ adjustments: [{ ...cut, text: 'x'.repeat(100) }] })[1]).toBe(
      `${'x'.repeat(80)} -0.10`,
    );
    expect(detailsOf({ note: ' \n ' })).toEqual([]);
  });

  it('count pieces, and what is weighed as one', () => {
    const itemsOf = (...quantities: [string, number][]) => {
      const lines = quantities.map(([unit, quantityMilli]) => line('Tea', 1, { unit, quantityMilli }));
      const totals = { ...englishSale.totals, adjustments: [] };
      return rowsOf({ lines, totals }).find((row) => row.kind === 'pair' && row.right === '');
    };
    expect(itemsOf(['each', 1000])).toMatchObject({ left: '1 item' });
    expect(itemsOf(['each', -3000])).toMatchObject({ left: '3 items' });
    expect(itemsOf(['kg', 5000])).toMatchObject({ left: '1 item' });
    expect(itemsOf(['each', 2000], ['kg', 300])).toMatchObject({ left: '3 items' });
    expect(itemsOf(['each', 200])).toMatchObject({ left: '1 item' });
    expect(itemsOf()).toMatchObject({ left: '0 items' });
  });

  it('keep what comes from outside within bounds, and fill in nothing twice', () => {
    const shop = { ...englishSale.shop, phone: '{{number}}', footer: 'line\n'.repeat(50) };
    const rows = rowsOf({ shop, qrText: 'x'.repeat(900), lines: [line('', 1)] });
    expect(rows).toContainEqual({ kind: 'centre', text: 'Tel. {{number}}' });
    expect(rows.filter((row) => row.kind === 'centre' && row.text === 'line')).toHaveLength(20);
    expect(rows.find((row) => row.kind === 'qr')).toEqual({ kind: 'qr', data: 'x'.repeat(600) });
    expect(rows.find((row) => row.kind === 'item')).toMatchObject({ name: 'Item' });
    const long = rowsOf({ shop: { ...shop, footer: 'x'.repeat(5000) } }).filter((row) => 'text' in row);
    expect(long.map((row) => ('text' in row ? row.text.length : 0))).toContain(2000);
  });

  it('begin with the logo where there is one', () => {
    expect(rowsOf({ shop: { ...englishSale.shop, logoPngBase64: 'iVBO' } })[0]).toEqual({
      kind: 'logo',
      pngBase64: 'iVBO',
    });
  });
});

const narrow = {
  columns: 32,
  measure: measureSingleByte,
  symbolStyle: 'symbol',
  printerCharacters: true,
} as const;
const wide = { ...narrow, columns: 48, printerCharacters: false } as const;
const linesOf = (rows: readonly ReceiptRow[], paper: Parameters<typeof rowsMarkup>[1] = narrow) =>
  rowsMarkup(rows, paper).split('\n');
const pair = (left: string, right: string, tone: 'normal' | 'strong' = 'normal') =>
  ({ kind: 'pair', left, right, tone }) as const;

describe('the mark-up of a receipt', () => {
  it('writes widths only where they change', () => {
    const model = { ...englishSale, lines: englishSale.lines.slice(0, 3) };
    expect(receiptMarkup(model, en, narrow).split('\n')).toEqual([
      '{width:*}',
      '"^^^Corner & Co.',
      '~',
      '12 Mill Lane',
      'Bristol BS1 4QA',
      'Tel. 0117 496 0123',
      'Tax no. GB 123 4567 89',
      '-',
      '{width:*,9}',
      'Receipt | F1-000871',
      '{width:*,4}',
      'Order | 1042',
      '{width:*,18}',
      'Date | 21 Nov 2026, 14:32',
      '{width:*,10}',
      'Register | Front till',
      '{width:*,5}',
      'Served by | Amira',
      '{width:*}',
      '-',
      '{width:*,6}',
      'Sourdough loaf | 4.20 Z',
      'Oat milk, barista | 5.70 Z',
      '{width:*}',
      '|edition, long life 1 l |',
      '|~~3 x 1.90 |',
      '{width:*,6}',
      'Vine tomatoes | 1.66 Z',
      '{width:*}',
      '|~~0.472 kg x 3.52/kg |',
      '-',
      '{width:*,5}',
      'Subtotal (5 items) | 26.56',
      'Neighbour 5% | \\-1.33',
      '{width:*}',
      '~',
      '{width:*,12}',
      '"^^^Total | "^^^£25.23',
      '{width:*}',
      '~',
      '{width:*,6}',
      'Card | £10.00',
      '{width:*}',
      '|~~Visa 4242, auth 08B31C |',
      '{width:*,6}',
      'Cash | £20.00',
      '{width:*,5}',
      '"Change | "£4.77',
      '{width:*}',
      '-',
      '{width:*,6,5}',
      'Tax | Net| Tax',
      'A VAT 20% | 11.87| 2.38',
      'Z VAT 0% | 10.98| 0.00',
      '{width:*}',
      'Prices include tax',
      '-',
      'Thank you for shopping with us.',
      'Returns within 30 days with this',
      'receipt.',
      '~',
      '{option:qrcode,5,m}',
      '{width:*;code:F1-000871}',
    ]);
  });

  it('gives an amount that leaves no room for its label a line of its own', () => {
    const long = 'Voucher of the town';
    expect(linesOf([pair(long, '1'.repeat(23))])).toEqual([
      '{width:*,23}',
      `Voucher | ${'1'.repeat(23)}`,
      '{width:*}',
      '|of the |',
      '|town |',
    ]);
    expect(linesOf([pair(long, '1'.repeat(24))])).toEqual([
      '{width:*}',
      `|${long} |`,
      `| ${'1'.repeat(24)}|`,
    ]);
    // A label shorter than eight needs no more than itself.
    expect(linesOf([pair('Cash', '1'.repeat(27), 'strong')])).toEqual([
      '{width:*,27}',
      `"Cash | "${'1'.repeat(27)}`,
    ]);
    expect(linesOf([pair('Cash', '1'.repeat(40), 'strong')])).toEqual([
      '{width:*}',
      '|"Cash |',
      `| "${'1'.repeat(32)}|`,
      `| "${'1'.repeat(8)}|`,
    ]);
    expect(linesOf([pair('', '5')])).toEqual(['{width:*,1}', '~ | 5']);
    expect(linesOf([pair('1 item', '')])).toEqual(['{width:*}', '|1 item |']);
  });

  it('doubles the total where it fits, and makes it only higher where it does not', () => {
    const total = (right: string): ReceiptRow => ({ kind: 'total', left: 'Total', right });
    expect(linesOf([total('12345.00 €')])).toContain('"^^^Total | "^^^12345.00 €');
    expect(linesOf([total('123456.00 €')])).toContain('"^^Total | "^^123456.00 €');
  });

  it('doubles a banner where it fits', () => {
    const banner = (text: string): ReceiptRow => ({ kind: 'banner', text });
    expect(linesOf([banner('x'.repeat(14))])).toEqual(['{width:*}', '~', `\`^^^~${'x'.repeat(14)}~`]);
    expect(linesOf([banner('x'.repeat(15))])[2]).toBe(`\`~${'x'.repeat(15)}~`);
    expect(linesOf([banner('x'.repeat(31))])[2]).toBe(`\`~${'x'.repeat(27)}...~`);
  });

  it('sets a tax table that is too wide one row under the other', () => {
    const table = (label: string): ReceiptRow => ({
      kind: 'table',
      head: ['Tax', 'Net', 'Tax'],
      body: [[label, '1,000,000.00', '200,000.00']],
    });
    expect(linesOf([table('A VAT')])).toEqual([
      '{width:*,13,11}',
      'Tax | Net| Tax',
      'A VAT | 1,000,000.00| 200,000.00',
    ]);
    expect(linesOf([table('A VAT 20%')])).toEqual([
      '{width:*}',
      '|A VAT 20% |',
      '{width:*,12}',
      'Net | 1,000,000.00',
      '{width:*,10}',
      'Tax | 200,000.00',
    ]);
    expect(linesOf([table('A VAT 20% of all')], wide)[2]).toBe('A VAT 20% of all | 1,000,000.00| 200,000.00');
  });

  it('leaves a picture in base64 alone, and prints it with room under it', () => {
    expect(linesOf([{ kind: 'logo', pngBase64: 'iV+/4=\n;}' }])).toEqual(['{width:*;image:iV+/4}', '~']);
  });

  it('makes the squares of a long code smaller', () => {
    const qr = (length: number) => linesOf([{ kind: 'qr', data: 'x'.repeat(length) }])[2];
    expect([qr(100), qr(101)]).toEqual(['{option:qrcode,5,m}', '{option:qrcode,4,m}']);
  });

  it('leaves pictures out where a printer has none, but never the line of an amount', () => {
    const rows: ReceiptRow[] = [
      { kind: 'item', name: '🎉', amount: '1.00', mark: '' },
      { kind: 'centre', text: '🎉 “Party”' },
      pair('Fête…', '−¥5 🎉'),
      { kind: 'table', head: ['🎉T', 'N'], body: [['a🎉', '×']] },
    ];
    expect(linesOf(rows)).toEqual([
      '{width:*,4}',
      '* | 1.00',
      '{width:*}',
      '\\"Party\\"',
      '{width:*,3}',
      'Fête... | \\-¥5',
      '{width:*,2}',
      'T | N',
      'a | x',
    ]);
    expect(linesOf(rows.slice(0, 2), wide)).toEqual(['{width:*,4}', '🎉 | 1.00', '{width:*}', '🎉 “Party”']);
    const doubleByte = { ...narrow, measure: measureDoubleByte };
    expect(linesOf([pair('找零', '¥5')], doubleByte)).toEqual(['{width:*,3}', '找零 | ￥5']);
  });
});
