import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as schemas from './schemas.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('schemas', () => {
  it.each([
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53 + 1,
    10_000_000_000_001,
    -10_000_000_000_001,
    '5',
    null,
  ])('refuses %s as money', (value) => {
    expect(accepts(schemas.minorSchema, value)).toBe(false);
  });

  it('makes zero of minus zero', () => {
    expect(Object.is(schemas.minorSchema.parse(-0), 0)).toBe(true);
    expect(schemas.minorSchema.parse(-5)).toBe(-5);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53 + 1, 0.5, 10_000_000_001])(
    'refuses %s as a quantity',
    (value) => {
      expect(accepts(schemas.quantityMilliSchema, value)).toBe(false);
    },
  );

  it('knows rates, currencies, days and ids', () => {
    expect([0, 88_750, 1_000_000].every((rate) => accepts(schemas.taxRatePpmSchema, rate))).toBe(true);
    expect([-1, 1_000_001].some((rate) => accepts(schemas.taxRatePpmSchema, rate))).toBe(false);
    expect(['EUR', 'XCG', 'BGN'].every((code) => accepts(schemas.currencySchema, code))).toBe(true);
    expect(['eur', 'XXX', 'EURO'].some((code) => accepts(schemas.currencySchema, code))).toBe(false);
    expect(accepts(schemas.businessDaySchema, '2024-02-29')).toBe(true);
    expect(accepts(schemas.businessDaySchema, '2026-02-29')).toBe(false);
    expect(accepts(schemas.idSchema, '019a2f00-7c1e-7000-8000-000000000001')).toBe(true);
    expect(accepts(schemas.idSchema, 'milk')).toBe(false);
  });

  it.each(['Müsli', '牛奶', "'; DROP TABLE product; --", '<img onerror=x>', 'חלב', 'Café ☕️', '👩‍👩‍👧'])(
    'takes the name %s as it is',
    (name) => {
      expect(schemas.nameSchema.parse(name)).toBe(name);
    },
  );

  it.each([
    '',
    '   ',
    'x'.repeat(201),
    'x'.repeat(65_536),
    'a\u0000b',
    'a\u001bb',
    'a\nb',
    'a\u202eb',
    'a\u2066b',
    'a\ud800b',
    '\udc00',
    'a\u2028b',
    'a\u0085b',
  ])('refuses the name %j', (name) => {
    expect(accepts(schemas.nameSchema, name)).toBe(false);
  });

  it('allows new lines in a text, and nothing else that is unsafe', () => {
    expect(schemas.textSchema(20).parse(' one\r\ntwo ')).toBe('one\ntwo');
    expect(schemas.textSchema(20).parse('')).toBe('');
    expect(
      ['x'.repeat(21), 'a\u001bb', 'a\u202eb', 'a\ud800b'].some((text) =>
        accepts(schemas.textSchema(20), text),
      ),
    ).toBe(false);
  });

  it('takes barcodes of 1 to 128 printable characters, and the GS1 separator', () => {
    expect(
      ['4006381333931', 'A'.repeat(128), '010400638133393110A\u001d2112'].every((code) =>
        accepts(schemas.barcodeTextSchema, code),
      ),
    ).toBe(true);
    expect(
      ['', ' ', '1'.repeat(129), '1'.repeat(4000), '12\u001b34', '12\u000034'].some((code) =>
        accepts(schemas.barcodeTextSchema, code),
      ),
    ).toBe(false);
  });

  it('describes itself as JSON schema, for input and output', () => {
    const all = z.object({
      a: schemas.minorSchema,
      b: schemas.quantityMilliSchema,
      c: schemas.taxRatePpmSchema,
      d: schemas.currencySchema,
      e: schemas.businessDaySchema,
      f: schemas.idSchema,
      g: schemas.nameSchema,
      h: schemas.textSchema(5),
      i: schemas.barcodeTextSchema,
    });
    for (const io of ['input', 'output'] as const) {
      const described = z.toJSONSchema(all, { io });
      expect(described.properties?.a).toEqual({
        type: 'integer',
        minimum: -10_000_000_000_000,
        maximum: 10_000_000_000_000,
      });
      expect(described.properties?.g).toMatchObject({ type: 'string', minLength: 1, maxLength: 200 });
    }
  });
});
