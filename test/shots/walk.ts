import type { Browser, Page } from '@playwright/test';
import type { Language } from '../../src/shared/messages/index.ts';
import { openContext } from '../journeys/browser-door.ts';
import { serveCopiedShop } from './copied-shop.ts';
import type { Screen } from './screens.ts';
import { signIn } from './sign-in.ts';
import { stageOf } from './stage.ts';

/** The sizes every screen is made for, and the one of a counter, for the screens that stand there. */
export const LANDSCAPE = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
export const PORTRAIT = [{ width: 800, height: 1100 }] as const;

/** Something is there, and nothing is still loading, moving or waiting for its letters. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(
    () =>
      document.body.innerText.trim() !== '' &&
      document.querySelector('[aria-busy="true"]:not(button)') === null,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
}

/** Loads the app afresh at a screen's address: what an earlier screen opened is gone. The page itself is kept, as a new
 *  one costs as much as a screen. */
async function load(page: Page, route: string): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => document.documentElement.setAttribute('data-left', ''));
  await page.goto(route);
  // Between two addresses of one app the browser only moves the hash.
  if ((await page.locator('html[data-left]').count()) > 0) await page.reload();
  await settle(page);
}

/** Brings one screen up and looks at it. */
async function visit(
  page: Page,
  screen: Screen,
  { language, look }: Pick<WalkOptions, 'language' | 'look'>,
): Promise<void> {
  await load(page, screen.route);
  await screen.prepare?.(stageOf(page, language));
  await settle(page);
  await look(page, screen);
}

/** Where the two shops are that most pictures are taken of. */
export interface Shops {
  readonly demoUrl: string;
  readonly emptyUrl: string;
}

export interface WalkOptions {
  readonly shops: Shops;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** what is done with each screen once it stands still */
  readonly look: (page: Page, screen: Screen) => Promise<void>;
}

/** Goes through the screens in one theme and language; one that cannot be reached does not keep the others from
 *  their turn.
 *  @returns one line a screen that failed */
export async function walk(
  browser: Browser,
  screens: readonly Screen[],
  options: WalkOptions,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const shop of ['empty', 'demo', 'cashier', 'signed-out'] as const) {
    const here = screens.filter((screen) => (screen.shop ?? 'demo') === shop);
    if (here.length === 0) continue;
    const url = shop === 'empty' ? options.shops.emptyUrl : options.shops.demoUrl;
    problems.push(...(await walkIn(browser, { url, as: shop }, here, options)));
  }
  const copied = screens.filter(({ shop }) => shop === 'copied');
  if (copied.length > 0) {
    const { url, close } = await serveCopiedShop();
    problems.push(...(await walkIn(browser, { url, as: 'demo' }, copied, options).finally(close)));
  }
  return problems;
}

/** The screens of one shop, as one person or as nobody. */
async function walkIn(
  browser: Browser,
  { url, as }: { url: string; as: 'empty' | 'demo' | 'cashier' | 'signed-out' },
  screens: readonly Screen[],
  options: WalkOptions,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const context = await openContext(browser, url, options);
  try {
    context.setDefaultTimeout(10_000);
    if (as !== 'empty') await signIn(context, { as });
    const page = await context.newPage();
    for (const screen of screens)
      await visit(page, screen, options).catch((error: Error) =>
        problems.push(`${screen.name}: ${error.message}`),
      );
  } finally {
    await context.close();
  }
  return problems;
}
