import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  expandUpcE,
  gtinCheckDigit,
  parseBarcode,
  parseGtin,
  parseInStoreCode,
  scanCandidates,
} from './barcode.ts';

const fixture = new URL('../../../test/fixtures/catalogue/bad-barcodes.csv.gz', import.meta.url);

function gtinOf(text: string): string {
  const parsed = parseGtin(text);
  return parsed.ok ? `${parsed.value.symbology} ${parsed.value.gtin14}` : parsed.error.code;
}

describe('barcode: check digit (R29)', () => {
  it('is 1 for EAN 400638133393 and 7 for UPC-A 03600024145', () => {
    expect(gtinCheckDigit('400638133393')).toBe(1);
    expect(gtinCheckDigit('03600024145')).toBe(7);
  });

  it('throws on what is not digits, which is a bug of the caller', () => {
    expect(() => gtinCheckDigit('12a')).toThrow();
    expect(() => gtinCheckDigit('')).toThrow();
  });
});

describe('barcode: a GTIN', () => {
  it.each([
    ['4006381333931', 'ean13 04006381333931'],
    ['036000241457', 'upca 00036000241457'],
    ['0036000241457', 'ean13 00036000241457'],
    ['96385074', 'ean8 00000096385074'],
    ['10012345678902', 'itf14 10012345678902'],
    [' 5 449000 000996 ', 'ean13 05449000000996'],
    ['978-0-306-40615-7', 'ean13 09780306406157'],
    ['4006381333932', 'barcode.badCheckDigit'],
    ['036000241450', 'barcode.badCheckDigit'],
    ['400638133393', 'barcode.badCheckDigit'],
    ['1234567', 'barcode.badLength'],
    ['123456789', 'barcode.badLength'],
    ['', 'barcode.badLength'],
    ['8,02E+12', 'barcode.badCharacters'],
    ['40063813339A1', 'barcode.badCharacters'],
    ['٤٠٠٦٣٨١٣', 'barcode.badCharacters'],
    ['9'.repeat(4000), 'barcode.tooLong'],
  ])('%j is read as %s', (text, expected) => {
    expect(gtinOf(text)).toBe(expected);
  });

  it('names the digit that would have been right', () => {
    const parsed = parseGtin('4006381333932');
    expect(parsed).toEqual({
      ok: false,
      error: { code: 'barcode.badCheckDigit', entered: '4006381333932', expectedCheckDigit: 1 },
    });
  });

  it.each([
    ['04252614', '042100005264'],
    ['01234505', '012000003455'],
    ['01234514', '012100003454'],
    ['01234523', '012200003453'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01234558', '012345000058'],
    ['01234565', '012345000065'],
    ['01234572', '012345000072'],
    ['01234589', '012345000089'],
    ['01234596', '012345000096'],
    ['11234562', '112345000062'],
  ])('UPC-E %s stands for %s', (upcE, upcA) => {
    expect(expandUpcE(upcE)).toBe(upcA);
    expect(gtinCheckDigit(upcA.slice(0, -1))).toBe(Number(upcA.at(-1)));
    expect(scanCandidates(upcE).map((one) => one.key)).toContain(upcA.padStart(14, '0'));
  });

  it('has no UPC-E beyond number systems 0 and 1', () => {
    expect(expandUpcE('24252614')).toBeNull();
    expect(expandUpcE('0425261')).toBeNull();
  });

  it.each([
    ['2000000066080', true],
    ['0212345678909', true],
    ['0412345678903', true],
    ['2912345678907', true],
    ['20123451', true],
    ['00001199', true],
    ['4006381333931', false],
    ['036000241457', false],
    ['96385074', false],
    ['04252614', false],
  ])('%s is restricted to one shop: %s', (digits, restricted) => {
    const body = digits.slice(0, -1);
    const text = digits === '04252614' ? digits : `${body}${gtinCheckDigit(body)}`;
    const parsed = parseGtin(text);
    expect(parsed.ok && parsed.value.restricted).toBe(restricted);
  });
});

describe('barcode: a code of unnamed kind', () => {
  it('is an in-store code when it is no GTIN by form', () => {
    expect(parseBarcode('4011')).toEqual({ ok: true, value: { kind: 'inStore', code: '4011' } });
    expect(parseBarcode('GINGER-kg')).toEqual({ ok: true, value: { kind: 'inStore', code: 'GINGER-kg' } });
  });

  it('is refused, not taken as in-store, when only the check digit is wrong', () => {
    expect(parseBarcode('4006381333932')).toMatchObject({ error: { code: 'barcode.badCheckDigit' } });
  });

  it.each(['a b', 'a\u0000b', 'a\u202eb', 'a\ud800', '\u001b@'])('refuses %j', (text) => {
    expect(parseInStoreCode(text)).toMatchObject({ ok: false, error: { code: 'barcode.badCharacters' } });
  });

  it('takes 64 characters and refuses 65 and nothing', () => {
    expect(parseInStoreCode('x'.repeat(64)).ok).toBe(true);
    expect(parseInStoreCode('x'.repeat(65))).toMatchObject({
      error: { code: 'barcode.tooLong', length: 65 },
    });
    expect(parseInStoreCode('  ')).toMatchObject({ error: { code: 'barcode.badLength' } });
  });
});

describe('barcode: what a scan looks for', () => {
  it('tries EAN-8 first, then UPC-E, then the in-store code', () => {
    const both = firstCodeValidAsBoth();
    expect(scanCandidates(both)).toEqual([
      { kind: 'gtin', key: both.padStart(14, '0') },
      { kind: 'gtin', key: (expandUpcE(both) ?? '').padStart(14, '0') },
      { kind: 'inStore', key: both },
    ]);
  });

  it('finds UPC-A whether the scanner sends 12 or 13 digits', () => {
    expect(scanCandidates('036000241457')[0]).toEqual(scanCandidates('0036000241457')[0]);
  });

  it('looks only for the in-store code when the check digit is wrong', () => {
    expect(scanCandidates('4006381333932')).toEqual([{ kind: 'inStore', key: '4006381333932' }]);
  });

  it('looks for nothing in 4,000 characters or in control bytes', () => {
    expect(scanCandidates('7'.repeat(4000))).toEqual([]);
    expect(scanCandidates('\u0002\u0003')).toEqual([]);
  });
});

describe('barcode: 11,038 real faulty codes mapped as GTIN', () => {
  it('are refused row by row, except eight digits that are a valid UPC-E or EAN-8', () => {
    const rows = Papa.parse<{ code: string; problem: string }>(gunzipSync(readFileSync(fixture)).toString(), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const kind = gtinOf(row.code).split(' ')[0] ?? '';
      counts[`${row.problem}: ${kind}`] = (counts[`${row.problem}: ${kind}`] ?? 0) + 1;
    }
    expect(rows).toHaveLength(11_038);
    expect(counts).toEqual({
      'bad_check: barcode.badCheckDigit': 4497,
      'bad_check: upce': 2304,
      'bad_length: barcode.badLength': 3877,
      'rs_unrepairable: barcode.badCheckDigit': 329,
      // A price list that lost its last digits: 31 happen to be whole in-store EAN-8.
      'rs_unrepairable: ean8': 31,
    });
  });
});

function firstCodeValidAsBoth(): string {
  for (let n = 0; n < 2_000_000; n++) {
    const body = String(n).padStart(7, '0');
    const code = `${body}${gtinCheckDigit(body)}`;
    const upcA = expandUpcE(code);
    if (upcA !== null && gtinCheckDigit(upcA.slice(0, -1)) === Number(upcA.at(-1)) && n > 0) return code;
  }
  throw new Error('no such code');
}
