import { expect } from '@playwright/test';
import { ALMOND, OLIVIA } from '../demo-shop.ts';
import { signInWithPin, switchTo } from '../gate-steps.ts';
import { cartOf, lineOf, payAndGoOn, scanField, scanProducts } from '../sale-steps.ts';
import type { Everyday } from './act.ts';

const MINUTE_MS = 60_000;

export const LOCKS: readonly Everyday[] = [
  {
    name: 'the till is locked in mid-cart and opened again by PIN',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await switchTo(person, OLIVIA);
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await payAndGoOn(person);
    },
  },
  {
    name: 'a till nobody touches locks after five minutes, and not before; its cart waits behind the PIN',
    act: async (person) => {
      const { page } = person;
      const people = page.getByRole('group', { name: 'People' });
      // Scanned before: this clock gives a key the moment the page hears it, by which a busy page tears a code.
      await scanProducts(person, [ALMOND]);
      await page.clock.install();
      await page.reload();
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await expect(scanField(page)).toBeFocused();
      await page.clock.fastForward(4 * MINUTE_MS);
      // A sign of life: the five minutes begin again.
      await person.press(cartOf(page).getByText('Subtotal'), 'Shift');
      await page.clock.fastForward(4 * MINUTE_MS);
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await expect(people).toBeHidden();
      await page.clock.fastForward(2 * MINUTE_MS);
      await expect(people).toBeVisible();
      await expect(lineOf(page, ALMOND.name)).toBeHidden();
      await signInWithPin(person, OLIVIA);
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await payAndGoOn(person);
    },
  },
];
