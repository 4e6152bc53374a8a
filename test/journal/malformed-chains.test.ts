import { describe, expect, it } from 'vitest';
import { RECEIPT_FAULTS } from '../../src/domain/rksv/faults.ts';
import { forge, HONEST, verify } from './forge.ts';
import { CHAIN_CASES } from './malformed/chain-cases.ts';
import { FIELD_CASES } from './malformed/field-cases.ts';
import { SIGNATURE_CASES } from './malformed/signature-cases.ts';

const CASES = [...FIELD_CASES, ...SIGNATURE_CASES, ...CHAIN_CASES];

describe('the verifier', () => {
  it('accepts the honest chain that the bad ones are made from', () => {
    const verified = verify(forge(HONEST));
    expect(verified).toMatchObject({
      ok: true,
      value: { registerId: 'till-1', turnoverCents: 17_790n, unsignedCount: 1, head: { receiptCount: 8 } },
    });
  });

  it.each(CASES)('refuses $name', ({ receipts, position, receiptNumber, fault, head }) => {
    expect(verify(receipts(), head ?? null)).toEqual({
      ok: false,
      error: { code: 'badReceipt', position, receiptNumber, fault },
    });
  });

  it('was shown at least 60 different bad chains, and every reason it knows', () => {
    expect(new Set(CASES.map((each) => each.name)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map((each) => each.fault))).toEqual(new Set(RECEIPT_FAULTS));
  });

  it('accepts a chain that has grown since its head was noted', () => {
    const grown = forge(HONEST);
    const early = verify(grown.slice(0, 5));
    expect(early.ok && verify(grown, early.value.head).ok).toBe(true);
  });
});
