import { chromium, expect, type Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { buildIfNeeded } from '../../scripts/start/build-if-needed.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/test/find-chromium.ts';
import { PEOPLE } from '../helpers/ready-shop.ts';
import { scan as scanKeys } from '../journeys/scanner.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { copyOf, productsFor, shopOf } from './bench-shop.ts';
import { missingList } from './real-list.ts';
import { codeAt } from './scan.ts';
import type { BenchOptions, Measured, Scenario } from './scenario.ts';
import { median, quantile } from './statistics.ts';

const LINES = 15;

export const inWindow: Scenario = {
  name: 'Scan in the window',
  what: 'A scanner’s key burst in a real Chromium at the till of a shop with 100,000 products: from the first key to the frame in which the line stands in the cart.',
  run,
};

declare global {
  interface Window {
    benchPainted?: Promise<number>;
  }
}

async function run({ data, quick }: BenchOptions): Promise<Measured> {
  const missing = missingList(data);
  if (missing) return { figures: [], cannot: missing };
  const executablePath = findChromium();
  if (!executablePath) return { figures: [], cannot: 'there is no Chromium' };
  buildIfNeeded();
  const shop = await shopOf(data, productsFor(quick));
  const served = await serveShop({ dataDir: copyOf(shop) });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const context = await browser.newContext({
      baseURL: served.url,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await enter(page);
    const codes = shop.products.map(({ gtin }) => gtin);
    const times: number[] = [];
    for (let cart = 0; cart < (quick ? 2 : 12); cart += 1) {
      for (let line = 0; line < LINES; line += 1) {
        const ms = await paintedAfter(page, codeAt(codes, cart * LINES + line + 1));
        if (cart > 0 || line > 2) times.push(ms);
      }
      await pay(page);
    }
    return {
      figures: [
        {
          name: 'key burst to painted line, p95',
          value: quantile(times, 0.95),
          unit: 'ms',
          bar: { atMost: 50 },
        },
        { name: 'key burst to painted line, median', value: median(times), unit: 'ms' },
      ],
      notes: [`${times.length} scans; Chromium without a graphics card.`],
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Signs the page in with the API, as a browser that was enrolled before, and waits for the till. */
async function enter(page: Page): Promise<void> {
  await page.goto('/');
  const register = await callFrom<readonly { id: string }[]>(page, 'session.signIn', {
    username: PEOPLE.owner.username,
    password: PEOPLE.owner.password,
    carrier: 'cookie',
  }).then(() => callFrom<readonly { id: string }[]>(page, 'register.list', {}));
  await callFrom(page, 'device.enrol', { name: 'Counter', registerId: register[0]?.id, carrier: 'cookie' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Sell', exact: true }).click({ timeout: 30_000 });
  await expect(page.getByRole('searchbox', { name: 'Scan or search' })).toBeFocused({ timeout: 30_000 });
}

async function callFrom<Answer>(page: Page, name: string, input: object): Promise<Answer> {
  const body = JSON.stringify(name === 'register.list' ? input : { commandId: uuidv7(), ...input });
  const { ok, text } = await page.evaluate(
    async ([path, sent]) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: sent,
      });
      return { ok: response.ok, text: await response.text() };
    },
    [`/api/${name.replace('.', '/')}`, body] as const,
  );
  if (!ok) throw new Error(`${name}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

/** Milliseconds from the page's first key of a scan to the end of the frame that shows one line more. */
async function paintedAfter(page: Page, code: string): Promise<number> {
  await page.evaluate(() => {
    const cart = document.querySelector('#cart');
    if (!cart) throw new Error('there is no cart');
    const lines = cart.querySelectorAll('li').length;
    window.benchPainted = new Promise((resolve) => {
      let startedMs = 0;
      const begin = () => {
        startedMs ||= performance.now();
      };
      window.addEventListener('keydown', begin, { capture: true });
      const watcher = new MutationObserver(() => {
        if (cart.querySelectorAll('li').length <= lines) return;
        watcher.disconnect();
        window.removeEventListener('keydown', begin, { capture: true });
        requestAnimationFrame(() => {
          // A message posted while a frame is made arrives after that frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - startedMs);
          port2.postMessage(null);
        });
      });
      watcher.observe(cart, { childList: true, subtree: true });
    });
  });
  await scanKeys(page, code);
  return page.evaluate(() => {
    const late = new Promise<number>((_, reject) =>
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
