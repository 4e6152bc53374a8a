import { test as base, expect, type Page } from '@playwright/test';
import { signIn } from '../shots/sign-in.ts';
import { type ContextOptions, openContext } from './browser-door.ts';
import { watch } from './door.ts';
import { serveShop } from './serve-shop.ts';

export interface SignedInPage {
  readonly page: Page;
  /** Where its shop is served. */
  readonly url: string;
}

export interface SignedInOptions extends ContextOptions {
  /** Where the page opens, such as "/#/stock"; the till by itself. */
  readonly route?: string;
  readonly as?: 'demo' | 'cashier' | 'signed-out';
  /** Whether the browser is a till. */
  readonly till?: boolean;
  /** The address of a shop that is served already; without it the test has a fresh demo shop of its own. */
  readonly url?: string;
  /** What must be there before the app is loaded, such as a clock. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Whether the page must complain of nothing until the test is over. */
  readonly watched?: boolean;
}

/** `signedInPage` opens browsers of their own at one shop, each with somebody signed in. What was opened is closed after
 *  the test, and a page that complained fails it. */
export const test = base.extend<{ signedInPage: (options?: SignedInOptions) => Promise<SignedInPage> }>({
  signedInPage: async ({ browser }, use) => {
    let ownUrl: string | null = null;
    const endings: (() => Promise<void>)[] = [];
    const complaints: string[][] = [];
    const serveOwn = async () => {
      const shop = await serveShop();
      endings.push(shop.close);
      ownUrl = shop.url;
      return ownUrl;
    };
    await use(async ({ route = '/#/sell', as = 'demo', till = true, watched = true, ...options } = {}) => {
      const url = options.url ?? ownUrl ?? (await serveOwn());
      const context = await openContext(browser, url, options);
      endings.push(() => context.close());
      await signIn(context, { as, till });
      const page = await context.newPage();
      if (watched) complaints.push(watch(page, `${url}/`));
      await options.before?.(page);
      await page.goto(route);
      return { page, url };
    });
    const notEnded: unknown[] = [];
    for (const end of endings.reverse()) await end().catch((error: unknown) => notEnded.push(error));
    expect([...complaints.flat(), ...notEnded]).toEqual([]);
  },
});
