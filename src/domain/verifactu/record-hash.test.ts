import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cancellationHash, type RegistrationRecord, registrationHash } from './record-hash.ts';

const sha256Hex = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The tax agency's published example: two invoices, then the second one cancelled. */
const FIRST: RegistrationRecord = {
  issuerId: '89890001K',
  invoiceNumber: '12345678/G33',
  issueDay: '2024-01-01',
  invoiceType: 'F1',
  taxCents: 1235,
  totalCents: 12345,
  previousHash: null,
  recordedAt: '2024-01-01T19:20:30+01:00',
};
const FIRST_HASH = '3C464DAF61ACB827C65FDA19F352A4E3BDC2C640E9E9FC4CC058073F38F12F60';
const SECOND: RegistrationRecord = {
  ...FIRST,
  invoiceNumber: '12345679/G34',
  previousHash: FIRST_HASH,
  recordedAt: '2024-01-01T19:20:35+01:00',
};
const SECOND_HASH = 'F7B94CFD8924EDFF273501B01EE5153E4CE8F259766F88CF6ACB8935802A2B97';

describe("Spain's Veri*factu fingerprint", () => {
  it('of the first invoice is the published one', () => {
    expect(registrationHash(FIRST, sha256Hex)).toBe(FIRST_HASH);
  });

  it('of the second invoice builds on the first', () => {
    expect(registrationHash(SECOND, sha256Hex)).toBe(SECOND_HASH);
  });

  it('of the cancelled second invoice builds on the second', () => {
    const cancelled = { ...SECOND, previousHash: SECOND_HASH, recordedAt: '2024-01-01T19:20:40+01:00' };
    expect(cancellationHash(cancelled, sha256Hex)).toBe(
      '177547C0D57AC74748561D054A9CEC14B4C4EA23D1BEFD6F2E69E3A388F90C68',
    );
  });

  it.each([
    ['issuerId', 'B89890001'],
    ['invoiceNumber', '12345678/G34'],
    ['issueDay', '2024-01-02'],
    ['invoiceType', 'F2'],
    ['taxCents', 1234],
    ['totalCents', -12345],
    ['previousHash', SECOND_HASH],
    ['recordedAt', '2024-01-01T19:20:30+02:00'],
  ])('changes with %s', (field, value) => {
    expect(registrationHash({ ...FIRST, [field]: value }, sha256Hex)).not.toBe(FIRST_HASH);
  });

  it.each([
    [5, '0.05'],
    [-5, '-0.05'],
    [0, '0.00'],
    [100, '1.00'],
    [-123456, '-1234.56'],
  ])('writes %s cents as %s', (taxCents, text) => {
    expect(registrationHash({ ...FIRST, taxCents }, (said) => said)).toContain(`&CUOTATOTAL=${text}&`);
  });

  it('leaves out blanks around a value, and a hash where nothing came before', () => {
    const record = { ...FIRST, issuerId: ' 89890001K\t', invoiceNumber: '12345678/G33 ' };
    expect(registrationHash(record, sha256Hex)).toBe(FIRST_HASH);
    expect(cancellationHash(FIRST, (said) => said)).toContain('&HUELLA=&FECHAHORA');
  });

  it('takes whole cents only', () => {
    const hash = () => registrationHash({ ...FIRST, taxCents: 12.35 }, sha256Hex);
    expect(hash).toThrow(new RangeError('not an amount of cents: 12.35'));
  });
});
