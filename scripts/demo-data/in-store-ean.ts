import { gtinCheckDigit } from '../../src/shared/values/barcode.ts';

/** An in-store EAN-13 (R29: prefix 20–29) that says the stock code: 27, its five digits, its letters as two figures each
 *  (A = 01, none = 00), a zero, the check digit. `inStoreEan('85123A')` is 2785123010003. Codes of another shape have a
 *  number of their own and a 1 before the check digit.
 *  @param index  of the code among the odd ones */
export function inStoreEan(stockCode: string, index = 0): string {
  const [, digits, letters] = /^(\d{5})([A-Z]{0,2})$/.exec(stockCode) ?? [];
  const body =
    digits === undefined
      ? `27${String(index + 1).padStart(9, '0')}1`
      : `27${digits}${lettersAsDigits(letters ?? '')}0`;
  return `${body}${gtinCheckDigit(body)}`;
}

function lettersAsDigits(letters: string): string {
  return [0, 1]
    .map((at) => (letters[at] === undefined ? 0 : letters.charCodeAt(at) - 64))
    .map((figure) => String(figure).padStart(2, '0'))
    .join('');
}
