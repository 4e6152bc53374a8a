import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import { MAX_QUANTITY_MILLI, quantityMilli } from '../../shared/values/quantity.ts';
import { lineGross } from '../pricing/price-cart.ts';
import { fitPrintedPrice, rescale } from './printed-price.ts';

const totalOf = (fit: { unitPriceMinor: number; quantityMilli: number }) =>
  lineGross({ unitPriceMinor: minor(fit.unitPriceMinor), quantityMilli: quantityMilli(fit.quantityMilli) });

describe('codes: a printed price (R30)', () => {
  it('is price ÷ unit price wherever that gives the label again', () => {
    expect(fitPrintedPrice(369, 299, null)).toEqual({ quantityMilli: 1234, unitPriceMinor: 299 });
    expect(fitPrintedPrice(125, 125, null)).toEqual({ quantityMilli: 1000, unitPriceMinor: 125 });
    // Seven grams cost 1 at 1.43 as well: the shelf price stays.
    expect(fitPrintedPrice(1, 149, null)).toEqual({ quantityMilli: 7, unitPriceMinor: 149 });
    // Less than half a gram is none: one gram at a price of its own.
    expect(fitPrintedPrice(1, 5000, null)).toEqual({ quantityMilli: 1, unitPriceMinor: 1000 });
  });

  it('moves the unit price by the least where grams are too coarse', () => {
    // 25.00 a kilogram: 0.333 kg is 8.33, 0.334 kg is 8.35; the label says 8.34.
    const fit = fitPrintedPrice(834, 2500, null)!;
    expect(fit.quantityMilli).toBe(334);
    expect(Math.abs(fit.unitPriceMinor - 2500)).toBeLessThanOrEqual(4);
    expect(totalOf(fit)).toBe(834);
  });

  it('keeps the weight that is printed beside the price', () => {
    expect(fitPrintedPrice(500, 299, 1234)).toEqual({ quantityMilli: 1234, unitPriceMinor: 405 });
  });

  it('comes to the printed price to the cent, always, up to half a ton', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 1, max: 100_000 }),
        (total, shelf) => {
          fc.pre(total * 1000 <= shelf * 500_000);
          const fit = fitPrintedPrice(total, shelf, null);
          expect(fit && totalOf(fit)).toBe(total);
        },
      ),
    );
  });

  it('comes to it with a printed weight, too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (total, weight) => {
          const fit = fitPrintedPrice(total, 1000, weight);
          expect(fit && totalOf(fit)).toBe(total);
        },
      ),
    );
  });

  it('is refused where nothing near comes to it, and beyond any quantity', () => {
    expect(fitPrintedPrice(1, 1000, 2000)).toBeNull();
    expect(fitPrintedPrice(999_999_999, 1, null)).toBeNull();
    expect(fitPrintedPrice(MAX_QUANTITY_MILLI / 1000, 1, null)).toEqual({
      quantityMilli: MAX_QUANTITY_MILLI,
      unitPriceMinor: 1,
    });
    expect(fitPrintedPrice(MAX_QUANTITY_MILLI / 1000 + 1, 1, null)).toBeNull();
  });
});

describe('codes: another scale', () => {
  it.each([
    [1234, 3, 3, 1234],
    [12340, 4, 3, 1234],
    [1234, 2, 3, 12340],
    [0, 0, 3, 0],
    [12345, 4, 3, null],
    [Number.MAX_SAFE_INTEGER, 0, 3, null],
    [Number.MAX_SAFE_INTEGER, 3, 3, Number.MAX_SAFE_INTEGER],
  ])('%d with %d decimals is, with %d, %s', (value, from, to, expected) => {
    expect(rescale(value, from, to)).toBe(expected);
  });
});
