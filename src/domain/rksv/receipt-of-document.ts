import { assertNever } from '../../shared/result.ts';
import type { ClosedDocument, DocumentLine } from '../document/closed-document.ts';
import type { ReceiptOrder } from './issue-receipt.ts';
import { NO_SUMS, type TaxSums } from './tax-sums.ts';
import type { ReceiptKind } from './turnover.ts';

const PPM_PER_PERCENT = 10_000;

/** Austria's own rates, each with its own sum. */
const AUSTRIAN: ReadonlyMap<number, keyof TaxSums> = new Map([
  [20 * PPM_PER_PERCENT, 'normalCents'],
  [10 * PPM_PER_PERCENT, 'reduced1Cents'],
  [13 * PPM_PER_PERCENT, 'reduced2Cents'],
  [19 * PPM_PER_PERCENT, 'specialCents'],
]);
const NORMAL_FROM_PPM = 15 * PPM_PER_PERCENT;
const REDUCED_2_FROM_PPM = 10 * PPM_PER_PERCENT;

/** What the format takes of a closed document. */
type Facts = Pick<
  ClosedDocument,
  'kind' | 'originalDocumentId' | 'fiscalNumber' | 'closedAtMs' | 'zoneOffsetMinutes' | 'currencyExponent'
> & { readonly lines: readonly Pick<DocumentLine, 'payableMinor' | 'taxes'>[] };

/** A closed document as the format sees it. Everything comes from the document itself, so that it can be worked out again
 *  years later; the table stands in docs/journal-format.md. */
export function receiptOf(document: Facts): ReceiptOrder {
  return {
    receiptNumber: document.fiscalNumber,
    issuedAt: localTime(document.closedAtMs, document.zoneOffsetMinutes),
    kind: kindOfDocument(document),
    sums: sumsOf(document),
  };
}

/** Which of the five sums a rate counts for. Several taxes on one line count as one rate, their sum. */
export function sumFor(ratePpm: number): keyof TaxSums {
  if (ratePpm <= 0) return 'zeroCents';
  const austrian = AUSTRIAN.get(ratePpm);
  if (austrian) return austrian;
  if (ratePpm >= NORMAL_FROM_PPM) return 'normalCents';
  return ratePpm >= REDUCED_2_FROM_PPM ? 'reduced2Cents' : 'reduced1Cents';
}

/** Minor units as cents: exact up to two decimals, beyond that rounded half away from zero.
 *  @param exponent  decimals of the currency, 0 to 4 */
export function toCents(amountMinor: number, exponent: number): number {
  if (exponent <= 2) return amountMinor * 10 ** (2 - exponent) + 0;
  const unit = 10 ** (exponent - 2);
  const size = Math.abs(amountMinor);
  const rest = size % unit;
  const cents = (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return amountMinor < 0 && cents > 0 ? -cents : cents;
}

/** 'YYYY-MM-DDThh:mm:ss' on the shop's wall clock. */
export function localTime(atMs: number, zoneOffsetMinutes: number): string {
  return new Date(atMs + zoneOffsetMinutes * 60_000).toISOString().slice(0, 19);
}

/** A refund that undoes a sale is a cancellation; one that stands by itself counts like a sale, with negative sums. */
function kindOfDocument({ kind, originalDocumentId }: Facts): ReceiptKind {
  switch (kind) {
    case 'sale':
      return 'counted';
    case 'refund':
      return originalDocumentId === null ? 'counted' : 'cancellation';
    case 'training':
      return 'training';
    default:
      return assertNever(kind);
  }
}

/** What was payable, tax included, by rate. Cash rounding is no part of it: it changes what is handed over, not what was sold. */
function sumsOf({ lines, currencyExponent }: Facts): TaxSums {
  const minor: Record<keyof TaxSums, number> = { ...NO_SUMS };
  for (const line of lines) minor[sumFor(rateOf(line))] += line.payableMinor;
  const cents = (key: keyof TaxSums) => toCents(minor[key], currencyExponent);
  return {
    normalCents: cents('normalCents'),
    reduced1Cents: cents('reduced1Cents'),
    reduced2Cents: cents('reduced2Cents'),
    zeroCents: cents('zeroCents'),
    specialCents: cents('specialCents'),
  };
}

function rateOf({ taxes }: Pick<DocumentLine, 'taxes'>): number {
  return taxes.reduce((sum, tax) => sum + tax.ratePpm, 0);
}
