import { type Browser, expect, type Page } from '@playwright/test';
import type { Language } from '../../src/shared/messages/index.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import type { Screen } from '../shots/screens.ts';
import { SCREENS } from '../shots/screens.ts';
import { walk } from '../shots/walk.ts';

/** Looks at every screen there is and collects what is wrong; screens that cannot be reached count, too. */
export async function expectNoFinding(
  browser: Browser,
  { language, theme }: { language: Language; theme: 'light' | 'dark' },
  findingsOn: (page: Page, screen: Screen) => Promise<readonly string[]>,
): Promise<void> {
  const findings: string[] = [];
  const shops: ServedShop[] = await Promise.all([serveShop(), serveShop()]);
  const [demo, empty] = shops;
  try {
    const problems = await walk(browser, SCREENS, {
      shops: { demoUrl: demo?.url ?? '', emptyUrl: empty?.url ?? '' },
      language,
      theme,
      look: async (page, screen) => {
        for (const finding of await findingsOn(page, screen)) findings.push(`${screen.name}: ${finding}`);
      },
    });
    expect([...problems, ...findings]).toEqual([]);
  } finally {
    for (const shop of shops) await shop.close();
  }
}
