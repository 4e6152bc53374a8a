import { expect, type Page, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { watch } from '../journeys/door.ts';
import { dialogOf } from '../journeys/sale-steps.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { call, command } from '../shots/api.ts';
import { signIn } from '../shots/sign-in.ts';

interface Scanned {
  readonly sale: { readonly id: string; readonly totalMinor: number };
}

const ALMOND = '0051651060325';
const BROWNIE = '0843076000556';

/** Almond Butter for Amara in cash, and Brownie Mix for nobody by card. */
async function sellBoth(page: Page): Promise<void> {
  const { rows } = await call<{ rows: readonly { id: string }[] }>(page, 'customer.search', {
    text: 'amara',
  });
  const { sale: almond } = await call<Scanned>(page, 'sale.scanBarcode', command({ barcode: ALMOND }));
  await call(page, 'sale.setCustomer', command({ saleId: almond.id, customerId: rows[0]?.id }));
  await complete(page, almond, { kind: 'cash', amountMinor: almond.totalMinor });
  const { sale: brownie } = await call<Scanned>(page, 'sale.scanBarcode', command({ barcode: BROWNIE }));
  await complete(page, brownie, { kind: 'card', amountMinor: brownie.totalMinor, reference: '417' });
}

const complete = (page: Page, sale: Scanned['sale'], payment: object) =>
  call(page, 'sale.complete', command({ saleId: sale.id, expectedTotalMinor: sale.totalMinor, payment }));

test('orders are narrowed by date, state, person, payment, customer, product and amount', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  const complaints = watch(page, `${shop.url}/`);
  await page.goto('/');
  await sellBoth(page);
  await page.goto('/#/orders');
  const [almond, brownie] = ['£4.44', '£3.09'].map((total) =>
    page.getByRole('row').filter({ hasText: total }),
  );
  if (!almond || !brownie) throw new Error('no rows to look for');
  const shown = async (wanted: { almond: boolean; brownie: boolean }) => {
    await expect(almond).toBeVisible({ visible: wanted.almond });
    await expect(brownie).toBeVisible({ visible: wanted.brownie });
  };
  const chip = (label: string) =>
    page.getByRole('search', { name: 'Filters' }).getByRole('button', { name: new RegExp(`^${label}`) });
  const choose = async (label: string, choice: string) => {
    await chip(label).click();
    await page.locator('[role^="menuitem"]').getByText(choice, { exact: true }).click();
  };
  const pick = async (label: string, text: string) => {
    await chip(label).click();
    await page.getByRole('dialog').getByRole('combobox').fill(text);
    await page.getByRole('option').first().click();
  };
  const clear = async () => {
    await page.goto('/#/orders');
    await shown({ almond: true, brownie: true });
  };

  await clear();
  await choose('Date', 'Yesterday');
  await shown({ almond: false, brownie: false });
  await choose('Date', 'Today');
  await shown({ almond: true, brownie: true });
  await choose('State', 'Refunded');
  await shown({ almond: false, brownie: false });
  await clear();
  await choose('Payment', 'Card');
  await shown({ almond: false, brownie: true });
  await clear();
  await choose('Staff', 'Marcus Bell');
  await shown({ almond: false, brownie: false });
  await choose('Staff', 'Olivia Penhale');
  await shown({ almond: true, brownie: true });
  await pick('Customer', 'amara');
  await shown({ almond: true, brownie: false });
  await clear();
  await pick('Product', 'brownie');
  await shown({ almond: false, brownie: true });
  await clear();
  await chip('Amount').click();
  const amount = dialogOf(page, 'Orders of this amount');
  await amount.getByLabel('From (GBP)').fill('4');
  await amount.getByRole('button', { name: 'Show' }).click();
  await shown({ almond: true, brownie: false });
  expect(complaints).toEqual([]);
  await context.close();
  await shop.close();
});
