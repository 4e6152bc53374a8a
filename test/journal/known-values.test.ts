import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../src/domain/rksv/base64.ts';
import { chainValueAfter } from '../../src/domain/rksv/chain-value.ts';
import { parseJws, signedTextOf, writeJws } from '../../src/domain/rksv/jws.ts';
import { qrText } from '../../src/domain/rksv/qr-text.ts';
import { formatSum, parseSum } from '../../src/domain/rksv/tax-sums.ts';
import { decryptTurnover, fitsCounter, kindOf, turnoverField } from '../../src/domain/rksv/turnover.ts';
import { toUtf8 } from '../../src/domain/rksv/utf8.ts';
import { nodeCrypto } from '../../src/main/journal/node-crypto.ts';
import { forge, HONEST } from './forge.ts';

/** Start receipt of the published second scenario, as the sample code and others print it. */
const PUBLISHED = {
  aesKey: fromBase64('WQRtiiya3hYh/Uz44Bv3x8ETl1nrH6nCdErn69g5/lU=')!,
  registerId: 'CASHBOX-DEMO-1',
  receiptNumber: 'CASHBOX-DEMO-1-Receipt-ID-82',
};

/** A published training receipt of the sample code, as JWS and as the text of its QR code. */
const TRAINING_JWS =
  'eyJhbGciOiJFUzI1NiJ9.X1IxLUFUMF9ERU1PLUNBU0gtQk9YNTI0XzM2NjU5Nl8yMDE1LTEyLTE3VDExOjIzOjQ0XzAsMDBfMCwwMF8zLDY0Xy0yLDYwXzEsNzlfVkZKQl80N2JlNzM3Y2IxZjZkMWYxX1p2TnhKdzZhMUE0PQ.J7YC28zquHfHzMpx02TqElbXOTSgXQu5JAA9Xu1Xzzu5p8eUYT-sgmyhzRps5nYyEp5Yh8ATIa9130zmuiACHw';
const TRAINING_PAYLOAD =
  '_R1-AT0_DEMO-CASH-BOX524_366596_2015-12-17T11:23:44_0,00_0,00_3,64_-2,60_1,79_VFJB_47be737cb1f6d1f1_ZvNxJw6a1A4=';
const TRAINING_SIGNATURE =
  'J7YC28zquHfHzMpx02TqElbXOTSgXQu5JAA9Xu1Xzzu5p8eUYT+sgmyhzRps5nYyEp5Yh8ATIa9130zmuiACHw==';

describe('values published elsewhere', () => {
  it('the start receipt ties itself to its register', () => {
    expect(chainValueAfter(PUBLISHED.registerId, nodeCrypto)).toBe('cg8hNU5ihto=');
  });

  it('the start receipt encrypts a turnover of nothing', () => {
    expect(turnoverField('counted', 0n, PUBLISHED, nodeCrypto)).toBe('NLoiSHL3bsM=');
    expect(decryptTurnover('NLoiSHL3bsM=', PUBLISHED, nodeCrypto)).toBe(0n);
  });

  it('a receipt is written as the sample code writes it', () => {
    expect(signedTextOf(TRAINING_PAYLOAD)).toBe(TRAINING_JWS.slice(0, TRAINING_JWS.lastIndexOf('.')));
    expect(writeJws(signedTextOf(TRAINING_PAYLOAD), fromBase64(TRAINING_SIGNATURE))).toBe(TRAINING_JWS);
  });

  it('the QR code carries the payload and the signature in ordinary Base64', () => {
    expect(qrText(TRAINING_JWS)).toEqual({ ok: true, value: `${TRAINING_PAYLOAD}_${TRAINING_SIGNATURE}` });
  });

  it('trainings and cancellations say so instead of the turnover', () => {
    expect(turnoverField('training', 5n, PUBLISHED, nodeCrypto)).toBe('VFJB');
    expect(turnoverField('cancellation', 5n, PUBLISHED, nodeCrypto)).toBe('U1RP');
    expect(['VFJB', 'U1RP', 'NLoiSHL3bsM='].map(kindOf)).toEqual(['training', 'cancellation', 'counted']);
  });
});

describe('a receipt while the signing device is out of order', () => {
  const broken = forge(HONEST)[5]!;

  it('says so where its signature would be', () => {
    expect(broken.split('.')[2]).toBe('U2ljaGVyaGVpdHNlaW5yaWNodHVuZyBhdXNnZWZhbGxlbg');
    expect(parseJws(broken)).toMatchObject({ ok: true, value: { signature: null } });
  });

  it('says so in its QR code', () => {
    const text = qrText(broken);
    expect(text.ok && text.value.split('_')[13]).toBe('U2ljaGVyaGVpdHNlaW5yaWNodHVuZyBhdXNnZWZhbGxlbg==');
  });

  it('what is no receipt has no QR code', () => {
    expect(qrText('not a receipt')).toEqual({ ok: false, error: 'partsWrong' });
  });
});

describe('the turnover counter', () => {
  it.each([0n, 1n, -1n, 255n, -256n, 1_234_567n, 2n ** 63n - 1n, -(2n ** 63n)])('gives back %s', (cents) => {
    const field = turnoverField('counted', cents, PUBLISHED, nodeCrypto);
    expect(fromBase64(field)).toHaveLength(8);
    expect(decryptTurnover(field, PUBLISHED, nodeCrypto)).toBe(cents);
  });

  it('does not take a sum that 8 bytes do not hold', () => {
    expect([2n ** 63n, -(2n ** 63n) - 1n].map(fitsCounter)).toEqual([false, false]);
    expect(() => turnoverField('counted', 2n ** 63n, PUBLISHED, nodeCrypto)).toThrow(RangeError);
  });
});

describe('sums', () => {
  it.each([
    [0, '0,00'],
    [5, '0,05'],
    [-5, '-0,05'],
    [100, '1,00'],
    [-2217, '-22,17'],
    [Number.MAX_SAFE_INTEGER, '90071992547409,91'],
  ])('%s cents are written %s and read back', (cents, text) => {
    expect(formatSum(cents)).toBe(text);
    expect(parseSum(text)).toBe(cents);
  });

  it('takes whole cents only', () => {
    expect(() => formatSum(0.5)).toThrow(RangeError);
    expect(() => formatSum(2 ** 53)).toThrow(RangeError);
  });
});

describe('Base64', () => {
  it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar', '\u00ff\u00fe\u00fb?>', 'Z'.repeat(100)])(
    'writes %j as Node does and reads it back',
    (text) => {
      const bytes = toUtf8(text);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    },
  );

  it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', '====', 'AAA*', 'AA A', 'AAAA\n', '-_-_'])(
    'does not read %j',
    (text) => expect(fromBase64(text)).toBeNull(),
  );

  it.each(['A', 'AB', 'AAB', 'AA==', 'AAA=', '+/+/', 'AAAA\n', 'AAAAA'])(
    'does not read %j for a URL',
    (text) => expect(fromBase64Url(text)).toBeNull(),
  );
});
