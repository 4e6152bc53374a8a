import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openReadyShop, PEOPLE, type ReadyShop } from '../helpers/ready-shop.ts';
import { saveCatalogue } from '../import/saved-list.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 600_000 });

/** Texts that mean something to a page, a database, a spreadsheet, a printer's mark-up, a template or a file system. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  ']]><!--<b>&lt;',
  'javascript:alert(1)',
  "'); DROP TABLE product;--",
  '" OR 1=1 --',
  '* NEAR(a, 2) NOT',
  '=HYPERLINK("http://x","y")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '{c:1;o:qrcode}|^^^',
  '\\x1b@\\x1dV0',
  '{{name}} $t(sell:pay) %s%n #{7*7}',
  '__proto__',
  '../../../etc/passwd',
  '(/JavaScript) /OpenAction <</S/URI>>',
];

/** Every text that a person may type and that comes out somewhere, each with its own mark before the payload. */
const FIELDS = [
  'shop',
  'address',
  'taxNumber',
  'footer',
  'register',
  'staff',
  'customer',
  'customerNote',
  'category',
  'product',
  'brand',
  'description',
  'supplierCode',
  'productNotes',
  'priceReason',
  'discountReason',
  'lineNote',
  'cartLabel',
  'reference',
  'refundReason',
  'stockNote',
  'taxName',
] as const;

type Field = (typeof FIELDS)[number];

interface Outputs {
  readonly text: (field: Field) => string;
  readonly answers: string;
  readonly svgs: readonly string[];
  readonly pdf: string;
}

let ready: ReadyShop;
let outputs: readonly Outputs[] = [];
beforeAll(async () => {
  ready = await openReadyShop();
  for (const payload of PAYLOADS) outputs = [...outputs, await liveThrough(payload)];
});
afterAll(() => ready.shop.close());

/** A product, a customer, a sale and its refund whose every text carries the payload; then all that comes out. */
async function liveThrough(payload: string): Promise<Outputs> {
  const { owner } = ready;
  const nth = PAYLOADS.indexOf(payload);
  // At the start of the text, where a spreadsheet looks; the mark behind it.
  const text = (field: Field): string => `${payload} ${field}${nth}`;
  const {
    currency: _currency,
    currencyExponent: _exponent,
    demo: _demo,
    version,
    ...facts
  } = await owner.call('shop.get', {});
  await owner.call('shop.update', {
    ...facts,
    name: text('shop'),
    address: text('address'),
    taxNumber: text('taxNumber').slice(0, 40),
    receiptFooter: text('footer'),
    expectedVersion: version,
  });
  const [till] = await owner.call('register.list', {});
  const { prefix: _prefix, version: tillVersion, ...tillFacts } = till!;
  await owner.call('register.update', { ...tillFacts, name: text('register'), expectedVersion: tillVersion });
  const carl = (await owner.call('staff.list', {})).find(
    ({ username }) => username === PEOPLE.cashier.username,
  )!;
  await owner.call('staff.update', {
    id: carl.id,
    expectedVersion: carl.version,
    name: text('staff'),
    role: 'cashier',
    active: true,
  });
  await owner.call('tax.saveCategory', {
    name: text('taxName'),
    kind: 'rate',
    rates: [{ name: text('taxName'), ratePpm: 50_000 }],
  });
  const tax = (await owner.call('tax.listCategories', {})).find(({ name }) => name === text('taxName'))!;
  const customer = await owner.call('customer.create', {
    name: text('customer'),
    phone: null,
    email: null,
    note: text('customerNote'),
  });
  const category = await owner.call('category.save', { name: text('category'), parentId: null });
  const product = await ready.addProduct(owner, {
    name: text('product'),
    brand: text('brand'),
    categoryId: category.id,
    taxCategoryId: tax.id,
    description: text('description'),
    supplierCode: text('supplierCode').slice(0, 40),
    notes: text('productNotes'),
    priceMinor: 500,
  });
  await owner.call('stock.adjust', {
    productId: product.id,
    change: { kind: 'countedTo', quantityMilli: 9000 },
    reason: 'count',
    note: text('stockNote'),
  });
  const found = await owner.call('product.search', { text: text('product') });
  const { sale, lineId } = await owner.call('sale.addProduct', { productId: product.id });
  const saleId = sale.id;
  await owner.call('sale.setPrice', { saleId, lineId, unitPriceMinor: 450, reason: text('priceReason') });
  await owner.call('sale.setLineDiscount', {
    saleId,
    lineId,
    discount: { kind: 'amount', amountMinor: 50 },
    reason: text('discountReason'),
  });
  await owner.call('sale.setLineNote', { saleId, lineId, note: text('lineNote') });
  await owner.call('sale.setCustomer', { saleId, customerId: customer.id });
  await owner.call('sale.hold', { saleId, label: text('cartLabel') });
  const carts = await owner.call('sale.listCarts', {});
  await owner.call('sale.recall', { saleId });
  const { totalMinor } = await owner.call('sale.get', { saleId });
  const { documentId: id } = await owner.call('sale.complete', {
    saleId,
    expectedTotalMinor: totalMinor,
    payment: { kind: 'card', amountMinor: totalMinor, reference: text('reference') },
  });
  const order = await owner.call('order.get', { id });
  const refund = await owner.call('order.refund', {
    id,
    reason: text('refundReason'),
    references: { [order.payments[0]!.id]: text('reference') },
  });
  const svgs: string[] = [];
  for (const documentId of [id, refund.documentId]) {
    svgs.push((await owner.call('order.getReceiptSvg', { id: documentId })).svg);
  }
  const { dataBase64 } = await owner.call('order.getReceiptPdf', { id });
  return {
    text,
    svgs,
    pdf: Buffer.from(dataBase64, 'base64').toString('latin1'),
    answers: JSON.stringify([
      found,
      carts,
      order,
      await owner.call('order.get', { id: refund.documentId }),
      await owner.call('shop.get', {}),
      await owner.call('register.list', {}),
      await owner.call('staff.list', {}),
      await owner.call('customer.get', { id: customer.id }),
      await owner.call('category.list', { withArchived: true }),
      await owner.call('product.get', { id: product.id }),
      await owner.call('stock.listMovements', { productId: product.id }),
      await owner.call('tax.listCategories', {}),
      await owner.call('audit.list', {}),
    ]),
  };
}

