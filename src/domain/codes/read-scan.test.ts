import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meansCurrency } from './currency-numbers.ts';
import { isDigitalLink } from './digital-link.ts';
import { type Gs1Element, parseBracketed, parseElements } from './gs1-elements.ts';
import { readDate, readFacts } from './gs1-facts.ts';
import { setLengthOf } from './gs1-identifiers.ts';
import { readScan } from './read-scan.ts';

const GS = '\u001d';
const TODAY = '2026-03-02';
const GTIN = '09506000134352';

function factsOf(text: string) {
  const scan = readScan(text, TODAY);
  if (!scan.ok) return scan.error;
  return scan.value.kind === 'gs1' ? scan.value.facts : scan.value.text;
}

describe('codes: GS1 element strings (R33)', () => {
  it('are read from every symbology identifier, from brackets, and bare', () => {
    const raw = `01${GTIN}17261130${'10ABC-1'}`;
    for (const text of [
      `]C1${raw}`,
      `]d2${raw}`,
      `]Q3${raw}`,
      `]e0${raw}`,
      `]d2${GS}${raw}`,
      `${GS}${raw}`,
      raw,
      `(01)${GTIN}(17)261130(10)ABC-1`,
    ])
      expect(factsOf(text), text).toMatchObject({ gtin14: GTIN, expiresOn: '2026-11-30', batch: 'ABC-1' });
  });

  it('end values without a set length at ASCII 29', () => {
    expect(factsOf(`]d201${GTIN}10LOT7${GS}21S-9${GS}15270100`)).toMatchObject({
      gtin14: GTIN,
      batch: 'LOT7',
      serial: 'S-9',
      bestBefore: '2027-01-31',
    });
  });

  it('give weight, count and price with the decimals the identifier names', () => {
    expect(factsOf(`]e001${GTIN}3103001234`)).toMatchObject({ netKilograms: { value: 1234, decimals: 3 } });
    expect(factsOf(`]e001${GTIN}3102001234`)).toMatchObject({ netKilograms: { value: 1234, decimals: 2 } });
    expect(factsOf(`]C101${GTIN}392200499`)).toMatchObject({
      price: { value: 499, decimals: 2, currency: null },
    });
    expect(factsOf(`]C101${GTIN}3932978499`)).toMatchObject({
      price: { value: 499, decimals: 2, currency: '978' },
    });
    expect(factsOf(`]C101${GTIN}3012`)).toMatchObject({ count: 12 });
    expect(factsOf(`]C101${GTIN}11260301`)).toMatchObject({ producedOn: '2026-03-01', expiresOn: null });
    expect(factsOf(`]C102${GTIN}3724${GS}00006141411234567890`)).toMatchObject({ gtin14: GTIN, count: 24 });
  });

  it.each([
    ['01 400 410 8200', `01${GTIN}400PO-1${GS}410${'9506000134352'}8200https://e.g/x`],
    ['392n then 17', `01${GTIN}3922499${GS}17261130`],
  ])('know %s', (_name, raw) => {
    expect(readScan(`]C1${raw}`, TODAY)).toMatchObject({ ok: true, value: { kind: 'gs1' } });
  });

  it.each([
    [`]C101${GTIN.slice(0, 13)}3`, 'checkDigit'],
    [`]C101${GTIN}17261330`, 'date'],
    [`]C101${GTIN}17260230`, 'date'],
    [`]C101${GTIN}1726`, 'value'],
    [`]C101${GTIN}10${'x'.repeat(21)}`, 'value'],
    [`]C101${GTIN}10`, 'value'],
    [`]C101${GTIN}10a b`, 'value'],
    [`]C101${GTIN}05123`, 'identifier'],
    [`]C1HELLO`, 'identifier'],
    [`]C101${GTIN}10A${GS}10B`, 'repeated'],
    [`]C1`, 'empty'],
    [GS, 'empty'],
    [`]d2${'9'.repeat(4000)}`, 'value'],
    [`]d210${'7'.repeat(4000)}`, 'value'],
    [`https://id.gs1.org/01/${GTIN}/10/%E0%A4%A`, 'encoding'],
  ])('%.40s is not whole: %s', (text, fault) => {
    expect(readScan(text, TODAY)).toMatchObject({ ok: false, error: { fault } });
  });

  it.each([
    ['17', `]C101${GTIN}17261330`],
    ['10', `]C101${GTIN}10`],
    ['10', `]C101${GTIN}10A${GS}10B`],
    ['3103', `]C101${GTIN}310300123A`],
    ['HELL', `]C1HELLO`],
    ['05', `]C101${GTIN}05`],
    ['', `]C1`],
    ['', `https://id.gs1.org/01/${GTIN}/10/%E0%A4%A`],
  ])('say where they are not whole: %s', (at, text) => {
    expect(readScan(text, TODAY)).toMatchObject({ ok: false, error: { at } });
  });

  it('take the same twice for one', () => {
    expect(factsOf(`]C101${GTIN}10A${GS}10A`)).toMatchObject({ batch: 'A' });
  });

  it('leave a code that only begins like one alone', () => {
    expect(factsOf('0112345678901234')).toBe('0112345678901234');
    expect(factsOf('(01)nonsense')).toBe('(01)nonsense');
    expect(factsOf(']E04006381333931')).toBe('4006381333931');
    expect(factsOf('4006381333931')).toBe('4006381333931');
    expect(factsOf(' milk-1 ')).toBe('milk-1');
    expect(factsOf('(05)123')).toBe('(05)123');
    expect(factsOf('(05)123(10)A')).toBe('(05)123(10)A');
    expect(readScan('(01)nonsense', TODAY)).toEqual({
      ok: true,
      value: { kind: 'plain', text: '(01)nonsense' },
    });
  });

  it('give back what was written', () => {
    const element = fc.oneof(
      fc.record({ ai: fc.constant('01'), value: fc.constant(GTIN) }),
      fc.record({
        ai: fc.constantFrom('11', '15', '17'),
        value: fc.constantFrom('261130', '270200', '991231'),
      }),
      fc.record({
        ai: fc.constantFrom('10', '21', '400'),
        value: fc.stringMatching(/^[!-"%-?A-Z_a-z]{1,20}$/),
      }),
      fc.record({ ai: fc.constantFrom('30', '37', '3922', '3903'), value: fc.stringMatching(/^\d{1,8}$/) }),
      fc.record({ ai: fc.constantFrom('3103', '3100', '3201'), value: fc.stringMatching(/^\d{6}$/) }),
      fc.record({ ai: fc.constantFrom('422', '8005', '402'), value: fc.constant('') }).map(({ ai }) => ({
        ai,
        value: '1'.repeat(ai === '422' ? 3 : ai === '8005' ? 6 : 17),
      })),
    );
    fc.assert(
      fc.property(fc.uniqueArray(element, { selector: ({ ai }) => ai, minLength: 1 }), (elements) => {
        expect(parseElements(formatElements(elements))).toEqual({ ok: true, value: elements });
      }),
    );
  });

  it('give back what was written in brackets', () => {
    const bracketed = (elements: readonly Gs1Element[]) =>
      elements.map(({ ai, value }) => `(${ai})${value}`).join('');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
        fc.stringMatching(/^[a-z0-9/]{1,20}$/),
        (batch, serial) => {
          const elements = [
            { ai: '01', value: GTIN },
            { ai: '10', value: batch },
            { ai: '21', value: serial },
          ];
          expect(parseBracketed(bracketed(elements))).toEqual({ ok: true, value: elements });
        },
      ),
    );
  });

  it('begin with an identifier, and take brackets round anything else for a part of the value', () => {
    expect(parseBracketed(`(01)${GTIN}(10)A(05)B`)).toEqual({
      ok: true,
      value: [
        { ai: '01', value: GTIN },
        { ai: '10', value: 'A(05)B' },
      ],
    });
    expect(parseBracketed('(912)x')).toEqual({ ok: false, error: { fault: 'identifier', at: '(912)x' } });
    expect(parseBracketed('(05)123(10)A')).toEqual({
      ok: false,
      error: { fault: 'identifier', at: '(05)12' },
    });
  });

  it('never throw, whatever is scanned', () => {
    const piece = fc.constantFrom(
      '01',
      GTIN,
      '10',
      '17',
      '(01)',
      '(10)',
      GS,
      ']C1',
      ']d2',
      '392',
      'https://a/01/',
      '%',
      '?17=',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 4000, unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          readScan(text, TODAY);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('codes: two-digit years (R33)', () => {
  it.each([
    ['260302', '2026-03-02', '2026-03-02'],
    ['760101', '2026-03-02', '2076-01-01'],
    ['770101', '2026-03-02', '1977-01-01'],
    ['990101', '2026-03-02', '1999-01-01'],
    ['000229', '2026-03-02', '2000-02-29'],
    ['010101', '2051-01-01', '2101-01-01'],
    ['020101', '2051-01-01', '2002-01-01'],
    ['490101', '1999-01-01', '2049-01-01'],
    ['500101', '1999-01-01', '1950-01-01'],
    ['260200', '2026-03-02', '2026-02-28'],
    ['280200', '2026-03-02', '2028-02-29'],
    ['261200', '2026-03-02', '2026-12-31'],
    ['260431', '2026-03-02', null],
    ['260001', '2026-03-02', null],
    ['26031', '2026-03-02', null],
    ['2603021', '2026-03-02', null],
    ['+60302', '2026-03-02', null],
    ['261301', '2026-03-02', null],
    ['261300', '2026-03-02', null],
    ['260000', '2026-03-02', null],
  ])('%s read on %s is %s', (text, today, day) => {
    expect(readDate(text, today ?? '')).toBe(day);
  });
});

describe('codes: GS1 Digital Link', () => {
  it('reads product, batch and serial from the path, dates and weights from the query', () => {
    expect(
      factsOf(`https://shop.example/some/path/01/${GTIN}/10/AB%2F1/21/77?17=261130&3103=000420&utm=x#top`),
    ).toMatchObject({
      gtin14: GTIN,
      batch: 'AB/1',
      serial: '77',
      expiresOn: '2026-11-30',
      netKilograms: { value: 420, decimals: 3 },
    });
    expect(factsOf('http://id.gs1.org/01/9506000134352')).toMatchObject({ gtin14: GTIN });
    expect(factsOf(`]Q1https://id.gs1.org/01/${GTIN}`)).toMatchObject({ gtin14: GTIN });
    expect(factsOf(`HTTPS://ID.GS1.ORG/01/${GTIN}/?17=261130#18`)).toMatchObject({
      gtin14: GTIN,
      expiresOn: '2026-11-30',
    });
  });

  it('finds the product behind whatever the web site has in its path and its query', () => {
    expect(factsOf(`https://a.example/01/x/12345678/12345678/01/${GTIN}/21/7`)).toMatchObject({
      gtin14: GTIN,
      serial: '7',
    });
    expect(factsOf(`https://a.example/01/123456789012345/01/${GTIN}`)).toMatchObject({ gtin14: GTIN });
    expect(factsOf(`https://a.example/01/x12345678/01/${GTIN}`)).toMatchObject({ gtin14: GTIN });
    expect(factsOf(`https://a.example/01/${GTIN}?constructor=1&390n=2&=3&flag&10=A`)).toMatchObject({
      batch: 'A',
    });
  });

  it('is no other web address', () => {
    expect(isDigitalLink('https://example.org/')).toBe(false);
    expect(isDigitalLink('https://example.org/01/abc')).toBe(false);
    expect(isDigitalLink('https://example.org/01/123456789012345')).toBe(false);
    expect(isDigitalLink(`see https://example.org/01/${GTIN}`)).toBe(false);
    expect(isDigitalLink(`ftp://example.org/01/${GTIN}`)).toBe(false);
    expect(factsOf('https://example.org/menu')).toBe('https://example.org/menu');
  });
});

/** The element string of elements, with separators where values have no set length. */
function formatElements(elements: readonly Gs1Element[]): string {
  const texts = elements.map(({ ai, value }) => `${ai}${value}${setLengthOf(ai) === null ? GS : ''}`);
  return texts.join('').replace(/\u001d$/, '');
}

describe('codes: the number of a currency', () => {
  it.each([
    ['AUD', '036'],
    ['CHF', '756'],
    ['CNY', '156'],
    ['EUR', '978'],
    ['GBP', '826'],
    ['JPY', '392'],
    ['USD', '840'],
  ])('of %s is %s and no other (ISO 4217)', (currency, number) => {
    const all = Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0'));
    expect(all.filter((each) => meansCurrency(each, currency))).toEqual([number]);
  });

  it('is never meant where we have none', () => {
    expect(meansCurrency('', 'XXX')).toBe(false);
    expect(meansCurrency('999', 'XXX')).toBe(false);
  });
});

it('facts are null where the code does not say', () => {
  expect(readFacts([{ ai: '01', value: GTIN }], TODAY)).toEqual({
    ok: true,
    value: {
      gtin14: GTIN,
      batch: null,
      serial: null,
      producedOn: null,
      bestBefore: null,
      expiresOn: null,
      netKilograms: null,
      count: null,
      price: null,
    },
  });
});
