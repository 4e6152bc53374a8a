import { createSigningDevice } from '../../../src/main/journal/node-crypto.ts';
import { DEVICES, forge, HONEST, honestBut, replaced } from '../forge.ts';
import { bad, type MalformedChain } from './case.ts';

type Parts = readonly [header: string, payload: string, signature: string];

const stranger = createSigningDevice('U:ATU12345678-K0');
const sign = (text: string, device = DEVICES[0]!) => Buffer.from(device.signEs256(Buffer.from(text)));
const base64Url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const bytesOf = (part: string) => Buffer.from(part, 'base64url');

/** Receipt 3 with its parts rewritten; what follows is chained to the rewritten one. */
const rewritten = (change: (...parts: Parts) => readonly string[]) => () =>
  honestBut(3, { jws: (jws) => change(...(jws.split('.') as unknown as Parts)).join('.') });

const header = (json: string) =>
  rewritten((_, payload) => {
    const signedText = `${base64Url(json)}.${payload}`;
    return [signedText, base64Url(sign(signedText))];
  });

const payload = (encode: (bytes: Buffer) => string) =>
  rewritten((head, part) => {
    const signedText = `${head}.${encode(bytesOf(part))}`;
    return [signedText, base64Url(sign(signedText))];
  });

const signature = (change: (part: string, signedText: string) => string) =>
  rewritten((head, part, old) => [head, part, change(old, `${head}.${part}`)]);

const withPadding = (part: string) => part + '='.repeat((4 - (part.length % 4)) % 4 || 4);

/** The same signature in DER: SEQUENCE of two INTEGERs. */
function toDer(part: string): string {
  const raw = bytesOf(part);
  const integer = (bytes: Buffer) => {
    const digits = bytes.subarray(
      Math.min(
        bytes.findIndex((byte) => byte !== 0),
        31,
      ),
    );
    const positive = digits[0]! > 127 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(2, positive.length), positive]);
  };
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return base64Url(Buffer.concat([Buffer.of(0x30, body.length), body]));
}

const swapRS = (part: string) =>
  base64Url(Buffer.concat([bytesOf(part).subarray(32), bytesOf(part).subarray(0, 32)]));

/** The last letter of 64 bytes carries four loose bits, of the payload's text two or four. */
const loose = (part: string) => part.slice(0, -1) + String.fromCharCode(part.charCodeAt(part.length - 1) + 1);

/** A length that no bytes give: one letter more than whole groups of four. */
const cutWithinGroup = (part: string) => part.slice(0, 4 * Math.floor((part.length - 2) / 4) + 1);

const brokenText = (text: string) => signature(() => base64Url(text));

