import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { RksvCrypto, VerifyEs256 } from './crypto.ts';
import type { FileFault } from './faults.ts';
import { isKeyId } from './payload.ts';

const AES_KEY_BYTES = 32;

/** What the key file holds, ready for use. */
export interface OpenKeys {
  readonly aesKey: Uint8Array;
  /** by key id */
  readonly verifiers: ReadonlyMap<string, VerifyEs256>;
}

/** A closed system has no certificates; several groups follow each other as one chain. */
const exportShape = z.strictObject({
  'Belege-Gruppe': z.array(
    z.strictObject({
      Signaturzertifikat: z.literal(''),
      Zertifizierungsstellen: z.array(z.never()),
      'Belege-kompakt': z.array(z.string()),
    }),
  ),
});

const keysShape = z.strictObject({
  base64AESKey: z.string().max(100),
  certificateOrPublicKeyMap: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      signatureDeviceType: z.literal('PUBLIC_KEY'),
      signatureCertificateOrPublicKey: z.string().max(1000),
    }),
  ),
});

/** @returns the text of dep-export.json */
export function writeExport(receipts: readonly string[]): string {
  const group = { Signaturzertifikat: '', Zertifizierungsstellen: [], 'Belege-kompakt': receipts };
  return `${JSON.stringify({ 'Belege-Gruppe': [group] }, null, 2)}\n`;
}

/** @param publicKeys  by key id, DER SubjectPublicKeyInfo
 *  @returns the text of crypto.json. It holds the AES key, a secret: it goes to the tax office, not on a receipt */
export function writeKeys(aesKey: Uint8Array, publicKeys: ReadonlyMap<string, Uint8Array>): string {
  const entries = Array.from(publicKeys, ([id, spki]) => [
    id,
    { id, signatureDeviceType: 'PUBLIC_KEY', signatureCertificateOrPublicKey: toBase64(spki) },
  ]);
  const keys = { base64AESKey: toBase64(aesKey), certificateOrPublicKeyMap: Object.fromEntries(entries) };
  return `${JSON.stringify(keys, null, 2)}\n`;
}

/** @returns the receipts in order, at least one */
export function readExport(text: string): Result<readonly string[], FileFault> {
  const json = parseJson(text);
  if (!json.ok) return err('exportNotJson');
  const parsed = exportShape.safeParse(json.value);
  if (!parsed.success) return err('exportShapeWrong');
  const receipts = parsed.data['Belege-Gruppe'].flatMap((group) => group['Belege-kompakt']);
  return receipts.length > 0 ? ok(receipts) : err('exportEmpty');
}

export function readKeys(text: string, crypto: RksvCrypto): Result<OpenKeys, FileFault> {
  const json = parseJson(text);
  if (!json.ok) return err('keysNotJson');
  const parsed = keysShape.safeParse(json.value);
  if (!parsed.success) return err('keysShapeWrong');
  const aesKey = fromBase64(parsed.data.base64AESKey);
  if (aesKey?.length !== AES_KEY_BYTES) return err('aesKeyWrong');
  const verifiers = new Map<string, VerifyEs256>();
  for (const [name, entry] of Object.entries(parsed.data.certificateOrPublicKeyMap)) {
    if (entry.id !== name || !isKeyId(name)) return err('keyNameWrong');
    const spki = fromBase64(entry.signatureCertificateOrPublicKey);
    const verify = spki && crypto.openEs256Key(spki);
    if (!verify) return err('publicKeyWrong');
    verifiers.set(name, verify);
  }
  return ok({ aesKey, verifiers });
}

function parseJson(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}
