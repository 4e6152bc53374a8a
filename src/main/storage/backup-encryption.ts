import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { BackupFault } from './backup-fault.ts';
import { type BackupKey, deriveKey, fileKey, type KeyParameters, keyCheck } from './backup-key.ts';
import { FileReader, FileWriter } from './backup-streams.ts';

/** An encrypted backup: magic (8) · length of the head (4, big-endian) · head (JSON) · SHA-256 of all before (32) ·
 *  AES-256-GCM of the database · tag (16). The head is authenticated with the rest. */
const MAGIC = Buffer.from('TWBKENC1');
const TAG_BYTES = 16;
const MOST_HEAD_BYTES = 4096;

interface Head extends KeyParameters {
  /** Base64, 32 bytes; 12 bytes; 16 bytes. */
  readonly fileSalt: string;
  readonly nonce: string;
  readonly check: string;
}

export function isEncrypted(firstBytes: Buffer): boolean {
  return firstBytes.subarray(0, MAGIC.length).equals(MAGIC);
}

export function encryptFile(source: string, target: string, key: BackupKey): void {
  const { key: secret, ...parameters } = key;
  const main = Buffer.from(secret, 'base64');
  const fileSalt = randomBytes(32);
  const nonce = randomBytes(12);
  const head: Head = {
    ...parameters,
    fileSalt: fileSalt.toString('base64'),
    nonce: nonce.toString('base64'),
    check: keyCheck(main, fileSalt),
  };
  const start = encodeHead(head);
  const cipher = createCipheriv('aes-256-gcm', fileKey(main, fileSalt), nonce);
  cipher.setAAD(start);
  FileWriter.use(target, (out) => {
    out.write(start);
    FileReader.use(source, (input) => input.each(input.size, (piece) => out.write(cipher.update(piece))));
    out.write(cipher.final());
    out.write(cipher.getAuthTag());
  });
}

/** Writes the database inside to `target`.
 *  @param open  the key that is stored here, and the passphrase that was given, either may be null
 *  @throws BackupFault 'backup.damaged' | 'backup.passphraseNeeded' | 'backup.wrongPassphrase' */
export function decryptFile(
  source: string,
  target: string,
  open: { readonly storedKey: BackupKey | null; readonly passphrase: string | null },
): void {
  FileReader.use(source, (input) => {
    const { start, head } = readHead(input);
    const fileSalt = Buffer.from(head.fileSalt, 'base64');
    const main = findKey(head, fileSalt, open);
    const decipher = createDecipheriv(
      'aes-256-gcm',
      fileKey(main, fileSalt),
      Buffer.from(head.nonce, 'base64'),
      {
        authTagLength: TAG_BYTES,
      },
    );
    decipher.setAAD(start);
    const length = input.size - start.length - TAG_BYTES;
    if (length < 0) throw new BackupFault('backup.damaged', 'cut short');
    FileWriter.use(target, (out) => {
      input.each(length, (piece) => out.write(decipher.update(piece)));
      decipher.setAuthTag(input.take(TAG_BYTES));
      out.write(finish(decipher));
    });
  });
}

function finish(decipher: { final(): Buffer }): Buffer {
  try {
    return decipher.final();
  } catch {
    throw new BackupFault('backup.damaged', 'its bytes are not those that were written');
  }
}

function findKey(
  head: Head,
  fileSalt: Buffer,
  { storedKey, passphrase }: { readonly storedKey: BackupKey | null; readonly passphrase: string | null },
): Buffer {
  if (passphrase === null && storedKey?.salt !== head.salt)
    throw new BackupFault('backup.passphraseNeeded', 'made with another passphrase than the one set here');
  const key = passphrase === null ? Buffer.from(storedKey?.key ?? '', 'base64') : deriveKey(passphrase, head);
  if (keyCheck(key, fileSalt) !== head.check)
    throw new BackupFault('backup.wrongPassphrase', 'the passphrase does not fit');
  return key;
}

function encodeHead(head: Head): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const start = Buffer.concat([MAGIC, length, json]);
  return Buffer.concat([start, createHash('sha256').update(start).digest()]);
}

function readHead(input: FileReader): { start: Buffer; head: Head } {
  const before = input.take(MAGIC.length + 4);
  const length = before.readUInt32BE(MAGIC.length);
  if (length > MOST_HEAD_BYTES) throw new BackupFault('backup.damaged', 'its head is damaged');
  const json = input.take(length);
  const digest = input.take(32);
  const written = Buffer.concat([before, json]);
  if (!createHash('sha256').update(written).digest().equals(digest))
    throw new BackupFault('backup.damaged', 'its head is damaged');
  return { start: Buffer.concat([written, digest]), head: JSON.parse(json.toString('utf8')) as Head };
}
