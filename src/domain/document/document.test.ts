import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { settle, type TenderedPayment } from '../tender/settle.ts';
import { findImbalance } from './check-document.ts';
import type { ClosedDocument, DocumentLine } from './closed-document.ts';
import { documentPayload, payloadVersionOf } from './document-payload.ts';
import { paymentRows } from './payment-rows.ts';

function rowsOf(
  totalMinor: number,
  tenders: readonly [TenderedPayment['kind'], number][],
  cashStepMinor = 5,
) {
  const payments = tenders.map(([kind, amount]) => ({ kind, amountMinor: minor(amount) }));
  const settled = settle({ totalMinor: minor(totalMinor), payments, cashStepMinor });
  if (!settled.ok || !settled.value.complete) throw new Error('not settled');
  const handed = payments.map((payment) => ({ ...payment, label: '', reference: null }));
  return paymentRows(handed, settled.value).map((row) => [
    row.amountMinor,
    row.changeMinor,
    row.roundingMinor,
  ]);
}

describe('paymentRows', () => {
  it('covers the total by what was kept, and puts the rounding on the cash', () => {
    expect(rowsOf(197, [['cash', 200]])).toEqual([[197, 5, -2]]);
    expect(rowsOf(198, [['cash', 200]])).toEqual([[198, 0, 2]]);
    expect(
      rowsOf(1000, [
        ['cash', 100],
        ['card', 797],
        ['cash', 200],
      ]),
    ).toEqual([
      [100, 0, 0],
      [797, 0, 0],
      [103, 95, 2],
    ]);
  });

  it('keeps every part positive however small the last coins were', () => {
    expect(
      rowsOf(198, [
        ['cash', 199],
        ['cash', 1],
      ]),
    ).toEqual([
      [197, 0, 2],
      [1, 0, 0],
    ]);
    expect(rowsOf(2, [['cash', 0]])).toEqual([[2, 0, -2]]);
  });

  it('finds the cash beside a card of the same amount', () => {
    expect(
      rowsOf(1998, [
        ['card', 1000],
        ['cash', 1000],
      ]),
    ).toEqual([
      [1000, 0, 0],
      [998, 0, 2],
    ]);
    expect(rowsOf(1000, [['card', 1000]])).toEqual([[1000, 0, 0]]);
  });

  it('adds up for whatever mixture of small coins and cards', () => {
    const wrong: (readonly number[])[] = [];
    for (let total = 0; total <= 23; total += 1) {
      for (let card = 1; card <= total; card += 1) {
        for (let coin = 0; coin <= 25; coin += 1) {
          const rows = rowsOf(total, [
            ['card', card],
            ['cash', coin],
            ['cash', 25],
          ]);
          const covered = rows.reduce((sum, [amount]) => sum + amount!, 0);
          if (covered !== total) wrong.push([total, card, coin, covered]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

const document: ClosedDocument = {
  id: 'd',
  kind: 'sale',
  registerId: 'r',
  registerName: 'Till 1',
  fiscalNumber: 'T1-000001',
  seriesNumber: 1,
  orderNumber: 'T1-O000001',
  cartId: null,
  originalDocumentId: null,
  deviceId: 'v',
  staffId: 's',
  approverId: null,
  customerId: null,
  currency: 'EUR',
  currencyExponent: 2,
  taxMode: 'included',
  taxRounding: 'line',
  closedAtMs: 0,
  zoneOffsetMinutes: 0,
  businessDay: '2026-03-02',
  itemCount: 1,
  subtotalMinor: 120,
  discountMinor: 0,
  taxMinor: 20,
  totalMinor: 120,
  roundingMinor: 0,
  changeMinor: 0,
  costMinor: null,
  reason: '',
  lines: [
    {
      id: 'l',
      position: 0,
      productId: 'p',
      name: 'milk',
      sku: null,
      barcode: null,
      categoryId: null,
      unit: 'each',
      quantityMilli: 1000,
      unitPriceMinor: 120,
      shelfPriceMinor: 120,
      grossMinor: 120,
      payableMinor: 120,
      netMinor: 100,
      costMinor: null,
      taxCategoryId: 't',
      taxCategoryName: 'std',
      note: '',
      originalLineId: null,
      adjustments: [],
      taxes: [
        {
          rateId: 'x',
          jurisdiction: 'IE',
          name: 'VAT',
          ratePpm: 200_000,
          sequence: 1,
          compound: false,
          baseMinor: minor(100),
          amountMinor: minor(20),
        },
      ],
    },
  ],
  payments: [
    {
      id: 'y',
      position: 0,
      kind: 'cash',
      label: '',
      amountMinor: 120,
      tenderedMinor: 150,
      changeMinor: 30,
      roundingMinor: 0,
      reference: null,
      originalPaymentId: null,
    },
  ],
};
const balanced = { ...document, changeMinor: 30 };

describe('findImbalance', () => {
  it('lets a document pass whose lines, taxes and tenders add up', () => {
    expect(findImbalance(balanced)).toBeNull();
  });

  it.each<[string, Partial<ClosedDocument>]>([
    ['change', { changeMinor: 0 }],
    ['total', { totalMinor: 121 }],
    ['tax', { taxMinor: 19 }],
    ['subtotal', { subtotalMinor: 1 }],
    ['discount', { discountMinor: -1 }],
    ['rounding', { roundingMinor: 1 }],
    ['payments', { payments: [], changeMinor: 0 }],
    ['line l', { lines: [{ ...document.lines[0]!, netMinor: 99 }] }],
    ['payment y', { payments: [{ ...document.payments[0]!, changeMinor: 29 }] }],
    ['payment y', { payments: [{ ...document.payments[0]!, kind: 'card' }] }],
    ['payment y', { payments: [{ ...document.payments[0]!, roundingMinor: 1 }] }],
    [
      'payment y',
      { payments: [{ ...document.payments[0]!, kind: 'card', changeMinor: 0, roundingMinor: 30 }] },
    ],
  ])('names the %s that does not', (fault, change) => {
    expect(findImbalance({ ...balanced, ...change })).toBe(fault);
  });

  it('lets cash alone be rounded', () => {
    const cash = { ...document.payments[0]!, tenderedMinor: 122, changeMinor: 0, roundingMinor: 2 };
    expect(findImbalance({ ...document, roundingMinor: 2, payments: [cash] })).toBeNull();
  });

  it('knows a card, which has neither change nor rounding', () => {
    const card = { ...document.payments[0]!, kind: 'card', tenderedMinor: 120, changeMinor: 0 };
    expect(findImbalance({ ...document, payments: [card] })).toBeNull();
  });
});

describe('findImbalance of a line with a discount', () => {
  const [line] = document.lines as [DocumentLine];
  const cut = {
    id: 'a',
    position: 0,
    kind: 'lineDiscount',
    sourceId: 'a',
    ppm: null,
    amountMinor: -10,
    reason: '',
    staffId: null,
    approverId: null,
  } as const;
  const dearer = { ...cut, kind: 'priceOverride', amountMinor: 7 } as const;
  const adjustments = [dearer, cut];
  const discounted = { ...balanced, subtotalMinor: 130, discountMinor: -10 };
  const included = { ...line, grossMinor: 130, adjustments };
  // Excluded: the discounts lead to the net, and the tax comes on top.
  const excluded = { ...line, grossMinor: 110, adjustments };
  const onTop = { ...discounted, taxMode: 'excluded', subtotalMinor: 110 } as const;

  it('follows the discounts, not the price override, which the gross has inside', () => {
    expect(findImbalance({ ...discounted, lines: [included] })).toBeNull();
    expect(findImbalance({ ...onTop, lines: [excluded] })).toBeNull();
  });

  it.each([
    ['gross', { grossMinor: 131 }],
    ['discount', { adjustments: [dearer, { ...cut, amountMinor: -9 }] }],
    ['gross that went the wrong way', { grossMinor: 110 }],
  ])('names a line by its %s with taxes included', (_, change) => {
    expect(findImbalance({ ...discounted, lines: [{ ...included, ...change }] })).toBe('line l');
  });

  it.each([
    ['gross', { grossMinor: 130 }],
    ['net', { netMinor: 120, taxes: [] }],
  ])('names a line by its %s with taxes on top', (_, change) => {
    expect(findImbalance({ ...onTop, lines: [{ ...excluded, ...change }] })).toBe('line l');
  });
});

describe('payloadVersionOf', () => {
  const [line] = document.lines as [DocumentLine];
  const trace = { labelCode: null, batch: 'B7', serial: null, expiresOn: null, bestBefore: null };

  it('is 2 as soon as one line says where its item came from', () => {
    expect(payloadVersionOf(document)).toBe(1);
    expect(payloadVersionOf({ ...document, lines: [line, { ...line, trace }] })).toBe(2);
    expect(payloadVersionOf({ ...document, lines: [] })).toBe(1);
  });
});

describe('documentPayload', () => {
  it('is one text whatever order the fields were made in (RFC 8785)', () => {
    const shuffled = Object.fromEntries(Object.entries(document).toReversed()) as unknown as ClosedDocument;
    expect(documentPayload(shuffled)).toBe(documentPayload(document));
    expect(documentPayload({ ...document, reason: '€ "x"\n' })).toContain('"reason":"€ \\"x\\"\\n"');
  });
});
