import { describe, expect, it } from 'vitest';
import { minor } from '../../shared/values/money.ts';
import type { ClosedDocument, DocumentLine } from '../document/closed-document.ts';
import { keyIdOf } from './key-id.ts';
import { localTime, receiptOf, sumFor, toCents } from './receipt-of-document.ts';
import { NO_SUMS } from './tax-sums.ts';

type Facts = Parameters<typeof receiptOf>[0];

const tax = (ratePpm: number): DocumentLine['taxes'][number] => ({
  rateId: `rate-${ratePpm}`,
  jurisdiction: 'AT',
  name: 'USt',
  ratePpm,
  sequence: 1,
  compound: false,
  baseMinor: minor(0),
  amountMinor: minor(0),
});
const line = (payableMinor: number, ...rates: number[]) => ({ payableMinor, taxes: rates.map(tax) });

const sale: Facts = {
  kind: 'sale',
  originalDocumentId: null,
  fiscalNumber: 'T1-000007',
  closedAtMs: Date.UTC(2026, 2, 31, 22, 59, 59, 900),
  zoneOffsetMinutes: 120,
  currencyExponent: 2,
  lines: [],
};
const sumsOf = (lines: Facts['lines'], currencyExponent = 2) =>
  receiptOf({ ...sale, lines, currencyExponent }).sums;

describe('a document as the signed format sees it', () => {
  it('has its own number and the wall clock of the shop', () => {
    expect(receiptOf(sale)).toEqual({
      receiptNumber: 'T1-000007',
      issuedAt: '2026-04-01T00:59:59',
      kind: 'counted',
      sums: NO_SUMS,
    });
    expect(localTime(sale.closedAtMs, -300)).toBe('2026-03-31T17:59:59');
  });

  it.each<[Pick<ClosedDocument, 'kind' | 'originalDocumentId'>, string]>([
    [{ kind: 'sale', originalDocumentId: null }, 'counted'],
    [{ kind: 'refund', originalDocumentId: 'sale-1' }, 'cancellation'],
    [{ kind: 'refund', originalDocumentId: null }, 'counted'],
    [{ kind: 'training', originalDocumentId: null }, 'training'],
  ])('%j is %s', (facts, kind) => {
    expect(receiptOf({ ...sale, ...facts }).kind).toBe(kind);
  });

  it.each([
    [200_000, 'normalCents'],
    [100_000, 'reduced1Cents'],
    [130_000, 'reduced2Cents'],
    [190_000, 'specialCents'],
    [0, 'zeroCents'],
    [1, 'reduced1Cents'],
    [99_999, 'reduced1Cents'],
    [100_001, 'reduced2Cents'],
    [149_999, 'reduced2Cents'],
    [150_000, 'normalCents'],
    [270_000, 'normalCents'],
  ])('%i millionths count as %s', (ratePpm, sum) => {
    expect(sumFor(ratePpm)).toBe(sum);
  });

  it('adds what was payable by rate; several taxes on a line are one rate, none is zero', () => {
    expect(
      sumsOf([
        line(1200, 200_000),
        line(600, 200_000),
        line(110, 100_000),
        line(113, 130_000),
        line(119, 190_000),
        line(500),
        line(-100),
        line(1137, 50_000, 80_000),
      ]),
    ).toEqual({
      normalCents: 1800,
      reduced1Cents: 110,
      reduced2Cents: 1250,
      zeroCents: 400,
      specialCents: 119,
    });
  });

  it('rounds each sum once, and not line by line, where a currency has more decimals', () => {
    expect(sumsOf([line(1004, 200_000), line(1004, 200_000)], 3).normalCents).toBe(201);
    expect(sumsOf([line(-1005, 200_000)], 3).normalCents).toBe(-101);
  });

  it.each([
    [1234, 2, 1234],
    [12, 0, 1200],
    [-3, 0, -300],
    [-0, 2, 0],
    [1234, 3, 123],
    [1235, 3, 124],
    [-1234, 3, -123],
    [-1235, 3, -124],
    [12_349, 4, 123],
    [12_350, 4, 124],
    [-4, 3, 0],
    [4, 3, 0],
  ])('%d with %d decimals is %d cents', (amountMinor, exponent, cents) => {
    expect(toCents(amountMinor, exponent)).toBe(cents);
  });
});

describe('the name of a key', () => {
  it.each([
    ['ATU12345678', 'U:ATU12345678-K0'],
    [' atu 1234-5678 ', 'U:ATU12345678-K0'],
    ['ATU1234567', 'S:ATU1234567-K0'],
    ['ATU123456789', 'S:ATU123456789-K0'],
    ['XATU12345678', 'S:XATU12345678-K0'],
    ['GB 123/45', 'S:GB12345-K0'],
    ['', 'S:TWmark-K0'],
    ['–', 'S:TWmark-K0'],
  ])('of the tax number %j is %s', (taxNumber, name) => {
    expect(keyIdOf(taxNumber, 'mark', 'K0')).toBe(name);
  });
});
