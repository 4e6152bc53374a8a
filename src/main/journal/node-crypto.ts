import {
  createCipheriv,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { RksvCrypto, SignEs256, VerifyEs256 } from '../../domain/rksv/crypto.ts';

/** R then S instead of DER. */
const dsaEncoding = 'ieee-p1363';

/** The format's cryptography by Node. */
export const nodeCrypto: RksvCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  aes256Ctr: (key, iv, bytes) => {
    const cipher = createCipheriv('aes-256-ctr', key, iv);
    return Buffer.concat([cipher.update(bytes), cipher.final()]);
  },
  openEs256Key,
};

export interface SoftwareSigningDevice {
  readonly keyId: string;
  readonly publicKeySpki: Uint8Array;
  readonly signEs256: SignEs256;
}

/** A signing device for trials: its key lives as long as the process. */
export function createSigningDevice(keyId: string): SoftwareSigningDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    keyId,
    publicKeySpki: toSpki(publicKey),
    signEs256: signEs256With(privateKey),
  };
}

export function signEs256With(privateKey: KeyObject): SignEs256 {
  return (message) => sign('sha256', message, { key: privateKey, dsaEncoding });
}

function openEs256Key(spki: Uint8Array): VerifyEs256 | null {
  const key = readPublicKey(spki);
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1' || !toSpki(key).equals(spki)) return null;
  return (message, signature) => verify('sha256', message, { key, dsaEncoding }, signature);
}

function readPublicKey(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function toSpki(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}
