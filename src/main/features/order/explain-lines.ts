import type { ClosedDocument, DocumentLine } from '../../../domain/document/closed-document.ts';
import type { PricedLine } from '../../../domain/pricing/cart-types.ts';
import { type ExplainStep, explainLine } from '../../../domain/pricing/explain.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';

type Step = CallAnswer<'order.get'>['lines'][number]['explanation'][number];

/** "Why this cent", from the stored rows: every step of a sold line; of a returned one what was paid for it. Fractions
 *  come as two whole numbers in text, `exactNumerator` and `exactDenominator`. */
export function explainStored(document: ClosedDocument, line: DocumentLine, priced: PricedLine): Step[] {
  if (document.kind === 'refund') return explainReturn(line);
  return [...explainOverride(line), ...explainLine(priced, document).map(toStep)];
}

function explainOverride(line: DocumentLine): Step[] {
  return line.adjustments
    .filter((row) => row.kind === 'priceOverride')
    .map((row) => ({
      code: 'priceOverride',
      values: {
        shelfPriceMinor: line.shelfPriceMinor,
        unitPriceMinor: line.unitPriceMinor,
        reason: row.reason,
        resultMinor: row.amountMinor,
      },
    }));
}

/** Never priced again: what comes back is what was paid (R18, R19). */
function explainReturn(line: DocumentLine): Step[] {
  const { quantityMilli, payableMinor, netMinor } = line;
  return [
    { code: 'givenBackAsPaid', values: { quantityMilli, resultMinor: payableMinor } },
    ...line.taxes.map((tax) => ({
      code: 'taxGivenBack',
      values: { rateId: tax.rateId, name: tax.name, ratePpm: tax.ratePpm, resultMinor: tax.amountMinor },
    })),
    { code: 'net', values: { resultMinor: netMinor } },
    { code: 'payable', values: { resultMinor: payableMinor } },
  ];
}

function toStep({ code, ...facts }: ExplainStep): Step {
  const values: Step['values'] = {};
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'object' && value !== null) {
      values['exactNumerator'] = value.numerator;
      values['exactDenominator'] = value.denominator;
    } else values[name] = typeof value === 'boolean' ? Number(value) : value;
  }
  return { code, values };
}
