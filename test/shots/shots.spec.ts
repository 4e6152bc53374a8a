import { expect, test } from '@playwright/test';
import { LANGUAGES, type Language } from '../../src/shared/messages/index.ts';
import { SCREENS } from './screens.ts';
import { FRAMES, screensFor, walk } from './walk.ts';

const only = (process.env.TILLWISE_SHOTS_ONLY ?? '').split(',').filter((name) => name !== '');

for (const frame of FRAMES) {
  const screens = screensFor(frame, SCREENS, only);
  if (screens.length > 0) {
    test(`pictures in ${frame.theme} at ${frame.width}x${frame.height}`, async ({ browser }) => {
      test.setTimeout(30_000 + screens.length * 20_000);
      const { TILLWISE_SHOTS_DEMO: demoUrl, TILLWISE_SHOTS_EMPTY: emptyUrl } = process.env;
      if (!demoUrl || !emptyUrl) throw new Error('npm run shots starts the shops and says where they are');
      const problems = await walk(browser, screens, {
        shops: { demoUrl, emptyUrl },
        language: languageNamed(process.env.TILLWISE_SHOTS_LANGUAGE),
        theme: frame.theme,
        viewport: { width: frame.width, height: frame.height },
        look: async (page, { name }) => {
          const path = `shots/${frame.theme}/${frame.width}x${frame.height}/${name}.png`;
          await page.screenshot({ path, animations: 'disabled' });
        },
      });
      expect(problems).toEqual([]);
    });
  }
}

function languageNamed(name: string | undefined): Language {
  return LANGUAGES.find((language) => language === name) ?? 'en';
}
