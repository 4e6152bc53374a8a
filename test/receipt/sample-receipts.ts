import type { ReceiptLine, ReceiptModel } from '../../src/domain/receipt/receipt-model.ts';

export function line(name: string, payableMinor: number, more: Partial<ReceiptLine> = {}): ReceiptLine {
  return {
    name,
    quantityMilli: 1000,
    unit: 'each',
    unitPriceMinor: payableMinor,
    adjustments: [],
    payableMinor,
    taxMark: 'A',
    ...more,
  };
}

export const englishSale: ReceiptModel = {
  kind: 'sale',
  training: false,
  copyNumber: 0,
  locale: 'en-GB',
  currency: { code: 'GBP', exponent: 2 },
  shop: {
    name: 'Corner & Co.',
    address: ['12 Mill Lane', 'Bristol BS1 4QA'],
    phone: '0117 496 0123',
    taxNumber: 'GB 123 4567 89',
    footer: 'Thank you for shopping with us.\nReturns within 30 days with this receipt.',
  },
  registerName: 'Front till',
  staffName: 'Amira',
  orderNumber: '1042',
  fiscalNumber: 'F1-000871',
  soldAtMs: Date.UTC(2026, 10, 21, 14, 32),
  zoneOffsetMinutes: 0,
  lines: [
    line('Sourdough loaf', 420, { taxMark: 'Z' }),
    line('Oat milk, barista edition, long life 1 l', 570, {
      quantityMilli: 3000,
      unitPriceMinor: 190,
      taxMark: 'Z',
    }),
    line('Vine tomatoes', 166, { quantityMilli: 472, unit: 'kg', unitPriceMinor: 352, taxMark: 'Z' }),
    line('Dish soap', 300, {
      quantityMilli: 2000,
      unitPriceMinor: 180,
      adjustments: [{ code: 'promotion', text: '2 for £3', amountMinor: -60 }],
    }),
    line('Candle, fig', 1200, { note: 'Gift wrapped' }),
  ],
  totals: {
    subtotalMinor: 2656,
    adjustments: [{ code: 'orderDiscount', text: 'Neighbour 5%', amountMinor: -133 }],
    taxAddedMinor: 0,
    totalMinor: 2523,
    roundingMinor: 0,
  },
  taxTable: [
    { mark: 'A', name: 'VAT', ratePpm: 200_000, baseMinor: 1187, taxMinor: 238 },
    { mark: 'Z', name: 'VAT', ratePpm: 0, baseMinor: 1098, taxMinor: 0 },
  ],
  pricesIncludeTax: true,
  payments: [
    { label: 'Card', amountMinor: 1000, reference: 'Visa 4242, auth 08B31C' },
    { label: 'Cash', amountMinor: 2000 },
  ],
  changeMinor: 477,
  qrText: 'F1-000871',
};

export const chineseSale: ReceiptModel = {
  ...englishSale,
  locale: 'zh-CN',
  currency: { code: 'CNY', exponent: 2 },
  shop: {
    name: '街角小店',
    address: ['上海市徐汇区衡山路 12 号'],
    phone: '021-6437 0000',
    taxNumber: '91310000MA1K35XX4E',
    footer: '谢谢惠顾，欢迎再来！',
  },
  registerName: '一号收银台',
  staffName: '王晓梅',
  customerName: '李明',
  lines: [
    line('农夫山泉饮用天然水 550ml', 600, { quantityMilli: 3000, unitPriceMinor: 200 }),
    line('红富士苹果', 1274, { quantityMilli: 1300, unit: 'kg', unitPriceMinor: 980, taxMark: 'B' }),
    line('老干妈风味豆豉油制辣椒酱（经典款）280g', 990, {
      adjustments: [{ code: 'discount', amountMinor: -110 }],
      unitPriceMinor: 1100,
    }),
  ],
  totals: { subtotalMinor: 2864, adjustments: [], taxAddedMinor: 0, totalMinor: 2864, roundingMinor: -4 },
  taxTable: [
    { mark: 'A', name: '增值税', ratePpm: 130_000, baseMinor: 1407, taxMinor: 183 },
    { mark: 'B', name: '增值税', ratePpm: 90_000, baseMinor: 1169, taxMinor: 105 },
  ],
  payments: [{ label: '现金', amountMinor: 3000 }],
  changeMinor: 140,
  qrText: 'F1-000872',
};

export const refund: ReceiptModel = {
  ...englishSale,
  kind: 'refund',
  fiscalNumber: 'R1-000014',
  originalNumber: 'F1-000871',
  lines: [line('Candle, fig', -1200, { quantityMilli: -1000, unitPriceMinor: 1200 })],
  totals: { subtotalMinor: -1200, adjustments: [], taxAddedMinor: 0, totalMinor: -1200, roundingMinor: 0 },
  taxTable: [{ mark: 'A', name: 'VAT', ratePpm: 200_000, baseMinor: -1000, taxMinor: -200 }],
  payments: [{ label: 'Cash', amountMinor: -1200 }],
  changeMinor: 0,
  qrText: 'R1-000014',
};

export const training: ReceiptModel = { ...englishSale, training: true, fiscalNumber: 'T1-000003' };
export const secondCopy: ReceiptModel = { ...englishSale, copyNumber: 2 };
