import type {
  ClosedDocument,
  DocumentAdjustment,
  DocumentLine,
} from '../../../domain/document/closed-document.ts';
import type { LineAdjustment, PricedLine } from '../../../domain/pricing/cart-types.ts';
import { minor } from '../../../shared/values/money.ts';
import { quantityMilli } from '../../../shared/values/quantity.ts';

/** Of one whole-sale discount: all it took, and the sum of the amounts it was shared over. */
interface OrderDiscount {
  amountMinor: number;
  basisMinor: number;
}

/** Stored lines as the pricing domain knows them. What a discount was taken from is not stored, since it follows: the
 *  line's gross less the discounts that stand before it. */
export function toPricedLines(document: ClosedDocument): PricedLine[] {
  const discounts = orderDiscounts(document);
  const sources = [...discounts.keys()];
  return document.lines.map((line) => ({
    lineId: line.id,
    unitPriceMinor: minor(line.unitPriceMinor),
    quantityMilli: quantityMilli(line.quantityMilli),
    measured: line.unit !== 'each',
    grossBeforeMinor: minor(line.grossMinor),
    adjustments: withBasis(line).map(({ row, basisMinor }, index) =>
      toAdjustment(
        row,
        basisMinor,
        row.kind === 'orderDiscount' ? sources.indexOf(row.sourceId) : index,
        discounts,
      ),
    ),
    payableMinor: minor(line.payableMinor),
    netMinor: minor(line.netMinor),
    taxes: line.taxes,
  }));
}

/** A discount reaches each line that still cost something, so the rows that share its source hold its whole basis. */
function orderDiscounts(document: ClosedDocument): ReadonlyMap<string, OrderDiscount> {
  const discounts = new Map<string, OrderDiscount>();
  for (const { row, basisMinor } of document.lines.flatMap(withBasis)) {
    if (row.kind !== 'orderDiscount') continue;
    const discount = discounts.get(row.sourceId) ?? { amountMinor: 0, basisMinor: 0 };
    discount.amountMinor += row.amountMinor;
    discount.basisMinor += basisMinor;
    discounts.set(row.sourceId, discount);
  }
  return discounts;
}

/** Price overrides only explain: they are inside the gross and no part of the way from it. */
export function discountRows(line: DocumentLine): readonly DocumentAdjustment[] {
  return line.adjustments.filter((row) => row.kind !== 'priceOverride');
}

function withBasis(line: DocumentLine): { readonly row: DocumentAdjustment; readonly basisMinor: number }[] {
  let left = line.grossMinor;
  return discountRows(line).map((row) => {
    const basisMinor = left;
    left += row.amountMinor;
    return { row, basisMinor };
  });
}

function toAdjustment(
  row: DocumentAdjustment,
  basis: number,
  sourceIndex: number,
  discounts: ReadonlyMap<string, OrderDiscount>,
): LineAdjustment {
  const shared = { sourceIndex, amountMinor: minor(row.amountMinor), ppm: row.ppm, basisMinor: minor(basis) };
  const discount = discounts.get(row.sourceId);
  if (row.kind !== 'orderDiscount' || !discount) return { kind: 'lineDiscount', ...shared };
  const orderAmountMinor = minor(discount.amountMinor);
  return { kind: 'orderDiscount', ...shared, orderAmountMinor, orderBasisMinor: minor(discount.basisMinor) };
}