export const SIGNATURE_CASES: readonly MalformedChain[] = [
  bad(
    'an empty text for a receipt',
    3,
    'partsWrong',
    rewritten(() => ['']),
    null,
  ),
  bad(
    'the signature part left out',
    3,
    'partsWrong',
    rewritten((head, part) => [head, part]),
  ),
  bad(
    'a fourth part',
    3,
    'partsWrong',
    rewritten((...parts) => [...parts, 'x']),
  ),
  bad(
    'a line end after the receipt',
    3,
    'signatureEncodingWrong',
    signature((part) => `${part}\n`),
  ),
  bad('a receipt of 9,000 letters', 3, 'tooLong', () => honestBut(3, { number: 'R'.repeat(9000) }), null),

  bad('a header without an algorithm', 3, 'headerWrong', header('{"alg":"none"}')),
  bad('a header of another algorithm', 3, 'headerWrong', header('{"alg":"HS256"}')),
  bad('a header with more in it', 3, 'headerWrong', header('{"alg":"ES256","typ":"JWT"}')),
  bad('a header with a space', 3, 'headerWrong', header('{"alg": "ES256"}')),
  bad(
    'a header left empty',
    3,
    'headerWrong',
    rewritten((_, part, sig) => ['', part, sig]),
  ),
  bad(
    'a header with padding',
    3,
    'headerWrong',
    rewritten((head, part, sig) => [`${head}=`, part, sig]),
  ),

  bad(
    'padding on the payload',
    3,
    'payloadEncodingWrong',
    payload((bytes) => withPadding(base64Url(bytes))),
    null,
  ),
  bad(
    'a payload of ordinary Base64',
    3,
    'payloadEncodingWrong',
    payload((bytes) => `${bytes.toString('base64').replace(/=/g, '')}+`),
    null,
  ),
  bad(
    'a payload in plain text',
    3,
    'payloadEncodingWrong',
    payload((bytes) => bytes.toString('utf8')),
    null,
  ),
  bad(
    'a payload cut off within a group of letters',
    3,
    'payloadEncodingWrong',
    payload((bytes) => cutWithinGroup(base64Url(bytes))),
    null,
  ),
  bad(
    'a payload that is no UTF-8',
    3,
    'payloadTextWrong',
    payload((bytes) => base64Url(Buffer.concat([bytes, Buffer.of(0xff)]))),
    null,
  ),
  bad(
    'a payload with a byte order mark',
    3,
    'fieldCountWrong',
    payload((bytes) => base64Url(`\ufeff${bytes}`)),
  ),

  bad('padding on the signature', 3, 'signatureEncodingWrong', signature(withPadding)),
  bad('loose bits at the end of the signature', 3, 'signatureEncodingWrong', signature(loose)),
  bad(
    'a signature of ordinary Base64',
    3,
    'signatureEncodingWrong',
    signature((part) => `+/${part.slice(2)}`),
  ),
  bad('a DER signature', 3, 'signatureLengthWrong', signature(toDer)),
  bad(
    'no signature',
    3,
    'signatureLengthWrong',
    signature(() => ''),
  ),
  bad(
    'a signature of 63 bytes',
    3,
    'signatureLengthWrong',
    signature((part) => base64Url(bytesOf(part).subarray(1))),
  ),
  bad(
    'a signature of 65 bytes',
    3,
    'signatureLengthWrong',
    signature((part) => base64Url(Buffer.concat([bytesOf(part), Buffer.of(0)]))),
  ),
  bad(
    'the broken-device text misspelt',
    3,
    'signatureLengthWrong',
    brokenText('Sicherheitseinrichtung ausgefallen!'),
  ),
  bad(
    'the broken-device text in English',
    3,
    'signatureLengthWrong',
    brokenText('signing device out of order'),
  ),

  bad('R and S exchanged', 3, 'signatureWrong', signature(swapRS)),
  bad(
    'a signature of zeros',
    3,
    'signatureWrong',
    signature(() => base64Url(new Uint8Array(64))),
  ),
  bad(
    'a signature by a stranger',
    3,
    'signatureWrong',
    signature((_, text) => base64Url(sign(text, stranger))),
  ),
  bad(
    'a signature by the second device',
    3,
    'signatureWrong',
    signature((_, text) => base64Url(sign(text, DEVICES[1]!))),
  ),
  bad(
    'a signature of the payload alone',
    3,
    'signatureWrong',
    signature((_, text) => base64Url(sign(text.split('.')[1]!))),
  ),
  bad("the next receipt's signature", 3, 'signatureWrong', () => {
    const receipts = forge(HONEST);
    const signatureOfNext = receipts[3]!.split('.')[2];
    return replaced(receipts, 2, receipts[2]!.replace(/[^.]+$/, signatureOfNext!));
  }),
  bad('a bit of the last signature turned', 8, 'signatureWrong', () => {
    const receipts = forge(HONEST);
    const [head, part, sig] = receipts[7]!.split('.') as unknown as Parts;
    const bytes = bytesOf(sig);
    bytes[40]! ^= 1;
    return replaced(receipts, 7, [head, part, base64Url(bytes)].join('.'));
  }),
  bad('a signature taken off and called a broken device', 4, 'chainValueWrong', () => {
    const receipts = forge(HONEST);
    return replaced(
      receipts,
      2,
      receipts[2]!.replace(/[^.]+$/, base64Url('Sicherheitseinrichtung ausgefallen')),
    );
  }),
];
