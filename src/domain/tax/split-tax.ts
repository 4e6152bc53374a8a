import { type Fraction, spread } from '../../shared/values/allocate.ts';
import { type Minor, minor, roundFraction } from '../../shared/values/money.ts';
import { type TaxMode, type TaxRounding, type TaxRule, taxShares } from './tax-factors.ts';

/** A line after all discounts: the net when tax is excluded, the shelf price when it is included. */
export type TaxableLine = { readonly amountMinor: Minor; readonly taxes: readonly TaxRule[] };

type Entry = { readonly line: number; readonly tax: number; readonly exact: Fraction };

/** The tax of every line and rate (R3–R5), minor units, in the shape of the input.
 *  Policy `line`: each tax of each line is rounded half away from zero. Policy `document`: the exact taxes of a rate
 *  are summed over the document, rounded once, and the residue goes to lines by largest remainder. A rate with sold
 *  and returned lines is netted first under either policy, so that a zero ticket has zero tax (R5).
 *  Errors: none; a document of opposite signs gives exactly the opposite taxes. */
export function splitTax(lines: readonly TaxableLine[], mode: TaxMode, rounding: TaxRounding): Minor[][] {
  const result: Minor[][] = lines.map((line) => line.taxes.map(() => minor(0)));
  for (const group of groupByRate(lines, mode)) {
    const grouped = rounding === 'document' || hasBothSigns(group);
    const amounts = grouped ? roundTogether(group) : group.map((entry) => roundAlone(entry.exact));
    group.forEach((entry, index) => {
      result[entry.line]![entry.tax] = amounts[index]!;
    });
  }
  return result;
}

/** Rates are told apart by id and rate: a rate changed while a cart was open is two rates. */
export function rateKey(rule: { readonly rateId: string; readonly ratePpm: number }): string {
  return `${rule.ratePpm} ${rule.rateId}`;
}

function groupByRate(lines: readonly TaxableLine[], mode: TaxMode): Entry[][] {
  const groups = new Map<string, Entry[]>();
  lines.forEach((line, lineIndex) => {
    taxShares(line.taxes, mode).forEach((share, taxIndex) => {
      const key = rateKey(line.taxes[taxIndex]!);
      const exact = { numerator: BigInt(line.amountMinor) * share.numerator, denominator: share.denominator };
      const entry = { line: lineIndex, tax: taxIndex, exact };
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    });
  });
  return [...groups.values()];
}

function hasBothSigns(group: readonly Entry[]): boolean {
  return group.some(({ exact }) => exact.numerator < 0n) && group.some(({ exact }) => exact.numerator > 0n);
}

function roundAlone(exact: Fraction): Minor {
  return roundFraction(exact.numerator, exact.denominator, 'half-away-from-zero');
}

/** Works on the positive side, so that the mirror of a document gets the mirror of its taxes. */
function roundTogether(group: readonly Entry[]): Minor[] {
  const whole = addFractions(group.map((entry) => entry.exact));
  const leading = whole.numerator || (group.find((entry) => entry.exact.numerator)?.exact.numerator ?? 0n);
  const sign = leading < 0n ? -1n : 1n;
  const upright = group.map(({ exact }) => ({
    numerator: exact.numerator * sign,
    denominator: exact.denominator,
  }));
  const total = BigInt(roundAlone({ numerator: whole.numerator * sign, denominator: whole.denominator }));
  return spread(total, upright).map((part) => minor(part * Number(sign)));
}

/** Exact sum; lines with the same taxes share a denominator, so few denominators are ever multiplied. */
function addFractions(fractions: readonly Fraction[]): Fraction {
  const byDenominator = new Map<bigint, bigint>();
  for (const { numerator, denominator } of fractions) {
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  }
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  for (const [denominator, numerator] of byDenominator) {
    sum = {
      numerator: sum.numerator * denominator + numerator * sum.denominator,
      denominator: sum.denominator * denominator,
    };
  }
  return sum;
}
