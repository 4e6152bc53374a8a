import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { englishSentences, plainWords } from './foreign-words.ts';
import { expectNoFinding } from './looks.ts';

/** A look at all screens takes about a minute of one core; two of them see both themes and every language. */
const PATIENCE_MS = 390_000;

// A trace of so many pages costs more than the looks themselves; the findings name their screen.
test.use({ trace: 'off', screenshot: 'off' });
test.describe.configure({ mode: 'parallel' });

test('axe finds nothing on any screen in light, and Chinese leaves no sentence in English', async ({
  browser,
}) => {
  test.setTimeout(PATIENCE_MS);
  await expectNoFinding(browser, { language: 'zh', theme: 'light' }, async (page) => [
    ...(await violations(page)),
    ...(await englishSentences(page)),
  ]);
});

test('axe finds nothing on any screen in dark, and the pseudo-locale leaves no text of ours plain', async ({
  browser,
}) => {
  test.setTimeout(PATIENCE_MS);
  await expectNoFinding(browser, { language: 'qps', theme: 'dark' }, async (page) => [
    ...(await violations(page)),
    ...(await plainWords(page)),
  ]);
});

/** In one go and in place: the app has no frames, and axe's usual way opens a page more for each look. */
async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const result = await axe.analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}
