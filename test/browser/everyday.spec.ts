import { expect } from '@playwright/test';
import { download } from '../journeys/browser-door.ts';
import { personAt } from '../journeys/door.ts';
import { EVERYDAY } from '../journeys/everyday.ts';
import { scanField } from '../journeys/sale-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { test } from '../journeys/signed-in-page.ts';

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await serveShop();
});
test.afterAll(() => shop?.close());

// By keyboard, whose keys a browser has uses of its own for; both ways run in the desktop window.
for (const { name, act } of EVERYDAY) {
  test(`${name}, keyboard only`, async ({ signedInPage }) => {
    test.setTimeout(120_000);
    const { url } = shop;
    const { page } = await signedInPage({ url });
    await expect(scanField(page)).toBeFocused();
    await act(personAt(page, 'keyboard'), {
      saveFile: (save) => download(page, save),
      otherTill: async () => (await signedInPage({ url })).page,
    });
  });
}
