import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt } from '../journeys/door.ts';
import { signInWithPin } from '../journeys/gate-steps.ts';
import { lineOf, scanField, scanProducts } from '../journeys/sale-steps.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };
const MINUTE_MS = 60_000;

test('a till nobody touches locks after five minutes, and not before; its cart waits behind the PIN', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/#/sell');
  await expect(scanField(page)).toBeFocused();
  const person = personAt(page, 'keyboard');
  const people = page.getByRole('group', { name: 'People' });
  await scanProducts(person, [ALMOND]);
  await page.clock.fastForward(4 * MINUTE_MS);
  // A key is a sign of life: the five minutes begin again.
  await page.keyboard.press('Shift');
  await page.clock.fastForward(4 * MINUTE_MS);
  await expect(lineOf(page, ALMOND.name)).toBeVisible();
  await expect(people).toBeHidden();
  await page.clock.fastForward(2 * MINUTE_MS);
  await expect(people).toBeVisible();
  await expect(lineOf(page, ALMOND.name)).toBeHidden();
  await signInWithPin(person, { name: 'Olivia Penhale', pin: '2719' });
  await expect(lineOf(page, ALMOND.name)).toBeVisible();
  await context.close();
  await shop.close();
});
