import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { SignEs256 } from '../../domain/rksv/crypto.ts';
import { KeyWrap } from './key-wrap.ts';
import { signEs256With } from './node-crypto.ts';

const AES_KEY_BYTES = 32;

interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

/** The keys of this shop's registers, opened once and then kept in memory. Ids are never used twice, so what is kept
 *  stays right when the shop behind it is replaced by a backup. */
export class SigningKeys {
  readonly #wrap: KeyWrap;
  readonly #aesKeys = new Map<string, Uint8Array>();
  readonly #signers = new Map<string, SignEs256>();

  constructor(dataDir: string) {
    this.#wrap = new KeyWrap(dataDir);
  }

  /** For the turnover counter of a new chain. */
  makeAesKey(chainId: string): { readonly aesKey: Uint8Array; readonly wrapped: Buffer } {
    const aesKey = randomBytes(AES_KEY_BYTES);
    return { aesKey, wrapped: this.#wrap.wrap(aesLabel(chainId), aesKey) };
  }

  makeSigningKey(keyId: string): { readonly publicKey: Buffer; readonly wrapped: Buffer } {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
    return {
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
      wrapped: this.#wrap.wrap(signingLabel(keyId), pkcs8),
    };
  }

  /** @returns null where the key file is missing or another one */
  aesKey({ id, wrapped }: WrappedKey): Uint8Array | null {
    const known = this.#aesKeys.get(id);
    if (known) return known;
    const opened = this.#wrap.unwrap(aesLabel(id), wrapped);
    if (opened) this.#aesKeys.set(id, opened);
    return opened;
  }

  /** @returns null while the key cannot be used: the signing device is out of order */
  signer({ id, wrapped }: WrappedKey): SignEs256 | null {
    const known = this.#signers.get(id);
    if (known) return known;
    const key = this.#openPrivateKey(id, wrapped);
    if (!key) return null;
    const sign = signEs256With(key);
    this.#signers.set(id, sign);
    return sign;
  }

  #openPrivateKey(id: string, wrapped: Uint8Array): KeyObject | null {
    const pkcs8 = this.#wrap.unwrap(signingLabel(id), wrapped);
    if (!pkcs8) return null;
    try {
      return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    } catch {
      return null;
    }
  }
}

function aesLabel(chainId: string): string {
  return `turnover ${chainId}`;
}

function signingLabel(keyId: string): string {
  return `signing ${keyId}`;
}
