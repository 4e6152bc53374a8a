import { err, ok, type Result } from '../result.ts';

/** R29. A product code is either a GTIN, kept as its 14 digits, or a code the shop made up, kept as it is written. */
export type Barcode = GtinBarcode | InStoreBarcode;

export type Symbology = 'ean8' | 'upce' | 'upca' | 'ean13' | 'itf14';

export interface GtinBarcode {
  readonly kind: 'gtin';
  /** 14 digits, the only form a GTIN is stored and compared in. */
  readonly gtin14: string;
  /** What was typed or scanned, without surrounding blanks. */
  readonly entered: string;
  readonly symbology: Symbology;
  /** Restricted circulation (02, 04, 20–29; 8 digits starting 0 or 2): means something in one shop only. */
  readonly restricted: boolean;
}

export interface InStoreBarcode {
  readonly kind: 'inStore';
  readonly code: string;
}

export type BarcodeError =
  | { readonly code: 'barcode.badCheckDigit'; readonly entered: string; readonly expectedCheckDigit: number }
  | { readonly code: 'barcode.badLength'; readonly entered: string; readonly length: number }
  | { readonly code: 'barcode.badCharacters'; readonly entered: string }
  | { readonly code: 'barcode.tooLong'; readonly length: number; readonly maxLength: number };

export const maxBarcodeLength = 64;

/** GS1 check digit of all digits but the last: from the right weights 3,1,3,1…; (10 − sum mod 10) mod 10.
 *  `gtinCheckDigit('400638133393')` is 1, `gtinCheckDigit('03600024145')` is 7. Digits only, else it throws. */
export function gtinCheckDigit(digitsWithoutCheck: string): number {
  if (!/^\d+$/.test(digitsWithoutCheck)) throw new Error('a check digit needs digits only');
  let sum = 0;
  for (let i = digitsWithoutCheck.length - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
    sum += weight * (digitsWithoutCheck.charCodeAt(i) - 48);
  }
  return (10 - (sum % 10)) % 10;
}

/** The 12 digits a UPC-E of 8 digits stands for, or null when the number system is neither 0 nor 1.
 *  The check digit is taken over, not verified. */
export function expandUpcE(digits8: string): string | null {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(digits8);
  if (match === null) return null;
  const [, system, a, b, c, d, e, last, check] = match;
  if (last === '0' || last === '1' || last === '2') return `${system}${a}${b}${last}0000${c}${d}${e}${check}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}${check}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}${check}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}${check}`;
}

/** A code that must be a GTIN: 8, 12, 13 or 14 digits with a right check digit, blanks and hyphens as printed
 *  allowed. Eight digits are EAN-8 first, UPC-E second. */
export function parseGtin(text: string): Result<GtinBarcode, BarcodeError> {
  if (text.length > maxBarcodeLength) return tooLong(text);
  const entered = text.trim();
  const digits = entered.replace(/(?<=\d)[ \u00a0-](?=\d)/g, '');
  if (digits === '') return err({ code: 'barcode.badLength', entered, length: 0 });
  if (!/^\d+$/.test(digits)) return err({ code: 'barcode.badCharacters', entered });
  if (!gtinLengths.has(digits.length))
    return err({ code: 'barcode.badLength', entered, length: digits.length });
  const reading = readings(digits, entered)[0];
  if (reading !== undefined) return ok(reading);
  return err({
    code: 'barcode.badCheckDigit',
    entered,
    expectedCheckDigit: gtinCheckDigit(digits.slice(0, -1)),
  });
}

/** A code the shop made up: 1 to 64 printable characters without blanks, kept exactly. */
export function parseInStoreCode(text: string): Result<InStoreBarcode, BarcodeError> {
  if (text.length > maxBarcodeLength) return tooLong(text);
  const code = text.trim().normalize('NFC');
  if (code === '') return err({ code: 'barcode.badLength', entered: code, length: 0 });
  if (!/^[^\p{C}\p{Z}]+$/u.test(code)) return err({ code: 'barcode.badCharacters', entered: code });
  return ok({ kind: 'inStore', code });
}

/** A code whose kind nobody named: a GTIN when it has a GTIN's length and check digit, refused when it has the
 *  length but not the check digit (a misread or mistyped GTIN), else an in-store code. */
export function parseBarcode(text: string): Result<Barcode, BarcodeError> {
  const gtin = parseGtin(text);
  if (gtin.ok || gtin.error.code === 'barcode.badCheckDigit') return gtin;
  return parseInStoreCode(text);
}

export interface ScanCandidate {
  readonly kind: Barcode['kind'];
  /** GTIN-14, or the exact in-store code. */
  readonly key: string;
}

/** The stored keys a scan tries, in order: every GTIN the digits can be read as (eight digits can be both a valid
 *  EAN-8 and a valid UPC-E), then the exact text as an in-store code. Empty for what no key can be. */
export function scanCandidates(text: string): readonly ScanCandidate[] {
  const inStore = parseInStoreCode(text);
  const gtins = text.length > maxBarcodeLength ? [] : readings(text.trim(), text.trim());
  const keys: ScanCandidate[] = gtins.map((gtin) => ({ kind: 'gtin', key: gtin.gtin14 }));
  return inStore.ok ? [...keys, { kind: 'inStore', key: inStore.value.code }] : keys;
}

const gtinLengths: ReadonlySet<number> = new Set([8, 12, 13, 14]);
const symbologyByLength: Readonly<Record<number, Symbology>> = {
  8: 'ean8',
  12: 'upca',
  13: 'ean13',
  14: 'itf14',
};

function readings(digits: string, entered: string): GtinBarcode[] {
  if (!/^\d+$/.test(digits)) return [];
  const found: GtinBarcode[] = [];
  const symbology = symbologyByLength[digits.length];
  if (symbology !== undefined && hasRightCheckDigit(digits)) found.push(gtinOf(digits, entered, symbology));
  const expanded = expandUpcE(digits);
  if (expanded !== null && hasRightCheckDigit(expanded)) found.push(gtinOf(expanded, entered, 'upce'));
  return found;
}

function gtinOf(digits: string, entered: string, symbology: Symbology): GtinBarcode {
  const gtin14 = digits.padStart(14, '0');
  return { kind: 'gtin', gtin14, entered, symbology, restricted: isRestricted(gtin14, symbology) };
}

function isRestricted(gtin14: string, symbology: Symbology): boolean {
  // Six leading zeros are a GTIN-8: GS1 gives out no longer company number that begins so.
  if (gtin14.startsWith('000000') && symbology !== 'upce') return gtin14[6] === '0' || gtin14[6] === '2';
  return /^.(?:02|04|2)/.test(gtin14);
}

function hasRightCheckDigit(digits: string): boolean {
  return gtinCheckDigit(digits.slice(0, -1)) === digits.charCodeAt(digits.length - 1) - 48;
}

function tooLong(text: string): Result<never, BarcodeError> {
  return err({ code: 'barcode.tooLong', length: text.length, maxLength: maxBarcodeLength });
}
