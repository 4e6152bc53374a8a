import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { englishSentences, plainWords } from './foreign-words.ts';
import { expectNoFinding } from './looks.ts';

/** Each look at all screens takes a minute or more; three of them see every theme and every language. */
const PATIENCE_MS = 420_000;

// A trace of so many pages costs more than the looks themselves; the findings name their screen.
test.use({ trace: 'off', screenshot: 'off' });
test.describe.configure({ mode: 'parallel' });

test('axe finds nothing on any screen in light', async ({ browser }) => {
  test.setTimeout(PATIENCE_MS);
  await expectNoFinding(browser, { language: 'en', theme: 'light' }, violations);
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

test('Chinese leaves no English sentence on any screen', async ({ browser }) => {
  test.setTimeout(PATIENCE_MS);
  await expectNoFinding(browser, { language: 'zh', theme: 'light' }, englishSentences);
});

async function violations(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}
