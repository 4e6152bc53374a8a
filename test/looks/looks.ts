import { type Browser, expect, type Page } from '@playwright/test';
import type { Language } from '../../src/shared/messages/index.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { OFFICE_SCREENS } from '../shots/office-screens.ts';
import { SCREENS, type Screen } from '../shots/screens.ts';
import { walk } from '../shots/walk.ts';

/** Two halves of about the same length, each with shops of its own, for two cores. */
export const PARTS = ['till', 'desk'] as const;

const atDesk = new Set(OFFICE_SCREENS);
/** What is looked at after a sale needs one. */
const SALE = 'pay-done';
/** Only some screens, by name: TILLWISE_LOOKS_ONLY=today,orders npm test -- looks */
const only = (process.env.TILLWISE_LOOKS_ONLY ?? '').split(',').filter((name) => name !== '');

/** The shops made here have no past. */
function screensOf(part: (typeof PARTS)[number]): readonly Screen[] {
  const wanted = SCREENS.filter(
    ({ name, past }) => !past && (only.length === 0 || only.includes(name) || name === SALE),
  );
  return wanted.filter((screen) => atDesk.has(screen) === (part === 'desk') || screen.name === SALE);
}

/** Looks at every screen there is and collects what is wrong; screens that cannot be reached count, too. */
export async function expectNoFinding(
  browser: Browser,
  { part, language, theme }: { part: (typeof PARTS)[number]; language: Language; theme: 'light' | 'dark' },
  findingsOn: (page: Page, screen: Screen) => Promise<readonly string[]>,
): Promise<void> {
  const findings: string[] = [];
  const shops: ServedShop[] = await Promise.all([serveShop(), serveShop()]);
  const [demo, empty] = shops;
  try {
    const problems = await walk(browser, screensOf(part), {
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
