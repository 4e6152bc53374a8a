import { expect } from '@playwright/test';
import { ALMOND, HONEY } from '../demo-shop.ts';
import { pickMore } from '../menu-steps.ts';
import { openToday } from '../office-steps.ts';
import type { Person } from '../person.ts';
import { readReceipt } from '../receipt-paper.ts';
import {
  cartOf,
  dialogOf,
  findByReceipt,
  goToTill,
  nextCustomer,
  payCash,
  receiptNumber,
  scanProducts,
  sellForCash,
} from '../sale-steps.ts';
import type { Everyday } from './act.ts';

export const RECEIPTS: readonly Everyday[] = [
  {
    name: 'part is paid by card and the rest in cash',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await person.press(cartOf(page).getByRole('button', { name: /^Charge/ }), 'F12');
      const sheet = dialogOf(page, 'Payment');
      await person.figure('3');
      await person.press(sheet.getByRole('button', { name: /^Card/ }), 'F2');
      await person.type(sheet.getByLabel('Number on the card slip'), '417');
      await person.press(sheet.getByRole('button', { name: /^Take £3.00/ }), 'Enter');
      await expect(sheet.getByRole('list')).toContainText('£3.00');
      await person.press(sheet.getByRole('button', { name: /^Take £1.44 and finish/ }), 'Enter');
      await expect(dialogOf(page, 'Paid')).toBeVisible();
      await nextCustomer(person);
    },
  },
  {
    name: 'a whole sale is given back, found by scanning its receipt',
    act: async (person) => {
      const { page } = person;
      const number = await sellForCash(person, [ALMOND, HONEY]);
      await findByReceipt(person, number);
      await person.press(page.getByRole('button', { name: /^Refund/ }), 'F8');
      const dialog = dialogOf(page, `Refund ${number}`);
      await person.press(dialog.getByRole('button', { name: /^Refund £8.58/ }), 'F12');
      const done = dialogOf(page, 'Refunded');
      await expect(done).toContainText('£8.58');
      await person.press(done.getByRole('button', { name: 'Show the refund' }));
      await expect(page.getByText(`Refund of ${number}`)).toBeVisible();
      await goToTill(person);
    },
  },
  {
    name: 'a receipt handed out again is marked as a copy',
    act: async (person, { saveFile }) => {
      const { page } = person;
      await sellForCash(person, [ALMOND]);
      await person.press(page.getByRole('button', { name: /^Last receipt/ }), 'F10');
      const dialog = dialogOf(page, 'Receipt');
      const pdf = () => person.press(dialog.getByRole('button', { name: 'PDF' }));
      expect(readReceipt(await saveFile(pdf))).not.toContain('COPY');
      expect(readReceipt(await saveFile(pdf))).toContain('COPY 1');
      await person.press(dialog.getByRole('button', { name: 'Close' }), 'Escape');
      await expect(dialog).toBeHidden();
    },
  },
  {
    name: "a sale rung up as training says so everywhere and is not in the day's figures",
    act: async (person, { saveFile }) => {
      const { page } = person;
      await openToday(person);
      const before = await readDay(person);
      await goToTill(person);
      await pickMore(person, 'Start training');
      await expect(cartOf(page)).toContainText('Training: nothing here is a real sale');
      await scanProducts(person, [ALMOND]);
      await payCash(person);
      await expect(dialogOf(page, 'Paid')).toContainText('Training');
      const number = await receiptNumber(page);
      const paper = readReceipt(
        await saveFile(() => person.press(page.getByRole('button', { name: 'PDF' }))),
      );
      expect(paper).toContain('TRAINING – NOT A RECEIPT');
      await nextCustomer(person);
      await expect(cartOf(page)).not.toContainText('Training');
      await findByReceipt(person, number);
      await expect(page.getByRole('row').filter({ hasText: number })).toContainText('Training');
      await openToday(person);
      expect(await readDay(person)).toBe(before);
      await goToTill(person);
    },
  },
];

/** The day's figures as they are now, not as the page remembers them; its charts come later than they do. */
async function readDay(person: Person): Promise<string> {
  await person.page.reload();
  await openToday(person);
  const figures = await person.page.getByRole('main').locator('dl, table').allInnerTexts();
  return figures.join('\n');
}
