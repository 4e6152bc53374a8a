import type { Format } from '../../../app/format.ts';
import type { SaleView } from '../till/till-state.ts';

/** A discount in a few words: "−10% Damaged", "−£2.00". */
export function discountText(discount: SaleView['discounts'][number], { money, rate }: Format): string {
  const size =
    discount.kind === 'percent' && discount.ppm !== null
      ? rate(discount.ppm)
      : money(Math.abs(discount.amountMinor));
  return `−${size} ${discount.reason}`.trim();
}
