import { expect, test } from '@playwright/test';
import { desktopDoor } from '../journeys/desktop-door.ts';
import { personAt } from '../journeys/door.ts';
import { EVERYDAY } from '../journeys/everyday.ts';
import { firstSaleJourneys } from '../journeys/first-sale.ts';
import { enterDemoShop } from '../journeys/gate-steps.ts';
import { goToTill } from '../journeys/sale-steps.ts';

firstSaleJourneys(() => desktopDoor);

for (const way of ['keyboard', 'touch'] as const) {
  test(`a day at the till, ${way} only`, async () => {
    test.setTimeout(400_000);
    const till = await desktopDoor.open({ way });
    const person = personAt(till.page, way);
    await enterDemoShop(person);
    await goToTill(person);
    for (const { name, act } of EVERYDAY) await test.step(name, () => act(person, till));
    expect(till.complaints).toEqual([]);
    await till.close();
  });
}
