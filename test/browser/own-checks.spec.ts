import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt, watch } from '../journeys/door.ts';
import { nextCustomer, payCash, scanField, scanProducts } from '../journeys/sale-steps.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };

test('the shop checks itself on request: stock, journal, and a backup that is made, proven and looked into', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  const complaints = watch(page, `${shop.url}/`);
  await page.goto('/#/sell');
  await expect(scanField(page)).toBeFocused();
  const till = personAt(page, 'keyboard');
  await scanProducts(till, [ALMOND]);
  await payCash(till);
  await nextCustomer(till);

  await page.goto('/#/stock');
  await page.getByRole('button', { name: 'Check stock' }).click();
  await expect(page.getByRole('dialog')).toContainText(/\d+ products, 0 differ/);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();

  await page.goto('/#/settings/journal');
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Everything holds' })).toContainText('1 document');

  await page.goto('/#/settings/backups');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const backup = page.getByRole('listitem').filter({ hasText: 'By hand' });
  await expect(backup).toContainText('1 document');
  await backup.getByRole('button', { name: 'Check' }).click();
  await expect(backup).toContainText('Proven');
  await expect(page.getByText(/^Backup proven/)).toBeVisible();
  await backup.getByRole('button', { name: 'Restore' }).click();
  const restore = page.getByRole('dialog');
  await restore.getByRole('button', { name: 'Look inside' }).click();
  await expect(restore).toContainText('Harbour Street Store');
  await expect(restore).toContainText('1, last hash');
  expect(complaints).toEqual([]);
  await context.close();
  await shop.close();
});
