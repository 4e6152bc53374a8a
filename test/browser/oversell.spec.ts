import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt, watch } from '../journeys/door.ts';
import { WAYS } from '../journeys/person.ts';
import { dialogOf, lineOf, linesOf, nextCustomer, payCash, scanField } from '../journeys/sale-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { call, command } from '../shots/api.ts';
import { signIn } from '../shots/sign-in.ts';

const BARCODE = { keyboard: '4006381333931', touch: '5901234123457' };

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await serveShop();
});
test.afterAll(() => shop.close());

for (const way of WAYS) {
  test(`a product that blocks is sold below zero with a manager's PIN alone, ${way} only`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await openContext(browser, shop.url, { touch: way === 'touch' });
    await signIn(context);
    const page = await context.newPage();
    const complaints = watch(page, `${shop.url}/`);
    await page.goto('/');
    const [tax] = await call<readonly { id: string }[]>(page, 'tax.listCategories', {});
    await call(
      page,
      'product.create',
      command({
        name: `Signet ring ${way}`,
        sku: null,
        barcodes: [{ code: BARCODE[way], kind: 'gtin' }],
        brand: null,
        packSize: null,
        categoryId: null,
        unit: 'each',
        priceMinor: 4000,
        costMinor: null,
        taxCategoryId: tax?.id,
        description: '',
        negativeStock: 'block',
        lowStockMilli: null,
        openingStockMilli: 1000,
      }),
    );
    await signIn(context, { as: 'cashier' });
    await page.goto('/#/sell');
    await page.reload();
    await expect(scanField(page)).toBeFocused();
    const person = personAt(page, way);
    const short = dialogOf(page, `Not enough of Signet ring ${way}`);
    await person.scan(BARCODE[way]);
    await expect(lineOf(page, 'Signet ring')).toContainText('£40.00');
    await person.scan(BARCODE[way]);
    await expect(short).toContainText('On hand: 1');
    await person.press(short.getByRole('button', { name: /^Cancel/ }), 'Escape');
    await expect(lineOf(page, 'Signet ring')).toContainText('£40.00');
    await person.scan(BARCODE[way]);
    await person.press(short.getByRole('button', { name: /^Sell anyway/ }), 'F12');
    const approval = dialogOf(page, 'A colleague must approve this');
    await expect(approval).toContainText('Selling more than there is in stock.');
    const manager = approval.getByRole('button', { name: 'Marcus Bell' });
    if ((await manager.getAttribute('aria-pressed')) !== 'true') await person.press(manager);
    await person.figure('4836');
    await person.press(approval.getByRole('button', { name: /^Approve/ }), 'Enter');
    await expect(lineOf(page, 'Signet ring')).toContainText('£80.00');
    await expect(linesOf(page)).toHaveCount(1);
    await payCash(person);
    await nextCustomer(person);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
