import { describe, expect, it } from 'vitest';
import { looksLikeCardNumber } from './card-number.ts';
import { isUuid } from './ids.ts';

describe('looksLikeCardNumber', () => {
  it.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111–1111–1111–1111',
    '4111 - 1111 - 1111 - 1111',
    'card:4111111111111111.',
    'ref4111111111111111x',
    'pay 4111 1111 1111 1111 exp 12/27',
    '4111 1111 1111 1111 12 27',
    'tel 030 12345 4111 1111 1111 1111',
    '41111111111111111227',
    '378282246310005',
    '6011000990139424',
    '4222222222222',
    '6304000000000000000',
    '٤١١١١١١١١١١١١١١١',
    '４１１１１１１１１１１１１１１１',
    '4111\u200b1111\u200b1111\u200b1111',
    '4111\u00a01111\u00a01111\u00a01111',
  ])('finds the card in %j', (text) => {
    expect(looksLikeCardNumber(text)).toBe(true);
  });

  it.each([
    '',
    '4111111111111112',
    '411111111111',
    'REF-2026-000123',
    '0000000000000000',
    'order 12345 of 2026-05-02',
    '4111/1111/1111/1111',
    '4006381333931',
    '019a2f00-7c1e-7000-8000-000000000001',
  ])('lets %j through', (text) => {
    expect(looksLikeCardNumber(text)).toBe(false);
  });
});

describe('isUuid', () => {
  it('knows a UUID from what only looks like one', () => {
    expect(isUuid('019a2f00-7c1e-7000-8000-000000000001')).toBe(true);
    expect(isUuid('019A2F00-7C1E-7000-8000-00000000000F')).toBe(true);
    const bad = [
      '',
      '019a2f007c1e70008000000000000001',
      '019a2f00-7c1e-7000-c000-000000000001',
      '019a2f00-7c1e-7000-8000-00000000000g',
      ' 019a2f00-7c1e-7000-8000-000000000001',
    ];
    expect(bad.some(isUuid)).toBe(false);
  });
});
