import { describe, expect, it } from 'vitest';
import {
  issueReceipt,
  newRegisterChain,
  type ReceiptOrder,
  type RegisterChain,
  type SigningDevice,
} from '../../src/domain/rksv/issue-receipt.ts';
import { NO_SUMS } from '../../src/domain/rksv/tax-sums.ts';
import { nodeCrypto } from '../../src/main/journal/node-crypto.ts';
import { AES_KEY, DEVICES, fieldsOf, REGISTER, verify } from './forge.ts';

const working: SigningDevice = DEVICES[0]!;
const broken: SigningDevice = { ...working, signEs256: null };
const START: ReceiptOrder = {
  receiptNumber: 'R1',
  issuedAt: '2026-03-11T03:57:08',
  kind: 'counted',
  sums: NO_SUMS,
};
const SALE: ReceiptOrder = { ...START, receiptNumber: 'R2', sums: { ...NO_SUMS, normalCents: 1234 } };
const fresh = newRegisterChain(REGISTER, AES_KEY);

function issue(chain: RegisterChain, order: ReceiptOrder, device = working) {
  return issueReceipt(chain, order, device, nodeCrypto);
}

function mustIssue(chain: RegisterChain, order: ReceiptOrder, device = working) {
  const issued = issue(chain, order, device);
  if (!issued.ok) throw new Error(issued.error);
  return issued.value;
}

const started = mustIssue(fresh, START);

describe('issuing a receipt', () => {
  it('writes what the verifier accepts, register by register', () => {
    const sale = mustIssue(started.chain, SALE, { ...DEVICES[1]! });
    const training = mustIssue(sale.chain, { ...SALE, receiptNumber: 'R3', kind: 'training' });
    const undone = mustIssue(training.chain, {
      ...SALE,
      receiptNumber: 'R4',
      kind: 'cancellation',
      sums: { ...NO_SUMS, normalCents: -2000 },
    });
    const receipts = [started, sale, training, undone].map((issued) => issued.jws);
    expect(verify(receipts)).toMatchObject({ ok: true, value: { turnoverCents: -766n } });
    expect(undone.chain.ledger.turnoverCents).toBe(-766n);
    expect(fieldsOf(sale.jws).slice(0, 9)).toEqual([
      'R1-AT0',
      'till-1',
      'R2',
      '2026-03-11T03:57:08',
      '12,34',
      '0,00',
      '0,00',
      '0,00',
      '0,00',
    ]);
  });

  it('goes on without the device and asks for a zero receipt after its repair', () => {
    const unsigned = mustIssue(started.chain, SALE, broken);
    const next = { ...SALE, receiptNumber: 'R3' };
    expect(issue(unsigned.chain, next)).toEqual({ ok: false, error: 'zeroReceiptMissing' });
    const zero = mustIssue(unsigned.chain, { ...next, sums: NO_SUMS });
    const sale = mustIssue(zero.chain, { ...next, receiptNumber: 'R4' });
    expect(verify([started, unsigned, zero, sale].map((issued) => issued.jws))).toMatchObject({
      ok: true,
      value: { unsignedCount: 1, turnoverCents: 2468n },
    });
  });

  it.each([
    ['startNotZero', SALE, working],
    ['startNotZero', { ...START, kind: 'training' }, working],
    ['startNotSigned', START, broken],
    ['receiptNumberWrong', { ...START, receiptNumber: 'R_1' }, working],
    ['receiptNumberWrong', { ...START, receiptNumber: 'R\ud800' }, working],
    ['timeWrong', { ...START, issuedAt: '2026-02-30T10:00:00' }, working],
    ['sumWrong', { ...START, sums: { ...NO_SUMS, zeroCents: 0.5 } }, working],
    ['keyIdWrong', START, { ...working, keyId: 'K0' }],
    ['signatureLengthWrong', START, { ...working, signEs256: () => new Uint8Array(70) }],
  ] as const)('does not begin with a receipt that would be %s', (fault, order, device) => {
    expect(issue(fresh, order, device)).toEqual({ ok: false, error: fault });
  });

  it('does not begin for a register whose id would part the fields', () => {
    expect(issue(newRegisterChain('till_1', AES_KEY), START)).toEqual({
      ok: false,
      error: 'registerIdWrong',
    });
  });

  it('does not let the turnover counter run over', () => {
    const full = { ...started.chain, ledger: { ...started.chain.ledger, turnoverCents: 2n ** 63n - 1n } };
    expect(issue(full, SALE)).toEqual({ ok: false, error: 'turnoverOverflow' });
    expect(issue(full, { ...SALE, kind: 'training' }).ok).toBe(true);
  });
});
