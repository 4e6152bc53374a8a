import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt } from '../journeys/door.ts';
import { payCash, scanField, scanProducts } from '../journeys/sale-steps.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

test('a browser that is no till yet becomes one where the owner wants to sell', async ({ browser }) => {
  const shop = await serveShop();
  // Whoever makes the shop has a till with it; the next browser has not.
  const first = await openContext(browser, shop.url);
  await signIn(first);
  const context = await openContext(browser, shop.url);
  await signIn(context, { till: false });
  const page = await context.newPage();
  await page.goto('/#/sell');
  await page.getByRole('button', { name: 'Use this device as a till' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this device as a till' }).click();
  const person = personAt(page, 'keyboard');
  await expect(scanField(page)).toBeFocused();
  await scanProducts(person, [{ name: 'Almond Butter', code: '0051651060325' }]);
  await payCash(person);
  await Promise.all([first.close(), context.close()]);
  await shop.close();
});
