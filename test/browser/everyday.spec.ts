import { expect } from '@playwright/test';
import { download } from '../journeys/browser-door.ts';
import { personAt } from '../journeys/door.ts';
import { EVERYDAY } from '../journeys/everyday.ts';
import { WAYS } from '../journeys/person.ts';
import { scanField } from '../journeys/sale-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { test } from '../journeys/signed-in-page.ts';

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await serveShop();
});
test.afterAll(() => shop.close());

for (const way of WAYS) {
  for (const { name, act } of EVERYDAY) {
    test(`${name}, ${way} only`, async ({ signedInPage }) => {
      test.setTimeout(120_000);
      const { url } = shop;
      const { page } = await signedInPage({ url, touch: way === 'touch' });
      await expect(scanField(page)).toBeFocused();
      await act(personAt(page, way), {
        saveFile: (save) => download(page, save),
        otherTill: async () => (await signedInPage({ url })).page,
      });
    });
  }
}
