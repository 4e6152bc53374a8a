import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { englishSentences, plainWords } from './foreign-words.ts';
import { expectNoFinding, PARTS } from './looks.ts';

/** A part takes half a minute of one core; a machine that does other things too gets more. */
const PATIENCE_MS = 300_000;

// A trace of so many pages costs more than the looks themselves; the findings name their screen.
test.use({ trace: 'off', screenshot: 'off' });
test.describe.configure({ mode: 'parallel' });

for (const part of PARTS) {
  test(`axe finds nothing at the ${part} in light, and Chinese leaves no sentence in English`, async ({
    browser,
  }) => {
    test.setTimeout(PATIENCE_MS);
    await expectNoFinding(browser, { part, language: 'zh', theme: 'light' }, async (page) => [
      ...(await violations(page)),
      ...(await englishSentences(page)),
    ]);
  });

  test(`axe finds nothing at the ${part} in dark, and the pseudo-locale leaves no text of ours plain`, async ({
    browser,
  }) => {
    test.setTimeout(PATIENCE_MS);
    await expectNoFinding(browser, { part, language: 'qps', theme: 'dark' }, async (page) => [
      ...(await violations(page)),
      ...(await plainWords(page)),
    ]);
  });
}

/** In one go and in place: the app has no frames, and axe's usual way opens a page more for each look. */
async function violations(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const result = await axe.analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}
