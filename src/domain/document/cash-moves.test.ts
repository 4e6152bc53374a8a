import { describe, expect, it } from 'vitest';
import { cashMovesOf } from './cash-moves.ts';
import type { DocumentKind, DocumentPayment } from './closed-document.ts';

const payment = (id: string, kind: string, tenderedMinor: number, changeMinor = 0): DocumentPayment => ({
  id,
  position: 0,
  kind,
  label: '',
  amountMinor: tenderedMinor - changeMinor,
  tenderedMinor,
  changeMinor,
  roundingMinor: 0,
  reference: null,
  originalPaymentId: null,
});
const movesOf = (kind: DocumentKind, payments: readonly DocumentPayment[]) =>
  cashMovesOf({ kind, payments }).map((move) => [move.kind, move.amountMinor, move.paymentId]);

describe('the cash that a document moves', () => {
  it('goes in as handed over and out as change, each payment by itself', () => {
    const payments = [
      payment('a', 'cash', 500),
      payment('b', 'card', 700),
      payment('c', 'cash', 2000, 630),
      payment('d', 'other', 100),
    ];
    expect(movesOf('sale', payments)).toEqual([
      ['tendered', 500, 'a'],
      ['tendered', 2000, 'c'],
      ['change', 630, 'c'],
    ]);
  });

  it('goes out of the drawer when it is given back, as a positive amount (R11)', () => {
    expect(movesOf('refund', [payment('a', 'cash', -450), payment('b', 'card', -300)])).toEqual([
      ['refund', 450, 'a'],
    ]);
  });

  it('is none where no coin changed hands', () => {
    expect(movesOf('sale', [payment('a', 'cash', 0)])).toEqual([]);
    expect(movesOf('sale', [])).toEqual([]);
  });

  it('is none in practice', () => {
    expect(movesOf('training', [payment('a', 'cash', 2000, 630)])).toEqual([]);
  });
});
