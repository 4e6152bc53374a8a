import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt } from '../journeys/door.ts';
import { lineOf, linesOf, payCash, scanField, scanProducts } from '../journeys/sale-steps.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };

test('what is sold in one browser shows in the other without loading it anew', async ({ browser }) => {
  const shop = await serveShop();
  const [till, office] = [await openContext(browser, shop.url), await openContext(browser, shop.url)];
  await signIn(till);
  await signIn(office);
  const [tillPage, officePage] = [await till.newPage(), await office.newPage()];
  await tillPage.goto('/#/sell');
  await officePage.goto('/#/orders');
  await expect(officePage.getByText('No orders yet')).toBeVisible();
  const person = personAt(tillPage, 'keyboard');
  await expect(scanField(tillPage)).toBeFocused();
  await scanProducts(person, [ALMOND]);
  await payCash(person);
  await expect(officePage.getByRole('row').filter({ hasText: '£4.44' })).toBeVisible();
  await Promise.all([till.close(), office.close()]);
  await shop.close();
});

test('a till whose engine is gone says so, and goes on when it is back', async ({ browser }) => {
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await page.goto('/#/sell');
  const person = personAt(page, 'keyboard');
  await expect(scanField(page)).toBeFocused();
  await scanProducts(person, [ALMOND]);
  await shop.kill();
  await expect(page.getByText('Not connected')).toBeVisible();
  await expect(lineOf(page, ALMOND.name)).toBeVisible();
  await person.scan(ALMOND.code);
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /not answer|connect|reach/i })
      .first(),
  ).toBeVisible();
  await shop.restart();
  await expect(page.getByText('Not connected')).toBeHidden({ timeout: 30_000 });
  await person.scan(ALMOND.code);
  await expect(lineOf(page, ALMOND.name)).toContainText('£8.88');
  await expect(linesOf(page)).toHaveCount(1);
  await payCash(person);
  await context.close();
  await shop.close();
});

test('a page opened while there is no engine asks to try again, and then opens', async ({ browser }) => {
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/#/sell');
  await expect(page.getByRole('heading', { name: 'Tillwise does not answer yet' })).toBeVisible();
  await page.unroute('**/api/**');
  await personAt(page, 'keyboard').press(page.getByRole('button', { name: 'Try again' }));
  await expect(scanField(page)).toBeFocused();
  await context.close();
  await shop.close();
});
