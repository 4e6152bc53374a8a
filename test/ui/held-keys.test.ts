// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { holdingKeys } from '../../src/renderer/src/app/held-keys.ts';
import { listenForScans } from '../../src/renderer/src/features/sell/scanner/scanner-listener.ts';
import { PLAIN_SCANNER } from '../../src/shared/contract/plain-scanner.ts';

let scanField: HTMLInputElement;
let openSheet: () => void;
let paid: string[];

beforeEach(() => {
  document.body.innerHTML = '<input type="search">';
  scanField = document.querySelector('input') as HTMLInputElement;
  scanField.focus();
  paid = [];
});

/** What a browser does with a key: the page hears it first, then the character lands in the focused field. */
function press(key: string): void {
  const target = document.activeElement ?? document.body;
  const code = /\d/.test(key) ? `Digit${key}` : key;
  const passed = target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
  );
  if (passed && target instanceof HTMLInputElement && key.length === 1)
    target.setRangeText(key, target.value.length, target.value.length, 'end');
}

/** A sheet that comes when told and hears figures wherever its focus is. */
function sheetOnItsWay(asMeant = true): Promise<boolean> {
  return new Promise((resolve) => {
    openSheet = () => {
      document.body.insertAdjacentHTML('beforeend', '<div aria-modal="true" tabindex="-1"></div>');
      const sheet = document.querySelector<HTMLElement>('[aria-modal="true"]');
      sheet?.addEventListener('keydown', (event) => paid.push(event.key));
      // The focus comes a moment after the sheet.
      setTimeout(() => sheet?.focus(), 20);
      resolve(asMeant);
    };
  });
}

describe('keys pressed while the payment sheet is on its way', () => {
  it('go to the sheet, in order, and not into the scan field', async () => {
    const charged = holdingKeys(() => sheetOnItsWay());
    press('3');
    press('0');
    openSheet();
    press('F2');
    await charged;
    expect(paid).toEqual(['3', '0', 'F2']);
    expect(scanField.value).toBe('');
  });

  it('answer no question that came instead', async () => {
    const charged = holdingKeys(() => sheetOnItsWay(false));
    press('3');
    press('Enter');
    openSheet();
    press('Enter');
    await charged;
    expect(paid).toEqual([]);
    press('4');
    expect(paid).toEqual(['4']);
  });

  it('go on to where the focus is when nothing opened', async () => {
    const charged = holdingKeys(async () => true);
    press('4');
    await charged;
    expect(scanField.value).toBe('4');
    press('5');
    expect(scanField.value).toBe('45');
  });

  it('leave a scan to the scanner', async () => {
    const scanned: string[] = [];
    const stop = listenForScans(
      () => PLAIN_SCANNER,
      (code) => scanned.push(code),
    );
    const charged = holdingKeys(() => sheetOnItsWay());
    press('7');
    await new Promise((done) => setTimeout(done, 60));
    for (const key of '5000112637922') press(key);
    press('Enter');
    openSheet();
    await charged;
    stop();
    expect(scanned).toEqual(['5000112637922']);
    expect(paid).toEqual(['7']);
  });
});
