import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchTillwise } from '../desktop/launch-tillwise.ts';
import { PEOPLE } from '../helpers/ready-shop.ts';
import { scan as scanKeys } from '../journeys/scanner.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { missingList } from './real-list.ts';
import { codeAt } from './scan.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile } from './statistics.ts';

const LINES = 15;

export const inWindow: Scenario = {
  name: 'Scan in the window',
  what: 'A scanner’s key burst into the desktop window (Electron) at the till of a shop with 100,000 products. From the code’s last character (its Enter is still to come) to the end of the frame that shows the line: what a person waits for, however fast the scanner types. Beside it the same from the first key on, with all keys of a code sent at once, faster than any scanner types: how long the page is busy with one burst.',
  run,
};

declare global {
  interface Window {
    benchPainted?: Promise<Painted>;
  }
}

/** Milliseconds until the line was painted. */
interface Painted {
  readonly fromFirstKey: number;
  readonly fromLastCharacter: number;
}

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const shop = await shopOf(data, productsFor(quick));
  const dataDir = copyOf(shop);
  writeFileSync(join(dataDir, 'window-device.key'), `${shop.deviceToken}\n`);
  const tillwise = await launchTillwise({ dataDir });
  const { page } = tillwise;
  try {
    await enter(page);
    const codes = shop.products.map(({ gtin }) => gtin);
    const times: Painted[] = [];
    for (let cart = 0; cart < (quick ? 2 : 12); cart += 1) {
      for (let line = 0; line < LINES; line += 1) {
        const painted = await paintedAfter(page, codeAt(codes, cart * LINES + line + 1));
        if (cart > 0 || line > 2) times.push(painted);
      }
      await pay(page);
    }
    const whole = times.map(({ fromFirstKey }) => fromFirstKey);
    const after = times.map(({ fromLastCharacter }) => fromLastCharacter);
    return {
      figures: [
        {
          name: 'end of the burst to painted line, p95',
          value: quantile(after, 0.95),
          unit: 'ms',
          bar: { atMost: 50 },
        },
        { name: 'end of the burst to painted line, median', value: median(after), unit: 'ms' },
        { name: 'first key to painted line, p95', value: quantile(whole, 0.95), unit: 'ms' },
        { name: 'first key to painted line, median', value: median(whole), unit: 'ms' },
      ],
      notes: [`${times.length} scans; a window without a graphics card.`],
    };
  } finally {
    await tillwise.close();
  }
}

async function enter(page: Page): Promise<void> {
  const people = page.getByRole('group', { name: 'People' });
  await people.getByRole('button', { name: PEOPLE.cashier.name }).click({ timeout: 60_000 });
  await page.keyboard.type(PEOPLE.cashier.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Scan or search' })).toBeFocused({ timeout: 60_000 });
}

/** Scans, and waits for the end of the frame that shows one line more. */
async function paintedAfter(page: Page, code: string): Promise<Painted> {
  await page.evaluate(() => {
    const cart = document.querySelector('#cart');
    if (!cart) throw new Error('there is no cart');
    const lines = cart.querySelectorAll('li').length;
    window.benchPainted = new Promise((resolve) => {
      let firstMs = 0;
      let lastMs = 0;
      // The Enter is the scanner's alone: nobody after it hears it.
      const hear = () => {
        lastMs = performance.now();
        firstMs ||= lastMs;
      };
      window.addEventListener('keydown', hear, { capture: true });
      const watcher = new MutationObserver(() => {
        if (cart.querySelectorAll('li').length <= lines) return;
        watcher.disconnect();
        window.removeEventListener('keydown', hear, { capture: true });
        requestAnimationFrame(() => {
          // A message posted while a frame is made arrives after that frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const nowMs = performance.now();
            resolve({ fromFirstKey: nowMs - firstMs, fromLastCharacter: nowMs - lastMs });
          };
          port2.postMessage(null);
        });
      });
      watcher.observe(cart, { childList: true, subtree: true });
    });
  });
  await scanKeys(page, code);
  return page.evaluate(() => {
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('no line came')), 10_000),
    );
    return Promise.race([window.benchPainted ?? late, late]);
  });
}

async function pay(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await expect(page.getByRole('button', { name: /^Take .* and finish/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Paid' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Scan or search' })).toBeFocused();
}
