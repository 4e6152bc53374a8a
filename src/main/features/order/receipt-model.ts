import type { ClosedDocument, DocumentLine } from '../../../domain/document/closed-document.ts';
import { totalLines } from '../../../domain/pricing/document-totals.ts';
import type {
  ReceiptAdjustment,
  ReceiptLine,
  ReceiptModel,
  ReceiptPayment,
  ReceiptShop,
  ReceiptTaxRow,
} from '../../../domain/receipt/receipt-model.ts';
import type { ReceiptTexts } from '../../../shared/messages/en/receipt.ts';
import { findDocument } from '../../journal/document-rows.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { receiptLocale, receiptTexts } from '../printer/receipt-language.ts';
import { findImportedRegister, getCustomerName, getFiscalNumber, getJournalEntry } from './order.sql.ts';
import { toPricedLines } from './priced-lines.ts';
import { getReceiptShop } from './receipt.sql.ts';
import { receiptCode } from './receipt-code.ts';
import { signedCode } from './signed-code.ts';
import { staffNames } from './timeline.ts';

/** A document's receipt with the words to print it in; null when there is no such document. Every figure is the stored
 *  one (R7): nothing is priced here.
 *  @param copyNumber 0 for the original */
export function buildReceipt(
  db: ReadableDb,
  documentId: string,
  copyNumber: number,
): { readonly model: ReceiptModel; readonly texts: ReceiptTexts } | null {
  const document = findDocument(db, documentId);
  if (!document) return null;
  const texts = receiptTexts(db);
  return { texts, model: toModel(db, document, texts, copyNumber) };
}

function toModel(
  db: ReadableDb,
  document: ClosedDocument,
  texts: ReceiptTexts,
  copyNumber: number,
): ReceiptModel {
  const shop = db.get(getReceiptShop, {});
  if (!shop) throw new Error('there is no shop');
  const taxTable = toTaxTable(document);
  const { customerId, originalDocumentId } = document;
  const customerName = customerId ? db.get(getCustomerName, { id: customerId })?.name : undefined;
  const original = originalDocumentId ? db.get(getFiscalNumber, { id: originalDocumentId }) : undefined;
  const journalHash = db.get(getJournalEntry, { document_id: document.id })?.hash ?? '';
  const { fiscalNumber, totalMinor } = document;
  const imported = db.get(findImportedRegister, { id: document.registerId }) !== undefined;
  return {
    kind: document.kind,
    training: document.kind === 'training',
    imported,
    copyNumber,
    locale: receiptLocale(db),
    currency: { code: document.currency, exponent: document.currencyExponent },
    shop: toShop(shop),
    registerName: document.registerName,
    staffName: staffNames(db)(document.staffId) ?? '',
    ...(customerName ? { customerName } : {}),
    orderNumber: document.orderNumber,
    fiscalNumber,
    ...(original ? { originalNumber: original.number } : {}),
    soldAtMs: document.closedAtMs,
    zoneOffsetMinutes: document.zoneOffsetMinutes,
    lines: document.lines.map((line) => toLine(line, taxTable)),
    totals: toTotals(document),
    taxTable,
    ...(document.taxContext ? { taxContext: document.taxContext } : {}),
    pricesIncludeTax: document.taxMode === 'included',
    payments: document.payments.map((payment) => toPayment(payment, imported, texts)),
    changeMinor: document.changeMinor,
    // A code says that this shop issued the receipt.
    ...(signedCode(db, document.id) ?? {
      qrText: imported
        ? ''
        : receiptCode({ shopUuid: shop.shop_uuid, fiscalNumber, totalMinor, journalHash }),
    }),
  };
}

function toShop(row: {
  name: string;
  address: string;
  tax_number: string;
  receipt_footer: string;
  logo_png: Uint8Array | null;
}): ReceiptShop {
  return {
    name: row.name,
    address: row.address.split('\n').filter((line) => line.trim() !== ''),
    ...(row.tax_number ? { taxNumber: row.tax_number } : {}),
    ...(row.receipt_footer ? { footer: row.receipt_footer } : {}),
    ...(row.logo_png ? { logoPngBase64: Buffer.from(row.logo_png).toString('base64') } : {}),
  };
}

type MarkedRow = ReceiptTaxRow & { readonly key: string };

/** One row a rate, lettered in the order in which rates first appear. */
function toTaxTable(document: ClosedDocument): MarkedRow[] {
  return totalLines(toPricedLines(document)).taxSummary.map((row, index) => ({
    key: rateKey(row),
    mark: String.fromCharCode(65 + (index % 26)),
    name: row.name,
    ratePpm: row.ratePpm,
    baseMinor: row.baseMinor,
    taxMinor: row.taxMinor,
  }));
}

function rateKey(rate: { rateId: string; ratePpm: number; name: string; jurisdiction: string }): string {
  return JSON.stringify([rate.rateId, rate.ratePpm, rate.name, rate.jurisdiction]);
}

/** A whole-sale discount stands under the subtotal, so a line shows its amount before it and, where tax is added on top,
 *  before tax. */
function toLine(line: DocumentLine, taxTable: readonly MarkedRow[]): ReceiptLine {
  const own = line.adjustments.filter((row) => row.kind === 'lineDiscount');
  const marks = line.taxes.map((tax) => taxTable.find((row) => row.key === rateKey(tax))?.mark ?? '');
  return {
    name: line.name,
    quantityMilli: line.quantityMilli,
    unit: line.unit,
    unitPriceMinor: line.unitPriceMinor,
    adjustments: own.map((row): ReceiptAdjustment => ({ code: 'discount', amountMinor: row.amountMinor })),
    payableMinor: line.grossMinor + sumOf(own),
    ...(line.note ? { note: line.note } : {}),
    taxMark: marks.join(''),
  };
}

function toTotals(document: ClosedDocument): ReceiptModel['totals'] {
  const rows = document.lines.flatMap((line) => line.adjustments);
  const shared = Map.groupBy(
    rows.filter((row) => row.kind === 'orderDiscount'),
    (row) => row.sourceId,
  );
  return {
    subtotalMinor: document.subtotalMinor + sumOf(rows.filter((row) => row.kind === 'lineDiscount')),
    adjustments: [...shared.values()].map((parts) => ({ code: 'orderDiscount', amountMinor: sumOf(parts) })),
    taxAddedMinor: document.taxMode === 'excluded' ? document.taxMinor : 0,
    totalMinor: document.totalMinor,
    roundingMinor: document.roundingMinor,
  };
}

/** What was handed over, change not yet taken off; it has its own row. */
function toPayment(
  payment: ClosedDocument['payments'][number],
  imported: boolean,
  texts: ReceiptTexts,
): ReceiptPayment {
  const word = texts.tender[(imported ? 'unknown' : payment.kind) as keyof ReceiptTexts['tender']];
  return {
    label: payment.label || word || payment.kind,
    amountMinor: payment.tenderedMinor,
    ...(payment.reference ? { reference: payment.reference } : {}),
  };
}

function sumOf(rows: readonly { readonly amountMinor: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amountMinor, 0);
}
