// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFromScans } from '../../../src/renderer/src/app/kept-typing.ts';
import type { ScannerSettings } from '../../../src/renderer/src/features/sell/scanner/burst-detector.ts';
import { listenForScans } from '../../../src/renderer/src/features/sell/scanner/scanner-listener.ts';
import { PLAIN_SCANNER } from '../../../src/shared/contract/plain-scanner.ts';

const MILK = '5000112637922';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let settings: ScannerSettings;
let scanned: string[];
let submitted: number;
let field: HTMLInputElement;
let stop: () => void;

beforeEach(() => {
  settings = PLAIN_SCANNER;
  scanned = [];
  submitted = 0;
  document.body.innerHTML = '<form><input type="search"></form><button>Charge</button>';
  field = document.querySelector('input') as HTMLInputElement;
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted += 1;
  });
  field.focus();
  stop = listenForScans(
    () => settings,
    (code) => scanned.push(code),
  );
});
afterEach(() => stop());

/** What a browser does with a key: the page hears it first, then the character lands in the focused field. */
function press(key: string): void {
  const code = /\d/.test(key) ? `Digit${key}` : key.length === 1 ? `Key${key.toUpperCase()}` : key;
  const target = document.activeElement ?? document.body;
  const passed = target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
  );
  if (!passed || !(target instanceof HTMLInputElement)) return;
  if (key === 'Enter') target.form?.requestSubmit();
  else target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
}
const scan = (code: string) => {
  for (const key of [...code, 'Enter']) press(key);
};
async function type(text: string): Promise<void> {
  for (const key of text) {
    press(key);
    await pause(60);
  }
}

describe('a scan into the page', () => {
  it('is heard, and leaves an empty field empty and nothing submitted', () => {
    scan(MILK);
    expect({ scanned, value: field.value, submitted }).toEqual({ scanned: [MILK], value: '', submitted: 0 });
  });

  it('is whole when the settings become known in the middle of it; the next one goes by them', async () => {
    for (const key of MILK.slice(0, 8)) press(key);
    settings = { ...PLAIN_SCANNER, prefix: 'q' };
    for (const key of [...MILK.slice(8), 'Enter']) press(key);
    expect(scanned).toEqual([MILK]);
    await pause(200);
    scan(`q${MILK}`);
    scan(MILK);
    expect(scanned).toEqual([MILK, MILK]);
  });

  it('in the middle of typing gives the field back what it held', async () => {
    await type('ap');
    scan(MILK);
    expect({ scanned, value: field.value, submitted }).toEqual({
      scanned: [MILK],
      value: 'ap',
      submitted: 0,
    });
    await type('p');
    expect(field.value).toBe('app');
  });

  it('leaves a person typing a code by hand alone', async () => {
    await type('5000');
    press('Enter');
    expect({ scanned, value: field.value, submitted }).toEqual({ scanned: [], value: '5000', submitted: 1 });
  });

  it('is heard while a button has the focus, and does not press it', () => {
    const button = document.querySelector('button') as HTMLButtonElement;
    let heard = 0;
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') heard += 1;
    });
    button.focus();
    scan(MILK);
    expect({ scanned, heard }).toEqual({ scanned: [MILK], heard: 0 });
  });

  it('puts back an amount that its digits typed on a number pad', () => {
    let amount = '20';
    const stopKeeping = keepFromScans(() => {
      const before = amount;
      return () => {
        amount = before;
      };
    });
    const pad = (event: KeyboardEvent) => {
      amount += event.key;
    };
    document.addEventListener('keydown', pad);
    scan(MILK);
    document.removeEventListener('keydown', pad);
    stopKeeping();
    expect({ scanned, amount }).toEqual({ scanned: [MILK], amount: '20' });
  });

  it('one after the other are two scans', () => {
    scan(MILK);
    scan('4006381333931');
    expect({ scanned, value: field.value }).toEqual({ scanned: [MILK, '4006381333931'], value: '' });
  });
});