describe(`${PAYLOADS.length} payloads through ${FIELDS.length} text fields`, () => {
  it('come back from the calls as they were typed, each from every field', () => {
    for (const { text, answers } of outputs)
      for (const field of FIELDS) {
        const typed = JSON.stringify(
          text(field).slice(0, /taxNumber|supplierCode/.test(field) ? 40 : undefined),
        ).slice(1, -1);
        const isThere = answers.includes(typed) || answers.includes(JSON.stringify(typed).slice(1, -1));
        expect([text(field), isThere]).toEqual([text(field), true]);
      }
  });

  it('are nothing but letters on a receipt', () => {
    for (const { svgs } of outputs)
      for (const svg of svgs) {
        const tags = [...svg.matchAll(/<\/?([a-zA-Z!?][\w:-]*)/g)].map(([, name]) => name);
        expect([...new Set(tags)].filter((name) => !SVG_TAGS.has(String(name)))).toEqual([]);
        const attributes = [...svg.matchAll(/<[a-zA-Z][^>]*>/g)].flatMap(([tag]) =>
          [...tag.replaceAll(/"[^"]*"/g, '""').matchAll(/([\w:-]+)=/g)].map(([, name]) => String(name)),
        );
        expect(attributes.filter((name) => /^on|href/i.test(name))).toEqual([]);
      }
  });

  it('start nothing in a PDF', () => {
    for (const { pdf } of outputs)
      expect(withoutTexts(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|Launch|URI|EmbeddedFile)\b/);
  });

  it('run in no cell of a spreadsheet', async () => {
    const csv = (await saveCatalogue(ready.manager, { format: 'csv', status: 'any' })).toString('utf8');
    for (const start of ['=', '+', '@']) expect(csv).not.toMatch(new RegExp(`(^|[,"\\n])\\${start}`, 'm'));
    expect(csv).toContain("'=HYPERLINK");
  });

  it('leave every table and every row where it was', async () => {
    const [{ n: products } = { n: 0 }] = ready.shop.rows<{ n: number }>('SELECT count(*) AS n FROM product');
    const [{ n: sales } = { n: 0 }] = ready.shop.rows<{ n: number }>(
      "SELECT count(*) AS n FROM document WHERE kind = 'sale'",
    );
    expect([products, sales]).toEqual([PAYLOADS.length, PAYLOADS.length]);
    expect(ready.shop.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect((await ready.owner.call('journal.verify', {})).ok).toBe(true);
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });
});

/** What a receipt is drawn with. */
const SVG_TAGS = new Set([
  'svg',
  'g',
  'text',
  'tspan',
  'rect',
  'line',
  'path',
  'title',
  'defs',
  'style',
  'image',
  'clipPath',
  'filter',
  'feFlood',
  'feComposite',
  'use',
]);

/** A text in a PDF stands in brackets, brackets in it behind a backslash; fonts and drawings are packed in streams. What
 *  is left is what a reader acts on. */
function withoutTexts(pdf: string): string {
  return pdf.replaceAll(/stream\r?\n.*?endstream/gs, '').replaceAll(/\((?:\\.|[^\\()])*\)/gs, '()');
}
