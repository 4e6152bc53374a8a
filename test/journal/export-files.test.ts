import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeExport } from '../../src/domain/rksv/export-files.ts';
import { FILE_FAULTS, type FileFault } from '../../src/domain/rksv/faults.ts';
import { verifyExport } from '../../src/domain/rksv/verify-export.ts';
import { nodeCrypto } from '../../src/main/journal/node-crypto.ts';
import { AES_KEY, DEVICES, forge, HONEST, KEYS } from './forge.ts';

const receipts = forge(HONEST);
const GOOD = { exportText: writeExport(receipts), keysText: KEYS };
const group = { Signaturzertifikat: '', Zertifizierungsstellen: [], 'Belege-kompakt': receipts };
const keyId = DEVICES[0]!.keyId;
const key = {
  id: keyId,
  signatureDeviceType: 'PUBLIC_KEY',
  signatureCertificateOrPublicKey: Buffer.from(DEVICES[0]!.publicKeySpki).toString('base64'),
};
const base64AESKey = Buffer.from(AES_KEY).toString('base64');

const asExport = (...groups: readonly object[]) => ({
  exportText: JSON.stringify({ 'Belege-Gruppe': groups }),
});
const asKeys = (entry: object, name = keyId, aes: unknown = base64AESKey) => ({
  keysText: JSON.stringify({ base64AESKey: aes, certificateOrPublicKeyMap: { [name]: entry } }),
});
const asPublicKey = (bytes: Uint8Array) =>
  asKeys({ ...key, signatureCertificateOrPublicKey: Buffer.from(bytes).toString('base64') });
const spkiOf = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'der' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
  type: 'spki',
  format: 'der',
});

const BAD: readonly (readonly [string, FileFault, Partial<typeof GOOD>])[] = [
  ['an empty export file', 'exportNotJson', { exportText: '' }],
  ['an export cut off', 'exportNotJson', { exportText: GOOD.exportText.slice(0, -20) }],
  ['an export that is a list', 'exportShapeWrong', { exportText: '[]' }],
  ['an export without groups', 'exportShapeWrong', { exportText: '{}' }],
  ['an export with more in it', 'exportShapeWrong', asExport({ ...group, more: 1 })],
  ['a group with a certificate', 'exportShapeWrong', asExport({ ...group, Signaturzertifikat: 'MIIB' })],
  ['a group with an authority', 'exportShapeWrong', asExport({ ...group, Zertifizierungsstellen: ['MIIB'] })],
  ['a receipt that is a number', 'exportShapeWrong', asExport({ ...group, 'Belege-kompakt': [1] })],
  ['no group', 'exportEmpty', asExport()],
  ['a group without receipts', 'exportEmpty', asExport({ ...group, 'Belege-kompakt': [] })],
  ['an empty key file', 'keysNotJson', { keysText: '' }],
  ['a key file of another shape', 'keysShapeWrong', { keysText: '{"keys":[]}' }],
  ['a key file with a certificate', 'keysShapeWrong', asKeys({ ...key, signatureDeviceType: 'CERTIFICATE' })],
  ['an AES key that is a number', 'keysShapeWrong', asKeys(key, keyId, 7)],
  ['an AES key of 31 bytes', 'aesKeyWrong', asKeys(key, keyId, Buffer.alloc(31).toString('base64'))],
  ['an AES key in hex', 'aesKeyWrong', asKeys(key, keyId, '07'.repeat(32))],
  ['an AES key for a URL', 'aesKeyWrong', asKeys(key, keyId, Buffer.from(AES_KEY).toString('base64url'))],
  ['a key under another name', 'keyNameWrong', asKeys(key, 'U:ATU12345678-K9')],
  ['a key that names no company', 'keyNameWrong', asKeys({ ...key, id: 'K0' }, 'K0')],
  [
    'a public key in PEM',
    'publicKeyWrong',
    asKeys({ ...key, signatureCertificateOrPublicKey: '-----BEGIN' }),
  ],
  ['a public key cut off', 'publicKeyWrong', asPublicKey(DEVICES[0]!.publicKeySpki.subarray(0, 80))],
  [
    'a public key with a byte more',
    'publicKeyWrong',
    asPublicKey(Buffer.concat([DEVICES[0]!.publicKeySpki, Buffer.of(0)])),
  ],
  ['a key of another curve', 'publicKeyWrong', asPublicKey(spkiOf('secp256k1'))],
  ['a key of a larger curve', 'publicKeyWrong', asPublicKey(spkiOf('P-384'))],
  ['an RSA key', 'publicKeyWrong', asPublicKey(rsa)],
];

describe('the two files', () => {
  it('are read when they are whole', () => {
    expect(verifyExport(GOOD, nodeCrypto).ok).toBe(true);
  });

  it('may hold the chain in several groups, in order', () => {
    const part = (from: number, to?: number) => ({ ...group, 'Belege-kompakt': receipts.slice(from, to) });
    expect(verifyExport({ ...GOOD, ...asExport(part(0, 3), part(3)) }, nodeCrypto).ok).toBe(true);
    expect(verifyExport({ ...GOOD, ...asExport(part(3), part(0, 3)) }, nodeCrypto)).toMatchObject({
      error: { position: 1, receiptNumber: 'R4', fault: 'startMissing' },
    });
  });

  it.each(BAD)('are refused with %s', (_, fault, change) => {
    expect(verifyExport({ ...GOOD, ...change }, nodeCrypto)).toEqual({
      ok: false,
      error: { code: 'badFile', fault },
    });
  });

  it('were refused for every reason there is', () => {
    expect(new Set(BAD.map(([, fault]) => fault))).toEqual(new Set(FILE_FAULTS));
  });
});
