import { meansCurrency } from '../../../domain/codes/currency-numbers.ts';
import type { Gs1Facts, Scaled } from '../../../domain/codes/gs1-facts.ts';
import { rescale } from '../../../domain/codes/printed-price.ts';
import { readScan } from '../../../domain/codes/read-scan.ts';
import { type LabelReading, readLabel } from '../../../domain/codes/scale-label.ts';
import type { LineTrace } from '../../../domain/document/closed-document.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { maxBarcodeLength } from '../../../shared/values/barcode.ts';
import { ONE_MILLI } from '../../../shared/values/quantity.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { findLabelled, readTemplates } from '../label/label-templates.ts';
import { findSellableByBarcode, findSellableByKey, type Sellable } from '../product/sellable.ts';
import type { ShopFacts } from './shop-facts.ts';

/** What a code says of the very item beside which product it is. */
export interface ScannedItem {
  /** In thousandths of the product's unit; null where the code does not say. */
  readonly quantityMilli: number | null;
  /** Of the whole item; null where the code does not say. */
  readonly priceMinor: number | null;
  /** Why the price may differ from the shelf's: the label's name. */
  readonly priceReason: string;
  readonly trace: LineTrace | null;
  /** A check digit is wrong, and the label's template lets that pass. */
  readonly doubtful: boolean;
}

export interface Goods {
  readonly product: Sellable;
  readonly item: ScannedItem | null;
}

type ScanRefusal = AppError<
  | 'barcode.unknown'
  | 'barcode.tooLong'
  | 'barcode.badCharacters'
  | 'barcode.labelUnknown'
  | 'barcode.labelFaulty'
  | 'barcode.gs1Faulty'
>;
type Read = Result<Goods, ScanRefusal>;

/** What a scanned text means in this shop (R29–R33): a GS1 code, a label of a scale, or a barcode, in this order. A code
 *  that looks like the first two and is not falls back to what it is as a whole. */
export function readGoods(
  db: ReadableDb,
  shop: ShopFacts,
  { text, today }: { readonly text: string; readonly today: string },
): Read {
  const scan = readScan(text, today);
  if (!scan.ok) {
    const product = findSellableByBarcode(db, text);
    return product
      ? ok({ product, item: null })
      : err({ code: 'barcode.gs1Faulty', data: { ...scan.error } });
  }
  if (scan.value.kind === 'plain') return readPlain(db, shop, scan.value.text);
  const { facts } = scan.value;
  const product =
    (facts.gtin14 && findSellableByKey(db, { key: facts.gtin14, kind: 'gtin' })) ||
    findSellableByBarcode(db, text);
  if (!product) return err({ code: 'barcode.unknown', data: { barcode: facts.gtin14 ?? text.trim() } });
  return withItem(product, readGs1Item(facts, product, shop));
}

function readPlain(db: ReadableDb, shop: ShopFacts, text: string): Read {
  const label = readLabel(
    text,
    readTemplates(db).filter(({ enabled }) => enabled),
  );
  const whole = () => findSellableByBarcode(db, text);
  if (!label) {
    const product = whole();
    return product ? ok({ product, item: null }) : err(whyNotFound(text));
  }
  const product = findLabelled(db, label);
  if (product) return withItem(product, readLabelItem(label, product, shop));
  const recorded = whole();
  if (recorded) return ok({ product: recorded, item: null });
  const { itemNumber, template } = label;
  return err({
    code: 'barcode.labelUnknown',
    data: { itemNumber, label: template.name, barcode: label.code },
  });
}

function withItem(product: Sellable, item: Result<ScannedItem, ScanRefusal>): Read {
  return item.ok ? ok({ product, item: item.value }) : item;
}

function readLabelItem(
  label: LabelReading,
  product: Sellable,
  shop: ShopFacts,
): Result<ScannedItem, ScanRefusal> {
  const { template, code, value, checkDigitRight, verifierRight } = label;
  const faulty = (reason: string) =>
    err({ code: 'barcode.labelFaulty' as const, data: { reason, name: product.name, label: template.name } });
  const doubtful = !checkDigitRight || !verifierRight;
  if (doubtful && template.badCheck === 'refuse') return faulty(checkDigitRight ? 'verifier' : 'checkDigit');
  if (value === 0) return faulty('empty');
  const printed = { value, decimals: template.decimals };
  const { valueKind } = template.pattern;
  const quantityMilli =
    valueKind === 'weight'
      ? weightOf(printed, product.unit)
      : valueKind === 'count'
        ? rescale(value, printed.decimals, 3)
        : null;
  const priceMinor = valueKind === 'price' ? rescale(value, printed.decimals, shop.currencyExponent) : null;
  if (quantityMilli === null && priceMinor === null) return faulty(valueKind === 'price' ? 'price' : 'unit');
  return ok({
    quantityMilli,
    priceMinor,
    priceReason: template.name,
    trace: { labelCode: code, batch: null, serial: null, expiresOn: null, bestBefore: null },
    doubtful,
  });
}

function readGs1Item(facts: Gs1Facts, product: Sellable, shop: ShopFacts): Result<ScannedItem, ScanRefusal> {
  const { batch, serial, expiresOn, bestBefore, price, netKilograms, count } = facts;
  const faulty = (fault: string, at: string) =>
    err({ code: 'barcode.gs1Faulty' as const, data: { fault, at, name: product.name } });
  if (price && price.currency !== null && !meansCurrency(price.currency, shop.currency))
    return faulty('currency', price.currency);
  const priceMinor = price && rescale(price.value, price.decimals, shop.currencyExponent);
  if (price && !priceMinor) return faulty('value', '392');
  // What a piece weighs is printed on it for information: it is sold by the piece all the same.
  const weight = netKilograms && weightOf(netKilograms, product.unit);
  const known = [batch, serial, expiresOn, bestBefore].some((fact) => fact !== null);
  return ok({
    quantityMilli: weight || (count ? count * ONE_MILLI : null),
    priceMinor,
    priceReason: price ? 'GS1' : '',
    trace: known ? { labelCode: null, batch, serial, expiresOn, bestBefore } : null,
    doubtful: false,
  });
}

/** Kilograms in thousandths of the product's unit; null where it is not sold by weight. */
function weightOf({ value, decimals }: Scaled, unit: Sellable['unit']): number | null {
  if (unit !== 'kg' && unit !== 'g') return null;
  const thousandths = unit === 'kg' ? 3 : 6;
  return rescale(value, decimals, thousandths) ?? Math.round(value / 10 ** (decimals - thousandths));
}

function whyNotFound(text: string): ScanRefusal {
  const barcode = text.trim();
  if (barcode.length > maxBarcodeLength)
    return { code: 'barcode.tooLong', data: { length: barcode.length, maxLength: maxBarcodeLength } };
  if (barcode === '' || /\p{C}/u.test(barcode)) return { code: 'barcode.badCharacters' };
  return { code: 'barcode.unknown', data: { barcode } };
}
