import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShopPrefix, type LabelPattern, parsePattern } from './label-pattern.ts';
import { findClash, formatLabel, itemKeys, type LabelTemplate, readLabel } from './scale-label.ts';
import { valueVerifier } from './value-verifier.ts';

function pattern(text: string): LabelPattern {
  const parsed = parsePattern(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.fault}`);
  return parsed.value;
}

function template(text: string, decimals = 2): LabelTemplate {
  return { id: text, name: text, pattern: pattern(text), decimals, badCheck: 'refuse' };
}

describe('codes: the check digit of a printed value (R31)', () => {
  it('is 9 for 2875 and 6 for 14685, as published', () => {
    expect(valueVerifier('2875')).toBe(9);
    expect(valueVerifier('14685')).toBe(6);
  });

  it('is one digit for every value of four and of five digits', () => {
    const seen = new Set<number>();
    for (let value = 0; value < 100_000; value++) seen.add(valueVerifier(String(value).padStart(5, '0')));
    for (let value = 0; value < 10_000; value++) seen.add(valueVerifier(String(value).padStart(4, '0')));
    expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('notices every single wrong digit', () => {
    for (const digits of ['2875', '14685', '0000', '99999'])
      for (let at = 0; at < digits.length; at++)
        for (let digit = 0; digit < 10; digit++) {
          const other = `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
          if (other !== digits) expect(valueVerifier(other)).not.toBe(valueVerifier(digits));
        }
  });

  it.each(['', '123', '123456', '12a4'])('has none for %j', (digits) => {
    expect(() => valueVerifier(digits)).toThrow('four or five digits');
  });
});

describe('codes: a pattern (R30)', () => {
  it('says where prefix, item number, value and inner check digit stand', () => {
    expect(pattern('20IIIIICPPPPX')).toEqual({
      prefix: '20',
      itemAt: 2,
      itemLength: 5,
      valueKind: 'price',
      valueAt: 8,
      valueLength: 4,
      verifierAt: 7,
    });
    expect(pattern('20IIIRRCPPPPX')).toMatchObject({ itemLength: 3, valueLength: 4 });
    expect(pattern('2IIIIIIWWWWWX')).toMatchObject({ prefix: '2', valueKind: 'weight', verifierAt: null });
    expect(pattern('2IIIIINNNNNNX')).toMatchObject({ valueKind: 'count', valueLength: 6, verifierAt: null });
  });

  it.each([
    ['20IIIIIPPPPX', 'length'],
    ['20IIIIIPPPPPPX', 'length'],
    ['20IIIIIQPPPPX', 'characters'],
    ['2XIIIIIPPPPPX', 'characters'],
    ['20IIIIIPPPPP0', 'characters'],
    ['20IIIIIPPPPPP', 'checkDigit'],
    ['IIIIIIIPPPPPX', 'prefix'],
    ['20PPPPPPPPPPX', 'item'],
    ['20IIPPPPPIIIX', 'item'],
    ['20IIIIIIIIIIX', 'value'],
    ['20IIIIIPPWWWX', 'value'],
    ['20IIIIPPRPPPX', 'value'],
    ['20IIIICCPPPPX', 'verifier'],
    ['20IIIIIICPPPX', 'verifier'],
  ])('%s is refused: %s', (text, fault) => {
    expect(parsePattern(text)).toEqual({ ok: false, error: { fault } });
  });

  it('with the prefix of a country is told from those left to shops (R32)', () => {
    expect(['02', '20', '28', '2', '04'].map(isShopPrefix)).toEqual([true, true, true, true, true]);
    expect(['622', '40', '0', '030'].map(isShopPrefix)).toEqual([false, false, false, false]);
  });

  it('clashes with one of the same prefix only', () => {
    const others = [template('20IIIIIPPPPPX'), template('21IIIIIWWWWWX', 3)];
    expect(findClash(pattern('20IIIIICPPPPX'), others)?.id).toBe('20IIIIIPPPPPX');
    expect(findClash(pattern('2IIIIIIPPPPPX'), others)).toBeNull();
  });
});

