/** The cryptography the format needs. Handed in: the domain has no platform. */
export interface RksvCrypto {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Encrypts and, being a key stream, decrypts. @param key 32 bytes @param iv 16 bytes: the first counter block */
  readonly aes256Ctr: (key: Uint8Array, iv: Uint8Array, bytes: Uint8Array) => Uint8Array;
  /** @param spki  a public key, DER SubjectPublicKeyInfo
   *  @returns what checks signatures of that key; null when it is no P-256 key or not in its one DER spelling */
  readonly openEs256Key: (spki: Uint8Array) => VerifyEs256 | null;
}

/** @param signature  64 bytes, R then S, both big-endian (not DER) */
export type VerifyEs256 = (message: Uint8Array, signature: Uint8Array) => boolean;

/** @returns 64 bytes, R then S, both big-endian (not DER) */
export type SignEs256 = (message: Uint8Array) => Uint8Array;
