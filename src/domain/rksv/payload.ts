import { err, ok, type Result } from '../../shared/result.ts';
import { isBusinessDay } from '../../shared/values/business-day.ts';
import { fromBase64 } from './base64.ts';
import { CHAIN_VALUE_BYTES } from './chain-value.ts';
import type { ReceiptFault } from './faults.ts';
import { formatSum, listSums, parseSum, type TaxSums } from './tax-sums.ts';
import { kindOf, TURNOVER_BYTES } from './turnover.ts';

/** Austria's first suite, closed system: keys named by the company instead of certificates. */
const SUITE = 'R1-AT0';
/** Each led by '_', so that splitting gives one piece more, the first one empty. */
const FIELD_COUNT = 12;

/** What a receipt signs. */
export interface ReceiptPayload {
  readonly registerId: string;
  readonly receiptNumber: string;
  /** local time of the shop, 'YYYY-MM-DDThh:mm:ss' */
  readonly issuedAt: string;
  readonly sums: TaxSums;
  /** Base64: the encrypted turnover, or the mark of a training or cancellation */
  readonly turnover: string;
  /** closed system: company and key, 'U:ATU12345678-K0' */
  readonly keyId: string;
  /** Base64 of 8 bytes */
  readonly chainValue: string;
}

export function writePayload(payload: ReceiptPayload): string {
  const { registerId, receiptNumber, issuedAt, sums, turnover, keyId, chainValue } = payload;
  const sumTexts = listSums(sums).map(formatSum);
  const fields = [SUITE, registerId, receiptNumber, issuedAt, ...sumTexts, turnover, keyId, chainValue];
  return fields.map((field) => `_${field}`).join('');
}

/** Reads exactly what `writePayload` writes. */
export function parsePayload(text: string): Result<ReceiptPayload, ReceiptFault> {
  const [lead, ...fields] = text.split('_');
  if (lead !== '' || fields.length !== FIELD_COUNT) return err('fieldCountWrong');
  const [suite, registerId, receiptNumber, issuedAt] = fields as [string, string, string, string];
  const [turnover, keyId, chainValue] = fields.slice(9) as [string, string, string];
  const sums = parseSums(fields.slice(4, 9));
  if (suite !== SUITE) return err('suiteUnknown');
  if (!sums) return err('sumWrong');
  const payload = { registerId, receiptNumber, issuedAt, sums, turnover, keyId, chainValue };
  const fault = findFieldFault(payload);
  return fault ? err(fault) : ok(payload);
}

/** @returns null when every field is of its form; sums are numbers already and are not looked at */
export function findFieldFault(payload: ReceiptPayload): ReceiptFault | null {
  if (!isName(payload.registerId)) return 'registerIdWrong';
  if (!isName(payload.receiptNumber)) return 'receiptNumberWrong';
  if (!isLocalTime(payload.issuedAt)) return 'timeWrong';
  if (!isKeyId(payload.keyId)) return 'keyIdWrong';
  if (fromBase64(payload.chainValue)?.length !== CHAIN_VALUE_BYTES) return 'chainValueEncodingWrong';
  return findTurnoverFault(payload.turnover);
}

/** Company by VAT number (U), tax number (S) or GLN (G), then the key. */
export function isKeyId(text: string): boolean {
  return isName(text) && /^[USG]:[^-]+-.+$/.test(text);
}

function findTurnoverFault(field: string): ReceiptFault | null {
  const bytes = fromBase64(field);
  if (!bytes) return 'turnoverEncodingWrong';
  return kindOf(field) !== 'counted' || bytes.length === TURNOVER_BYTES ? null : 'turnoverLengthWrong';
}

function parseSums(texts: readonly string[]): TaxSums | null {
  const cents = texts.map(parseSum);
  const [normalCents, reduced1Cents, reduced2Cents, zeroCents, specialCents] = cents as number[];
  if (cents.includes(null)) return null;
  return {
    normalCents: normalCents!,
    reduced1Cents: reduced1Cents!,
    reduced2Cents: reduced2Cents!,
    zeroCents: zeroCents!,
    specialCents: specialCents!,
  };
}

/** '_' parts the fields; what cannot be printed cannot be read off a receipt. */
function isName(text: string): boolean {
  return /^[^_\u0000-\u001f\u007f]+$/.test(text) && text.isWellFormed();
}

function isLocalTime(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isBusinessDay(text.slice(0, 10));
}
