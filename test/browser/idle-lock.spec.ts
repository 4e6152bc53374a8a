import { expect } from '@playwright/test';
import { personAt } from '../journeys/door.ts';
import { signInWithPin } from '../journeys/gate-steps.ts';
import { lineOf, scanField, scanProducts } from '../journeys/sale-steps.ts';
import { test } from '../journeys/signed-in-page.ts';

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };
const MINUTE_MS = 60_000;

test('a till nobody touches locks after five minutes, and not before; its cart waits behind the PIN', async ({
  signedInPage,
}) => {
  test.setTimeout(120_000);
  const { page } = await signedInPage({ before: (fresh) => fresh.clock.install() });
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
});
