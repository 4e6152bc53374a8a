import { describe, expect, it } from 'vitest';
import type { PriceCartInput, PricedCart, PricedLine } from '../../src/domain/pricing/cart-types.ts';
import { priceCart } from '../../src/domain/pricing/price-cart.ts';
import { refundLines, remainingOf } from '../../src/domain/pricing/refund-document.ts';
import { type OriginalPayment, type Payout, refundTenders } from '../../src/domain/tender/refund-tenders.ts';
import { settle, type TenderedPayment } from '../../src/domain/tender/settle.ts';
import { minor } from '../../src/shared/values/money.ts';
import { quantityMilli } from '../../src/shared/values/quantity.ts';
import { nettedTax, reckon, refundedSoFar } from '../model/exact-cart.ts';
import { type Dice, dice, randomCart, seeded } from '../model/random-cart.ts';

/** A mutation run repeats this for every break it tries: it asks for fewer. */
const CARTS = Number(process.env['MONEY_CARTS'] ?? 100_000);
const SEED = 20_260_101;

/** Each check answers the first thing that is wrong, or null. */
type Check = string | null;

describe('money', () => {
  it(`agrees with exact fractions on ${CARTS} random carts, refunds and payments`, () => {
    const d = dice(seeded(SEED));
    const wrong: string[] = [];
    const counts = { refundSteps: 0, payments: 0 };
    const currencies = new Map<string, number>();
    for (let cart = 0; cart < CARTS; cart += 1) {
      const input = randomCart(d);
      const priced = priceCart(input);
      currencies.set(input.currency, (currencies.get(input.currency) ?? 0) + 1);
      const found =
        checkModel(input, priced) ??
        checkSums(priced) ??
        (cart % 4 === 0 ? checkMirror(input, priced) : null) ??
        checkExchange(d, input) ??
        checkPartRefunds(d, priced, counts) ??
        checkTenders(d, priced, counts);
      if (found) wrong.push(`cart ${cart}: ${found}: ${JSON.stringify(input)}`);
      if (wrong.length > 3) break;
    }
    console.info(
      `money: ${CARTS} carts (${[...currencies].map(([code, n]) => `${code} ${n}`).join(', ')}), ` +
        `${counts.refundSteps} refund lines, ${counts.payments} payments, seed ${SEED}, ${wrong.length} mismatches`,
    );
    expect(wrong).toEqual([]);
  }, 120_000);
});

