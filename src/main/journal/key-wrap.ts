import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolderOf } from '../storage/backup.ts';

const FILE = 'signing.key';
const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What the registers' keys are wrapped under: a file beside the database, readable by its owner only and in no backup.
 *  Whoever has it and the database can sign as this shop. */
export class KeyWrap {
  readonly #file: string;
  #secret: Buffer | null = null;

  constructor(dataDir: string) {
    this.#file = join(dataDir, FILE);
  }

  /** AES-256-GCM; makes the file where there is none.
   *  @param label  whose key it is: under another label it does not open */
  wrap(label: string, bytes: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#make(), nonce).setAAD(Buffer.from(label));
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Writes nothing. @returns null where the file is missing or another, or the wrapped bytes were changed */
  unwrap(label: string, wrapped: Uint8Array): Buffer | null {
    const secret = this.#find();
    if (!secret || wrapped.length < NONCE_BYTES + TAG_BYTES) return null;
    const box = Buffer.from(wrapped);
    const decipher = createDecipheriv('aes-256-gcm', secret, box.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(label))
      .setAuthTag(box.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }

  #find(): Buffer | null {
    if (this.#secret) return this.#secret;
    try {
      const bytes = readFileSync(this.#file);
      this.#secret = bytes.length === SECRET_BYTES ? bytes : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return this.#secret;
  }

  #make(): Buffer {
    const found = this.#find();
    if (found) return found;
    const fresh = randomBytes(SECRET_BYTES);
    // On the disk before the sale that needs it; what stood there and was no key makes way.
    const part = `${this.#file}.part`;
    const descriptor = openSync(part, 'w', 0o600);
    try {
      writeSync(descriptor, fresh);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, this.#file);
    syncFolderOf(this.#file);
    this.#secret = fresh;
    return fresh;
  }
}
