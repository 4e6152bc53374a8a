import { type Fraction, fraction, isLess, minus, nearest, over, plus, times } from './fraction.ts';

/** A second, independent reckoning of a cart: written from the rules R1–R6 and R18 in exact fractions, sharing no code
 *  and no types with the product. Slow and plain on purpose. */
export type ModelDiscount = { kind: 'percent'; ppm: number } | { kind: 'amount'; amountMinor: number };
export type ModelTax = { rateId: string; ratePpm: number; sequence: number; compound: boolean };
export type ModelLine = {
  unitPriceMinor: number;
  quantityMilli: number;
  discounts: readonly ModelDiscount[];
  taxes: readonly ModelTax[];
};
export type ModelCart = {
  taxMode: 'included' | 'excluded';
  taxRounding: 'line' | 'document';
  lines: readonly ModelLine[];
  orderDiscounts: readonly ModelDiscount[];
};
export type ModelPriced = {
  lines: { gross: number; payable: number; net: number; taxes: number[] }[];
  total: number;
  taxByRate: Record<string, number>;
};

/** Sold lines only (quantities > 0); returned ones are checked as mirrors. */
export function reckon(cart: ModelCart): ModelPriced {
  const gross = cart.lines.map((line) =>
    nearest(fraction(BigInt(line.unitPriceMinor) * BigInt(line.quantityMilli), 1000)),
  );
  let left = cart.lines.map((line, i) =>
    line.discounts.reduce((rest, discount) => rest - worth(discount, rest), gross[i]!),
  );
  for (const discount of cart.orderDiscounts) {
    const all = left.reduce((a, b) => a + b, 0);
    if (all === 0) continue;
    const whole = worth(discount, all);
    const shares = left.map((amount) => fraction(BigInt(whole) * BigInt(amount), all));
    const parts = handOut(whole, shares);
    left = left.map((amount, i) => amount - parts[i]!);
  }
  const taxes = taxAll(cart, left);
  const lines = left.map((amount, i) => {
    const tax = taxes[i]!.reduce((a, b) => a + b, 0);
    const net = cart.taxMode === 'included' ? amount - tax : amount;
    return { gross: gross[i]!, payable: net + tax, net, taxes: taxes[i]! };
  });
  const taxByRate: Record<string, number> = {};
  cart.lines.forEach((line, i) => {
    line.taxes.forEach((tax, t) => {
      taxByRate[tax.rateId] = (taxByRate[tax.rateId] ?? 0) + taxes[i]![t]!;
    });
  });
  return { lines, total: lines.reduce((sum, line) => sum + line.payable, 0), taxByRate };
}

function worth(discount: ModelDiscount, amount: number): number {
  if (discount.kind === 'amount') return Math.min(discount.amountMinor, amount);
  return Math.min(amount, nearest(fraction(BigInt(amount) * BigInt(discount.ppm), 1_000_000)));
}

/** Everyone gets the whole part; what is left goes one by one to whoever was cut most, the first of equals. */
function handOut(whole: number, shares: readonly Fraction[]): number[] {
  const parts = shares.map((share) => Number(share.top / share.bottom));
  const cut = shares.map((share, i) => minus(share, fraction(parts[i]!)));
  const served = new Set<number>();
  while (parts.reduce((a, b) => a + b, 0) < whole) {
    let best = -1;
    cut.forEach((rest, i) => {
      if (!served.has(i) && (best < 0 || isLess(cut[best]!, rest))) best = i;
    });
    served.add(best);
    parts[best]! += 1;
  }
  return parts;
}

/** The tax on 1 of net, per tax, by running up the sequence. */
function factors(taxes: readonly ModelTax[]): Fraction[] {
  const found = new Map<ModelTax, Fraction>();
  const sequences = [...new Set(taxes.map((tax) => tax.sequence))].sort((a, b) => a - b);
  let lower = fraction(0);
  for (const sequence of sequences) {
    const here = taxes.filter((tax) => tax.sequence === sequence);
    for (const tax of here) {
      const base = tax.compound ? plus(fraction(1), lower) : fraction(1);
      found.set(tax, times(base, fraction(tax.ratePpm, 1_000_000)));
    }
    lower = here.reduce((sum, tax) => plus(sum, found.get(tax)!), lower);
  }
  return taxes.map((tax) => found.get(tax)!);
}

function exactTaxes(cart: ModelCart, amounts: readonly number[]): Fraction[][] {
  return cart.lines.map((line, i) => {
    const each = factors(line.taxes);
    const gross = each.reduce(plus, fraction(1));
    const net = cart.taxMode === 'included' ? over(fraction(amounts[i]!), gross) : fraction(amounts[i]!);
    return each.map((factor) => times(net, factor));
  });
}

function taxAll(cart: ModelCart, amounts: readonly number[]): number[][] {
  const exact = exactTaxes(cart, amounts);
  if (cart.taxRounding === 'line') return exact.map((line) => line.map(nearest));
  const booked = exact.map((line) => line.map(() => 0));
  const rates = new Set(cart.lines.flatMap((line) => line.taxes.map((tax) => tax.rateId)));
  for (const rateId of rates) {
    const places = cart.lines.flatMap((line, i) =>
      line.taxes.flatMap((tax, t) => (tax.rateId === rateId ? [[i, t] as const] : [])),
    );
    const shares = places.map(([i, t]) => exact[i]![t]!);
    const parts = handOut(nearest(shares.reduce(plus)), shares);
    places.forEach(([i, t], at) => {
      booked[i]![t] = parts[at]!;
    });
  }
  return booked;
}

/** R18 in one line: what must have gone back after `cumulative` of `sold` came back. */
export function refundedSoFar(paid: number, cumulative: number, sold: number): number {
  return nearest(fraction(BigInt(paid) * BigInt(cumulative), sold));
}

/** R5: the tax of one rate on sold and returned lines together, netted before the one rounding.
 *  @param amounts  the lines after discounts, returned ones negative */
export function nettedTax(cart: ModelCart, amounts: readonly number[], rateId: string): number {
  const exact = exactTaxes(cart, amounts);
  const shares = cart.lines.flatMap((line, i) =>
    exact[i]!.filter((_, t) => line.taxes[t]!.rateId === rateId),
  );
  return nearest(shares.reduce(plus, fraction(0)));
}