function checkModel(input: PriceCartInput, priced: PricedCart): Check {
  const model = reckon(input);
  if (model.total !== priced.totalMinor) return `total ${priced.totalMinor}, exactly ${model.total}`;
  for (const [index, line] of priced.lines.entries()) {
    const exact = model.lines[index]!;
    const same =
      line.grossBeforeMinor === exact.gross &&
      line.payableMinor === exact.payable &&
      line.netMinor === exact.net &&
      line.taxes.every((tax, t) => tax.amountMinor === exact.taxes[t]);
    if (!same) return `line ${index}`;
  }
  const rates = priced.taxSummary.filter((rate) => rate.taxMinor !== model.taxByRate[rate.rateId]);
  return rates.length > 0 ? `rate ${rates[0]!.rateId}` : null;
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function checkSums(priced: PricedCart): Check {
  if (total(priced.lines.map((line) => line.payableMinor)) !== priced.totalMinor)
    return 'lines do not sum to the total';
  const lineTaxes = total(priced.lines.flatMap((line) => line.taxes.map((tax) => tax.amountMinor)));
  const summary = total(priced.taxSummary.map((rate) => rate.taxMinor));
  if (lineTaxes !== priced.taxMinor || summary !== priced.taxMinor) return 'taxes do not sum to the summary';
  const extra = priced.taxMode === 'included' ? 0 : priced.taxMinor;
  if (priced.subtotalMinor + priced.discountMinor + extra !== priced.totalMinor)
    return 'subtotal and discounts';
  if (priced.totalMinor < 0 || priced.lines.some((line) => line.payableMinor < 0)) return 'below zero';
  const split = priced.lines.every(
    (line) => line.netMinor + total(line.taxes.map((tax) => tax.amountMinor)) === line.payableMinor,
  );
  return split ? null : 'net and tax do not sum to the line';
}

/** The amounts of a document that must turn their sign, flat. */
function amounts(lines: readonly PricedLine[]): number[] {
  return lines.flatMap((line) => [
    line.quantityMilli,
    line.grossBeforeMinor,
    line.payableMinor,
    line.netMinor,
    ...line.adjustments.map((row) => row.amountMinor),
    ...line.taxes.flatMap((tax) => [tax.amountMinor, tax.baseMinor]),
  ]);
}

const opposite = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((x, i) => x + b[i]! === 0);

function checkMirror(input: PriceCartInput, priced: PricedCart): Check {
  const turned = input.lines.map((line) => ({ ...line, quantityMilli: quantityMilli(-line.quantityMilli) }));
  const mirror = priceCart({ ...input, lines: turned });
  if (!opposite(amounts(mirror.lines), amounts(priced.lines))) return 'the negated cart is no mirror';
  const returned = priced.lines.map(({ lineId, quantityMilli: quantity }) => ({
    lineId,
    quantityMilli: quantity,
  }));
  const refund = refundLines({
    taxMode: priced.taxMode,
    soldLines: priced.lines,
    earlierRefundLines: [],
    returned,
  });
  return refund.ok && opposite(amounts(refund.value.lines), amounts(priced.lines))
    ? null
    : 'the full refund is no mirror';
}

/** Goods sold and brought back in one document: each rate is netted, and lines still add up. */
function checkExchange(d: Dice, sold: PriceCartInput): Check {
  const turn = (line: PriceCartInput['lines'][number], back: boolean) =>
    back ? { ...line, quantityMilli: quantityMilli(-line.quantityMilli) } : line;
  const input = { ...sold, orderDiscounts: [], lines: sold.lines.map((line) => turn(line, d.chance(0.4))) };
  const priced = priceCart(input);
  const mirror = priceCart({ ...input, lines: input.lines.map((line) => turn(line, true)) });
  if (!opposite(amounts(mirror.lines), amounts(priced.lines))) return 'the negated exchange is no mirror';
  if (total(priced.lines.map((line) => line.payableMinor)) !== priced.totalMinor) return 'exchange total';
  const discounted = priced.lines.map((line) =>
    input.taxMode === 'included' ? line.payableMinor : line.netMinor,
  );
  const off = priced.taxSummary.find((rate) => {
    const touched = discounted.filter(
      (amount, i) => amount !== 0 && hasTax(input, i, rate.rateId, rate.ratePpm),
    );
    const netted = input.taxRounding === 'document' || (Math.min(...touched) < 0 && Math.max(...touched) > 0);
    return netted && rate.taxMinor !== nettedTax(input, discounted, rate.rateId);
  });
  return off ? `exchange: ${off.rateId} not netted` : null;
}

function hasTax(input: PriceCartInput, index: number, rateId: string, ratePpm: number): boolean {
  return ratePpm > 0 && input.lines[index]!.taxes.some((tax) => tax.rateId === rateId);
}

/** Returns lines bit by bit until nothing is left, then compares the sum of all refunds with the sale. */
function checkPartRefunds(d: Dice, priced: PricedCart, counts: { refundSteps: number }): Check {
  const earlier: PricedLine[] = [];
  for (let step = 0; step < 3; step += 1) {
    const returned = priced.lines.flatMap((line) => {
      const left = remainingOf(line, earlier);
      const part = step === 2 ? left : d.upTo(left);
      return part > 0 ? [{ lineId: line.lineId, quantityMilli: quantityMilli(part) }] : [];
    });
    const refund = refundLines({
      taxMode: priced.taxMode,
      soldLines: priced.lines,
      earlierRefundLines: earlier,
      returned,
    });
    if (!refund.ok) return refund.error.code;
    earlier.push(...refund.value.lines);
    counts.refundSteps += refund.value.lines.length;
    const off = priced.lines.find((line) => !followsFormula(line, earlier));
    if (off) return `refund of ${off.lineId} at step ${step}`;
  }
  return priced.lines.every((line) => wholeCameBack(line, earlier))
    ? null
    : 'part refunds do not sum to the sale';
}

function followsFormula(line: PricedLine, earlier: readonly PricedLine[]): boolean {
  const back = earlier.filter((refund) => refund.lineId === line.lineId);
  const cumulative = -total(back.map((refund) => refund.quantityMilli));
  const soFar = (paid: number) => refundedSoFar(paid, cumulative, line.quantityMilli);
  const paidBack = -total(back.map((refund) => refund.payableMinor));
  const taxesFit = line.taxes.every(
    (tax, t) => soFar(tax.amountMinor) === -total(back.map((refund) => refund.taxes[t]!.amountMinor)) + 0,
  );
  return paidBack === soFar(line.payableMinor) && taxesFit;
}

function wholeCameBack(line: PricedLine, earlier: readonly PricedLine[]): boolean {
  const back = earlier.filter((refund) => refund.lineId === line.lineId).map((refund) => amounts([refund]));
  const sums = amounts([line]).map((_, place) => total(back.map((row) => row[place]!)));
  return opposite(sums, amounts([line]));
}

const STEPS = [1, 5, 10, 100];

/** Pays with a random split, then refunds in two parts: what was kept goes back, to the cent. */
function checkTenders(d: Dice, priced: PricedCart, counts: { payments: number }): Check {
  const due = priced.totalMinor;
  const cashStepMinor = d.pick(STEPS);
  const card = d.upTo(due);
  const payments: TenderedPayment[] =
    card > 0 && d.chance(0.6) ? [{ kind: 'card', amountMinor: minor(card) }] : [];
  payments.push({ kind: 'cash', amountMinor: minor(due + d.upTo(1000) + cashStepMinor) });
  const settled = settle({ totalMinor: due, payments, cashStepMinor });
  if (!settled.ok || !settled.value.complete) return 'not settled';
  const { paidMinor, changeMinor, roundingMinor, cashDueMinor } = settled.value;
  counts.payments += payments.length;
  if (paidMinor - changeMinor !== due + roundingMinor || cashDueMinor % cashStepMinor !== 0) return 'change';
  const originals = payments.map(
    (payment, index): OriginalPayment => ({
      ...payment,
      paymentId: `p-${index}`,
      changeMinor: payment.kind === 'cash' ? changeMinor : minor(0),
    }),
  );
  const part = minor(d.upTo(due));
  const earlierPayouts: Payout[] = [];
  for (const refundMinor of [part, minor(due - part)]) {
    const refund = refundTenders({
      payments: originals,
      saleTotalMinor: due,
      refundMinor,
      earlierPayouts,
      cashStepMinor,
    });
    if (!refund.ok) return refund.error.code;
    earlierPayouts.push(...refund.value.payouts);
  }
  const handedBack = total(earlierPayouts.map((payout) => payout.amountMinor));
  return handedBack === paidMinor - changeMinor
    ? null
    : `kept ${paidMinor - changeMinor}, gave back ${handedBack}`;
}
