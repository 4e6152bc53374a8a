import { describe, expect, it } from 'vitest';
import {
  newBarcodeRow,
  printedCode,
  readBarcode,
  toBarcodeInput,
  toBarcodeRow,
  withScanned,
} from './barcode-rows.ts';

const row = (text: string) => newBarcodeRow(text);

describe('the codes of a product', () => {
  it('tell a GTIN from a code the shop made up', () => {
    expect(readBarcode(row('5012345678900'))).toEqual({ kind: 'gtin', code: '05012345678900' });
    expect(readBarcode(row('SHELF-7'))).toEqual({ kind: 'inStore', code: 'SHELF-7' });
  });

  it('name the check digit that was expected when one is mistyped', () => {
    expect(readBarcode(row('5012345678909'))).toEqual({
      kind: 'fault',
      code: 'barcode.badCheckDigit',
      expectedCheckDigit: 0,
    });
  });

  it("take a shop's own code that only looks like a GTIN, when told so", () => {
    const own = { ...row('5012345678909'), kind: 'inStore' as const };
    expect(toBarcodeInput(own)).toEqual([{ kind: 'inStore', code: '5012345678909' }]);
    const stored = toBarcodeRow({ code: '5012345678909', kind: 'inStore' });
    expect(toBarcodeInput(stored)).toEqual([{ kind: 'inStore', code: '5012345678909' }]);
  });

  it('leave empty rows out', () => {
    expect(toBarcodeInput(row('  '))).toEqual([]);
  });

  it('are shown as they are printed on the pack', () => {
    expect(printedCode('05012345678900', 'gtin')).toBe('5012345678900');
    expect(printedCode('00036000291452', 'gtin')).toBe('036000291452');
    expect(printedCode('00000096385074', 'gtin')).toBe('96385074');
    expect(printedCode('0007', 'inStore')).toBe('0007');
  });

  it('survive being shown and stored again', () => {
    for (const code of ['05012345678900', '00036000291452', '00000096385074', '10012345678902']) {
      expect(toBarcodeInput(toBarcodeRow({ code, kind: 'gtin' }))).toEqual([{ code, kind: 'gtin' }]);
    }
  });

  it('take a scan into the first empty row', () => {
    const rows = withScanned([row('SHELF-7'), row('')], '96385074');
    expect(rows.map(({ text }) => text)).toEqual(['SHELF-7', '96385074']);
  });

  it('do not take the same code twice, however it was scanned', () => {
    const rows = [row('036000291452')];
    expect(withScanned(rows, '0036000291452')).toBe(rows);
  });
});
