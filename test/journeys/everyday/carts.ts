import { expect, type Page } from '@playwright/test';
import { call, command } from '../../shots/api.ts';
import { ALMOND, BROWNIE, HONEY } from '../demo-shop.ts';
import { personAt } from '../door.ts';
import { lineSteps } from '../line-steps.ts';
import { pickMore } from '../menu-steps.ts';
import { openOffice, openToday } from '../office-steps.ts';
import type { Person } from '../person.ts';
import { cartOf, dialogOf, goToTill, lineOf, payAndGoOn, scanField, scanProducts } from '../sale-steps.ts';
import type { Everyday } from './act.ts';

export const CARTS: readonly Everyday[] = [
  {
    name: 'a cart is put on hold under a name and called back',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await person.press(cartOf(page).getByRole('button', { name: /^Hold/ }), 'F4');
      const dialog = dialogOf(page, 'Hold this cart');
      await person.type(dialog.getByLabel('Name to find it by'), 'blue coat');
      await person.press(dialog.getByRole('button', { name: /^Hold/ }), 'Enter');
      await expect(cartOf(page).getByText('Ready for the next customer')).toBeVisible();
      await person.press(page.getByRole('button', { name: /^Held carts/ }), 'F5');
      const carts = dialogOf(page, 'Held carts and other tills');
      const held = carts.getByRole('listitem').filter({ hasText: 'blue coat' });
      await person.press(held.getByRole('button', { name: 'Recall' }));
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await payAndGoOn(person);
    },
  },
  {
    name: 'a quantity is changed, a line removed, and the removal taken back',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND, BROWNIE]);
      const line = lineSteps(person, BROWNIE.name);
      await line.open('Quantity');
      await person.figure('3');
      await person.press(page.getByRole('button', { name: /^Set quantity/ }), 'Enter');
      await expect(lineOf(page, BROWNIE.name)).toContainText('£9.27');
      await line.open('Remove');
      await expect(lineOf(page, BROWNIE.name)).toBeHidden();
      await person.press(page.getByRole('status').getByRole('button', { name: 'Undo' }));
      await expect(lineOf(page, BROWNIE.name)).toContainText('£9.27');
      await payAndGoOn(person);
    },
  },
  {
    name: 'a customer is put on the cart and stands on the order',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await person.press(cartOf(page).getByRole('button', { name: /^No customer/ }), 'F2');
      const dialog = dialogOf(page, 'Customer of this sale');
      await person.type(dialog.getByRole('searchbox'), 'amara');
      await expect(dialog.getByRole('listitem')).toHaveCount(1);
      await person.press(dialog.getByRole('button', { name: /Amara Okafor/ }), 'Enter');
      await expect(cartOf(page)).toContainText('Amara Okafor');
      await payAndGoOn(person);
    },
  },
  {
    name: 'the page is loaded anew in mid-cart and shows the same cart',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND, HONEY]);
      await page.reload();
      await expect(lineOf(page, ALMOND.name)).toBeVisible();
      await expect(lineOf(page, HONEY.name)).toBeVisible();
      await expect(scanField(page)).toBeFocused();
      await payAndGoOn(person);
    },
  },
  {
    name: 'a cart is given up for a reason, and stands as voided in orders and today',
    act: async (person) => {
      const { page } = person;
      const before = await openToday(person);
      await goToTill(person);
      await scanProducts(person, [HONEY]);
      await pickMore(person, 'Void sale', 'Control+Backspace');
      const dialog = dialogOf(page, 'Void this sale?');
      await person.press(dialog.getByRole('button', { name: 'Customer left' }));
      await person.press(dialog.getByRole('button', { name: /^Void sale/ }), 'Enter');
      await expect(cartOf(page).getByText('Ready for the next customer')).toBeVisible();
      await expect.poll(() => openToday(person)).toBe(before + 1);
      await openOffice(person, 'Orders');
      const newest = page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(1);
      await expect(newest).toContainText('Voided');
      await expect(newest).toContainText('£4.14');
      await goToTill(person);
    },
  },
  {
    name: 'the cart that another till has open is taken over; there it is gone',
    act: async (person, { otherTill }) => {
      const other = await otherTill();
      // Whatever is open there is about a cart that is gone then, and does not stand in the next customer's way.
      await takeOver(person, other, async () => {
        await other.keyboard.press('F3');
        await expect(dialogOf(other, BROWNIE.name)).toBeVisible();
      });
      await takeOver(person, other, async () => {
        await other.keyboard.press('F12');
        await expect(dialogOf(other, 'Payment')).toBeVisible();
      });
    },
  },
];

async function takeOver(person: Person, other: Page, openThere: () => Promise<void>): Promise<void> {
  const { page } = person;
  await call(other, 'sale.scanBarcode', command({ barcode: BROWNIE.code }));
  await expect(lineOf(other, BROWNIE.name)).toBeVisible();
  await openThere();
  await pickMore(person, 'Held carts', 'F5');
  const carts = dialogOf(page, 'Held carts and other tills');
  const open = carts.getByRole('listitem').filter({ hasText: 'open on another till' });
  await person.press(open.getByRole('button', { name: 'Take over' }));
  await expect(lineOf(page, BROWNIE.name)).toBeVisible();
  await expect(cartOf(other).getByText('Ready for the next customer')).toBeVisible();
  await payAndGoOn(person);
  const there = personAt(other, 'keyboard');
  await scanProducts(there, [HONEY]);
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await payAndGoOn(there);
}
