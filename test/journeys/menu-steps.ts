import { expect } from '@playwright/test';
import type { Person } from './person.ts';
import { cartOf } from './sale-steps.ts';

const MOST_ITEMS = 8;

/** In an open menu. */
export async function pick(person: Person, name: string | RegExp): Promise<void> {
  const { page, way } = person;
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  const isChosen = () => item.evaluate((one) => one === document.activeElement);
  if (way === 'keyboard')
    for (let items = 0; items < MOST_ITEMS && !(await isChosen()); items += 1)
      await page.keyboard.press('ArrowDown');
  await person.press(item);
}

/** What the cart offers besides its buttons: by its key, or from the menu behind them. */
export async function pickMore(person: Person, name: string, printedKey?: string): Promise<void> {
  await person.press(cartOf(person.page).getByRole('button', { name: 'More', exact: true }), printedKey);
  if (printedKey === undefined || person.way === 'touch') await pick(person, name);
}