describe('codes: reading a label', () => {
  const templates = [template('2IIIIIIPPPPPX'), template('20IIIIICPPPPX'), template('02IIIIICPPPPX')];

  it('takes item number and price apart; the longest prefix wins', () => {
    const code = formatLabel(pattern('20IIIIICPPPPX'), '01234', 2875);
    expect(code.slice(0, 12)).toBe('200123492875');
    expect(readLabel(code, templates)).toMatchObject({
      template: { id: '20IIIIICPPPPX' },
      itemNumber: '01234',
      value: 2875,
      checkDigitRight: true,
      verifierRight: true,
    });
    expect(readLabel('2112345012344', templates)).toMatchObject({ template: { id: '2IIIIIIPPPPPX' } });
  });

  it('reads the 12 digits of a UPC as 13', () => {
    const code = formatLabel(pattern('02IIIIICPPPPX'), '12345', 499);
    expect(readLabel(code.slice(1), templates)).toEqual(readLabel(code, templates));
  });

  it('judges the published faulty label: 2340119005006 should end in 7 (R32)', () => {
    const read = readLabel('2340119005006', [template('23IIIIIPPPPPX')]);
    expect(read).toMatchObject({ itemNumber: '40119', value: 500, checkDigitRight: false });
    expect(readLabel('2340119005007', [template('23IIIIIPPPPPX')])).toMatchObject({ checkDigitRight: true });
  });

  it('sees a wrong inner check digit', () => {
    expect(readLabel('2001234828750', templates)).toMatchObject({ verifierRight: false });
  });

  it.each([
    '',
    '4006381333931',
    '96385074',
    '20012349287',
    '20012349287561',
    '200123492875a',
    '2'.repeat(4000),
  ])('takes %.40s for no label', (text) => {
    expect(readLabel(text, templates)).toBeNull();
  });

  it('looks for the item number, the same without zeros, and the label without its value', () => {
    const read = readLabel(formatLabel(pattern('20IIIIICPPPPX'), '01234', 2875), templates)!;
    expect(itemKeys(read)).toEqual({
      own: ['01234', '1234'],
      gtin14: `0${formatLabel(pattern('20IIIIICPPPPX'), '01234', 0)}`,
    });
    const zero = readLabel(formatLabel(pattern('20IIIIICPPPPX'), '00000', 1), templates)!;
    expect(itemKeys(zero).own).toEqual(['00000', '0']);
    const inside = readLabel(formatLabel(pattern('20IIIIICPPPPX'), '10020', 1), templates)!;
    expect(itemKeys(inside).own).toEqual(['10020']);
  });

  it('gives back what was written, for every pattern, item and value', () => {
    const patterns = [
      '20IIIIICPPPPX',
      '21IIIIIWWWWWX',
      '28IIIRRCPPPPX',
      '02IIIIICPPPPX',
      '2IICPPPPPRRRX',
      '29NNNNIIIIIIX',
      '27IIIIPPPPPPX',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.nat(), fc.nat(), (text, item, value) => {
        const shape = pattern(text);
        const itemNumber = String(item % 10 ** shape.itemLength).padStart(shape.itemLength, '0');
        const wanted = value % 10 ** shape.valueLength;
        expect(readLabel(formatLabel(shape, itemNumber, wanted), [template(text)])).toMatchObject({
          itemNumber,
          value: wanted,
          checkDigitRight: true,
          verifierRight: true,
        });
      }),
    );
  });

  it('never throws, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000, unit: 'binary' }), (text) => {
        readLabel(text, templates);
        parsePattern(text);
      }),
      { numRuns: 50 },
    );
  });

  it('writes a short item number with zeros before it', () => {
    const code = formatLabel(pattern('20IIIIICPPPPX'), '7', 2875);
    expect(code).toBe(formatLabel(pattern('20IIIIICPPPPX'), '00007', 2875));
    expect(code).toHaveLength(13);
  });

  it.each(['123456', 'a', 'a1', '1a', '12 45'])('refuses to write the item number %j', (item) => {
    expect(() => formatLabel(pattern('20IIIIICPPPPX'), item, 1)).toThrow('the item number does not fit');
  });

  it.each([10_000, -1, 1.5, Number.NaN, 1e21])('refuses to write the value %d', (value) => {
    expect(() => formatLabel(pattern('20IIIIICPPPPX'), '1', value)).toThrow('the value does not fit');
  });
});
