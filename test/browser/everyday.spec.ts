import { expect, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt, watch } from '../journeys/door.ts';
import { EVERYDAY } from '../journeys/everyday.ts';
import { WAYS } from '../journeys/person.ts';
import { scanField } from '../journeys/sale-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await serveShop();
});
test.afterAll(() => shop.close());

for (const way of WAYS) {
  for (const { name, act } of EVERYDAY) {
    test(`${name}, ${way} only`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = await openContext(browser, shop.url, { touch: way === 'touch' });
      await signIn(context);
      const page = await context.newPage();
      const complaints = watch(page, `${shop.url}/`);
      await page.goto('/#/sell');
      await expect(scanField(page)).toBeFocused();
      await act(personAt(page, way), {
        saveFile: async (save) => {
          const [download] = await Promise.all([page.waitForEvent('download'), save()]);
          return download.path();
        },
      });
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}
