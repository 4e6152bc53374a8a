import { expect } from '@playwright/test';
import { desktopDoor } from '../journeys/desktop-door.ts';
import { personAt } from '../journeys/door.ts';
import { EVERYDAY } from '../journeys/everyday.ts';
import { firstSaleJourneys } from '../journeys/first-sale.ts';
import { enterDemoShop } from '../journeys/gate-steps.ts';
import { WAYS } from '../journeys/person.ts';
import { goToTill } from '../journeys/sale-steps.ts';
import { type SignedInPage, test } from '../journeys/signed-in-page.ts';

firstSaleJourneys(() => desktopDoor);

for (const way of WAYS) {
  test(`a day at the till, ${way} only`, async ({ signedInPage }) => {
    test.setTimeout(400_000);
    const till = await desktopDoor.open({ way, withBrowsers: true });
    const person = personAt(till.page, way);
    await enterDemoShop(person);
    await goToTill(person);
    let other: Promise<SignedInPage> | null = null;
    const otherTill = async () => {
      // It loses its shop when the window is closed, which it may complain of.
      other ??= signedInPage({ url: await till.browsersAt(), watched: false });
      return (await other).page;
    };
    for (const { name, act } of EVERYDAY)
      await test.step(name, () => act(person, { saveFile: till.saveFile, otherTill }));
    expect(till.complaints).toEqual([]);
    await till.close();
  });
}
