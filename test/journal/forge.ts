import { chainValueAfter } from '../../src/domain/rksv/chain-value.ts';
import { writeExport, writeKeys } from '../../src/domain/rksv/export-files.ts';
import { signedTextOf, writeJws } from '../../src/domain/rksv/jws.ts';
import { writePayload } from '../../src/domain/rksv/payload.ts';
import { NO_SUMS, type TaxSums, totalCents } from '../../src/domain/rksv/tax-sums.ts';
import { type ReceiptKind, turnoverField } from '../../src/domain/rksv/turnover.ts';
import { toUtf8 } from '../../src/domain/rksv/utf8.ts';
import { type RksvHead, verifyExport } from '../../src/domain/rksv/verify-export.ts';
import { createSigningDevice, nodeCrypto } from '../../src/main/journal/node-crypto.ts';

export const AES_KEY = new Uint8Array(32).fill(7);
export const REGISTER = 'till-1';
export const DEVICES = [createSigningDevice('U:ATU12345678-K0'), createSigningDevice('U:ATU12345678-K1')];
export const KEYS = writeKeys(
  AES_KEY,
  new Map(DEVICES.map((device) => [device.keyId, device.publicKeySpki])),
);

/** A receipt as someone with the signing key might write it, rules kept or not. */
export interface Forged {
  readonly number: string;
  readonly kind?: ReceiptKind;
  readonly sums?: Partial<TaxSums>;
  readonly broken?: boolean;
  /** changes the twelve fields before they are signed */
  readonly fields?: (fields: readonly string[], earlier: readonly string[]) => readonly string[];
  /** changes the finished receipt; the next one is chained to what comes out */
  readonly jws?: (jws: string) => string;
}

/** Eight honest receipts: start, two sales, a training, a cancellation, a sale without device, a zero receipt, a sale. */
export const HONEST: readonly Forged[] = [
  { number: 'R1' },
  { number: 'R2', sums: { normalCents: 1234, reduced1Cents: 250, zeroCents: 1 } },
  {
    number: 'R3',
    sums: {
      normalCents: 1100,
      reduced1Cents: 2200,
      reduced2Cents: 3300,
      zeroCents: 4400,
      specialCents: 5500,
    },
  },
  { number: 'R4', kind: 'training', sums: { normalCents: 99_999 } },
  { number: 'R5', kind: 'cancellation', sums: { normalCents: -1234, reduced1Cents: -250, zeroCents: -1 } },
  { number: 'R6', sums: { specialCents: 500 }, broken: true },
  { number: 'R7' },
  { number: 'R8', sums: { reduced2Cents: 790 } },
];

/** Honest but for one receipt. @param position  1 is the first */
export function honestBut(position: number, change: Partial<Forged>): readonly string[] {
  return forge(
    HONEST.map((receipt, index) => (index === position - 1 ? { ...receipt, ...change } : receipt)),
  );
}

/** Signs and chains every receipt afresh, so that nothing is wrong but what was asked for. */
export function forge(receipts: readonly Forged[], registerId = REGISTER): readonly string[] {
  const written: string[] = [];
  let turnoverCents = 0n;
  for (const receipt of receipts) {
    const sums = { ...NO_SUMS, ...receipt.sums };
    if (receipt.kind !== 'training') turnoverCents = BigInt.asIntN(64, turnoverCents + totalCents(sums));
    const fields = payloadFields(receipt, sums, turnoverCents, registerId, written);
    const changed = receipt.fields?.(fields, written) ?? fields;
    const jws = sealed(changed, receipt.broken ?? false);
    written.push(receipt.jws?.(jws) ?? jws);
  }
  return written;
}

/** @param fields  what is signed, by the first device */
export function sealed(fields: readonly string[], broken = false): string {
  const signedText = signedTextOf(fields.map((field) => `_${field}`).join(''));
  return writeJws(signedText, broken ? null : DEVICES[0]!.signEs256(toUtf8(signedText)));
}

export function fieldsOf(jws: string): readonly string[] {
  return Buffer.from(jws.split('.')[1]!, 'base64url').toString('utf8').split('_').slice(1);
}

/** Another payload under the old signature: what someone without the key can do. */
export function withFields(jws: string, change: (fields: readonly string[]) => readonly string[]): string {
  const text = change(fieldsOf(jws))
    .map((field) => `_${field}`)
    .join('');
  return `${signedTextOf(text)}.${jws.split('.')[2]}`;
}

export function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return list.map((old, at) => (at === index ? item : old));
}

export function swapped<T>(list: readonly T[], a: number, b: number): readonly T[] {
  return replaced(replaced(list, a, list[b]!), b, list[a]!);
}

export function verify(receipts: readonly string[], head: RksvHead | null = null) {
  return verifyExport({ exportText: writeExport(receipts), keysText: KEYS }, nodeCrypto, head);
}

function payloadFields(
  { number, kind = 'counted' }: Forged,
  sums: TaxSums,
  turnoverCents: bigint,
  registerId: string,
  written: readonly string[],
): readonly string[] {
  const lock = { aesKey: AES_KEY, registerId, receiptNumber: number };
  const payload = {
    registerId,
    receiptNumber: number,
    issuedAt: '2026-03-11T03:57:08',
    sums,
    turnover: turnoverField(kind, turnoverCents, lock, nodeCrypto),
    keyId: DEVICES[0]!.keyId,
    chainValue: chainValueAfter(written.at(-1) ?? registerId, nodeCrypto),
  };
  return writePayload(payload).split('_').slice(1);
}
