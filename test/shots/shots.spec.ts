import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES, type Language } from '../../src/shared/messages/index.ts';
import { SCREENS, type Screen } from './screens.ts';
import { LANDSCAPE, PORTRAIT, settle, walk } from './walk.ts';

// A trace of so many pages costs more than their pictures.
test.use({ trace: 'off', screenshot: 'off' });

const only = (process.env.TILLWISE_SHOTS_ONLY ?? '').split(',').filter((name) => name !== '');
const wanted = SCREENS.filter((screen) => only.length === 0 || only.includes(screen.name));
const language = languageNamed(process.env.TILLWISE_SHOTS_LANGUAGE);

const WALKS = [
  { name: 'landscape', sizes: LANDSCAPE, screens: wanted },
  { name: 'portrait', sizes: PORTRAIT, screens: wanted.filter(({ portrait }) => portrait) },
] as const;

for (const { name, sizes, screens } of WALKS) {
  if (screens.length === 0) continue;
  test(`pictures in ${name}`, async ({ browser }) => {
    test.setTimeout(30_000 + screens.length * 30_000);
    const { TILLWISE_SHOTS_DEMO: demoUrl, TILLWISE_SHOTS_EMPTY: emptyUrl } = process.env;
    if (!demoUrl || !emptyUrl) throw new Error('npm run shots starts the shops and says where they are');
    const problems = await walk(browser, screens, {
      shops: { demoUrl, emptyUrl },
      language,
      theme: 'system',
      viewport: sizes[0],
      look: (page, screen) => takePictures(page, screen, sizes),
    });
    expect(problems).toEqual([]);
  });
}

/** Getting to a screen costs more than its picture: each is looked at in all sizes and themes while it is there. */
async function takePictures(page: Page, screen: Screen, sizes: typeof LANDSCAPE | typeof PORTRAIT) {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of sizes.toReversed()) {
      await page.setViewportSize(size);
      await settle(page);
      const path = `shots/${language}/${theme}/${size.width}x${size.height}/${screen.name}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}

function languageNamed(name: string | undefined): Language {
  return LANGUAGES.find((language) => language === name) ?? 'en';
}
