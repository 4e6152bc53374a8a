import { type Browser, expect, test } from '@playwright/test';
import { type Door, personAt } from './door.ts';
import { enterDemoShop } from './gate-steps.ts';
import type { OfficeAct } from './office-act.ts';
import { OFFICE_CHECKS } from './office-checks.ts';
import { OFFICE_LISTS } from './office-lists.ts';
import { OFFICE_ORDERS } from './office-orders.ts';
import { OFFICE_PRODUCTS } from './office-products.ts';
import type { Person } from './person.ts';

const ACTS: readonly OfficeAct[] = [...OFFICE_LISTS, ...OFFICE_PRODUCTS, ...OFFICE_ORDERS, ...OFFICE_CHECKS];

/** What is done away from the till, one act after the other in one shop. */
export function officeDay(way: Person['way'], doorOf: (given: { browser: Browser }) => Door): void {
  test(`a day in the office, ${way} only`, async ({ browser }) => {
    test.setTimeout(400_000);
    const till = await doorOf({ browser }).open({ way });
    const person = personAt(till.page, way);
    await enterDemoShop(person);
    for (const { name, act } of ACTS) await test.step(name, () => act(person, till));
    expect(till.complaints).toEqual([]);
    await till.close();
  });
}
