import type { ReceiptTexts } from '../../shared/messages/en/receipt.ts';
import { formatMoment, formatMoney, formatQuantity, formatRate, type SymbolStyle } from './format.ts';
import type { ReceiptAdjustment, ReceiptLine, ReceiptModel } from './receipt-model.ts';
import { cleanText } from './receipt-text.ts';

/** What a receipt says, top to bottom, in words; how big and where is for each medium to decide.
 *  Every text is cleaned: one line, no control characters. */
export type ReceiptRow =
  | { readonly kind: 'logo'; readonly pngBase64: string }
  | { readonly kind: 'shopName'; readonly text: string }
  | { readonly kind: 'centre'; readonly text: string }
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly tone: PairTone }
  | { readonly kind: 'item'; readonly name: string; readonly amount: string; readonly mark: string }
  | { readonly kind: 'detail'; readonly text: string }
  | { readonly kind: 'total'; readonly left: string; readonly right: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly body: readonly (readonly string[])[];
    }
  | { readonly kind: 'qr'; readonly data: string };

export type PairTone = 'normal' | 'muted' | 'strong';

interface Writer {
  readonly model: ReceiptModel;
  readonly texts: ReceiptTexts;
  /** An amount in a column: digits only. */
  readonly amount: (minor: number) => string;
  /** An amount that stands for itself: with its currency. */
  readonly money: (minor: number) => string;
}

/** @param symbolStyle `code` for printers that lack the currency's sign. */
export function receiptRows(
  model: ReceiptModel,
  texts: ReceiptTexts,
  symbolStyle: SymbolStyle = 'symbol',
): ReceiptRow[] {
  const { currency, locale } = model;
  const writer: Writer = {
    model,
    texts,
    amount: (minor) => formatMoney(minor, currency, locale, 'none'),
    money: (minor) => formatMoney(minor, currency, locale, symbolStyle),
  };
  const sections = [headRows, factRows, lineRows, totalRows, taxRows, footRows];
  const filled = sections.map((section) => section(writer)).filter((rows) => rows.length > 0);
  return filled.flatMap((rows, index) => [
    ...(index === 0 ? [] : [{ kind: 'rule' } as const]),
    ...trainingMark(writer, index),
    ...rows,
  ]);
}

/** The header and the footer carry a banner of their own. */
function trainingMark({ model, texts }: Writer, sectionIndex: number): ReceiptRow[] {
  return isTraining(model) && sectionIndex > 0 ? [{ kind: 'mark', text: texts.banner.training }] : [];
}

function isTraining(model: ReceiptModel): boolean {
  return model.training || model.kind === 'training';
}

function headRows(writer: Writer): ReceiptRow[] {
  const { shop } = writer.model;
  const { head } = writer.texts;
  return [
    ...(shop.logoPngBase64 ? [{ kind: 'logo', pngBase64: shop.logoPngBase64 } as const] : []),
    { kind: 'shopName', text: cleanText(shop.name) },
    ...shop.address.flatMap(centre),
    ...centre(shop.phone && fill(head.phone, { number: shop.phone })),
    ...centre(shop.taxNumber && fill(head.taxNumber, { number: shop.taxNumber })),
    ...banners(writer),
  ];
}

function banners({ model, texts }: Writer): ReceiptRow[] {
  const { banner } = texts;
  const said = [
    isTraining(model) ? banner.training : '',
    model.imported ? banner.imported : '',
    model.kind === 'refund' ? banner.refund : '',
    model.kind === 'void' ? banner.void : '',
    model.copyNumber > 0 ? fill(banner.copy, { number: String(model.copyNumber) }) : '',
  ];
  return said.filter((text) => text !== '').map((text) => ({ kind: 'banner', text }));
}

function factRows({ model, texts }: Writer): ReceiptRow[] {
  const { head } = texts;
  const facts: [string, string | undefined][] = [
    [head.number, model.fiscalNumber],
    [head.original, model.originalNumber],
    [head.order, model.orderNumber],
    [head.date, formatMoment(model.soldAtMs, model.zoneOffsetMinutes, model.locale)],
    [head.register, model.registerName],
    [head.staff, model.staffName],
    [head.customer, model.customerName],
    [head.taxedAs, model.taxContext && texts.taxContext[model.taxContext]],
  ];
  return facts.flatMap(([left, value]) => {
    const right = cleanText(value ?? '');
    return right === '' ? [] : [{ kind: 'pair', left, right, tone: 'muted' } as const];
  });
}

function lineRows(writer: Writer): ReceiptRow[] {
  return writer.model.lines.flatMap((line) => [itemRow(writer, line), ...detailRows(writer, line)]);
}

function itemRow({ amount, texts }: Writer, line: ReceiptLine): ReceiptRow {
  const name = cleanText(line.name) || texts.line.unnamed;
  return { kind: 'item', name, amount: amount(line.payableMinor), mark: cleanText(line.taxMark ?? '') };
}

