import type { Browser, BrowserContext, Download, Page } from '@playwright/test';
import { type Door, theOne, watch } from './door.ts';
import { serveShop } from './serve-shop.ts';

/** The way to the button, and what the engine does for the files, are in it. */
const DOWNLOAD_MS = 30_000;
const USUAL_SIZE = { width: 1280, height: 800 };

export interface ContextOptions {
  touch?: boolean;
  language?: string;
  /** 'system': as the page's media say, which a test can change */
  theme?: 'light' | 'dark' | 'system';
  viewport?: { readonly width: number; readonly height: number };
}

/** A browser of its own at a shop's address; language and theme are set before the first paint. */
export async function openContext(
  browser: Browser,
  baseURL: string,
  { touch = false, language = 'en', theme = 'light', viewport = USUAL_SIZE }: ContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    hasTouch: touch,
    viewport,
    colorScheme: theme === 'system' ? 'light' : theme,
  });
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      const state = { theme: chosenTheme, language: chosenLanguage, keyboard: 'auto' };
      localStorage.setItem('tillwise.preferences', JSON.stringify({ state, version: 0 }));
    },
    [language, theme],
  );
  return context;
}

/** @returns the path of the file that came of the act */
export const download = async (page: Page, act: () => Promise<void>): Promise<string> =>
  theOne(await downloads(page, 1, act));

/** @returns the paths of as many files as come of the act, in order */
async function downloads(page: Page, count: number, act: () => Promise<void>): Promise<readonly string[]> {
  const files: Download[] = [];
  const predicate = (file: Download) => files.push(file) === count;
  const all = page.waitForEvent('download', { predicate, timeout: DOWNLOAD_MS });
  await Promise.all([all, act()]);
  return Promise.all(files.map((file) => file.path()));
}

/** Chromium at a fresh shop, served by the built engine. */
export function browserDoor(browser: Browser): Door {
  return {
    name: 'browser',
    open: async ({ way, demo = false }) => {
      const shop = await serveShop({ demo });
      const context = await openContext(browser, shop.url, { touch: way === 'touch' });
      const page = await context.newPage();
      const complaints = watch(page, `${shop.url}/`);
      await page.goto('/');
      return {
        page,
        complaints,
        saveFile: (act) => download(page, act),
        saveFiles: (count, act) => downloads(page, count, act),
        close: async () => {
          await context.close();
          await shop.close();
        },
      };
    },
  };
}