function detailRows(writer: Writer, line: ReceiptLine): ReceiptRow[] {
  const plainUnit = line.unit === 'each' && Math.abs(line.quantityMilli) === 1000;
  const details = [
    plainUnit && line.adjustments.length === 0 ? '' : quantityText(writer, line),
    ...line.adjustments.map((adjustment) => adjustmentText(writer, adjustment)),
    cleanText(line.note ?? ''),
  ];
  return details.filter((text) => text !== '').map((text) => ({ kind: 'detail', text }));
}

function quantityText({ model, texts, amount }: Writer, line: ReceiptLine): string {
  return fill(line.unit === 'each' ? texts.line.perUnit : texts.line.perMeasure, {
    quantity: formatQuantity(line.quantityMilli, model.locale),
    unit: line.unit,
    price: amount(line.unitPriceMinor),
  });
}

function adjustmentText(writer: Writer, adjustment: ReceiptAdjustment): string {
  return `${adjustmentLabel(writer, adjustment)} ${writer.amount(adjustment.amountMinor)}`;
}

function adjustmentLabel({ texts }: Writer, adjustment: ReceiptAdjustment): string {
  return cleanText(adjustment.text ?? '').slice(0, 80) || texts.adjustment[adjustment.code];
}

function totalRows(writer: Writer): ReceiptRow[] {
  const { model, texts, amount, money } = writer;
  const { totals } = model;
  const plainSum = totals.adjustments.length === 0 && totals.taxAddedMinor === 0;
  const items = itemCountText(writer);
  return [
    ...(plainSum
      ? [pair(items, '', 'muted')]
      : [pair(`${texts.total.subtotal} (${items})`, amount(totals.subtotalMinor))]),
    ...totals.adjustments.map((each) => pair(adjustmentLabel(writer, each), amount(each.amountMinor))),
    ...(totals.taxAddedMinor === 0 ? [] : [pair(texts.total.tax, amount(totals.taxAddedMinor))]),
    {
      kind: 'total',
      left: model.kind === 'refund' ? texts.total.refund : texts.total.total,
      right: money(totals.totalMinor),
    },
    ...(totals.roundingMinor === 0 ? [] : [pair(texts.total.rounding, amount(totals.roundingMinor))]),
    ...paymentRows(writer),
  ];
}

/** Pieces where things are counted, one a line where they are weighed. */
function itemCountText({ model, texts }: Writer): string {
  const count = model.lines.reduce(
    (sum, line) =>
      sum + (line.unit === 'each' ? Math.max(1, Math.round(Math.abs(line.quantityMilli) / 1000)) : 1),
    0,
  );
  const form = new Intl.PluralRules(model.locale).select(count) === 'one' ? 'one' : 'other';
  return fill(texts.total.items[form], { count: String(count) });
}

function paymentRows({ model, texts, money }: Writer): ReceiptRow[] {
  return [
    ...model.payments.flatMap((payment) => [
      pair(cleanText(payment.label), money(payment.amountMinor)),
      ...detail(payment.reference),
    ]),
    ...(model.changeMinor === 0 ? [] : [pair(texts.total.change, money(model.changeMinor), 'strong')]),
  ];
}

function taxRows({ model, texts, amount }: Writer): ReceiptRow[] {
  if (model.taxTable.length === 0) return [];
  const body = model.taxTable.map((row) => [
    cleanText(`${row.mark} ${row.name} ${formatRate(row.ratePpm, model.locale)}`),
    amount(row.baseMinor),
    amount(row.taxMinor),
  ]);
  const included = model.pricesIncludeTax ? centre(texts.tax.included) : [];
  return [{ kind: 'table', head: [texts.tax.rate, texts.tax.net, texts.tax.tax], body }, ...included];
}

function footRows(writer: Writer): ReceiptRow[] {
  const { shop, qrText } = writer.model;
  const code = cleanText(qrText ?? '').slice(0, 600);
  return [
    ...(shop.footer ?? '').slice(0, 2_000).split('\n').slice(0, 20).flatMap(centre),
    ...(code === '' ? [] : [{ kind: 'qr', data: code } as const]),
    ...centre(writer.model.signatureNote),
    ...banners(writer),
  ];
}

function pair(left: string, right: string, tone: PairTone = 'normal'): ReceiptRow {
  return { kind: 'pair', left, right, tone };
}

function centre(value: string | undefined): ReceiptRow[] {
  const text = cleanText(value ?? '');
  return text === '' ? [] : [{ kind: 'centre', text }];
}

function detail(value: string | undefined): ReceiptRow[] {
  const text = cleanText(value ?? '');
  return text === '' ? [] : [{ kind: 'detail', text }];
}

/** Values go in as they are; a value that looks like a placeholder is not filled again. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return cleanText(template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole));
}
