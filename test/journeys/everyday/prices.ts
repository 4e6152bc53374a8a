import { expect } from '@playwright/test';
import { approveAs } from '../approval-steps.ts';
import { ALMOND, BROWNIE, HONEY, MARCUS, OLIVIA, SOFIA } from '../demo-shop.ts';
import { switchTo } from '../gate-steps.ts';
import { hasFocus } from '../keyboard-person.ts';
import { lineSteps, noteField } from '../line-steps.ts';
import type { Person } from '../person.ts';
import { readReceipt } from '../receipt-paper.ts';
import {
  cartOf,
  dialogOf,
  findByReceipt,
  goToTill,
  lineOf,
  nextCustomer,
  payAndGoOn,
  payCash,
  receiptNumber,
  scanProducts,
} from '../sale-steps.ts';
import type { Everyday } from './act.ts';

export const PRICES: readonly Everyday[] = [
  {
    name: "a cashier's discount is approved by the manager's PIN",
    act: async (person) => {
      const { page } = person;
      await switchTo(person, SOFIA);
      await scanProducts(person, [ALMOND]);
      await lineSteps(person, ALMOND.name).open('Discount');
      await person.figure('50');
      await person.press(page.getByRole('button', { name: /^Set discount/ }), 'Enter');
      await approveAs(person, MARCUS);
      await expect(lineOf(page, ALMOND.name)).toContainText('£2.22');
      await payAndGoOn(person);
      await switchTo(person, OLIVIA);
    },
  },
  {
    name: "prices are changed for a reason, a cashier's with the manager's PIN, and the order tells both",
    act: async (person) => {
      const { page } = person;
      await switchTo(person, SOFIA);
      await scanProducts(person, [ALMOND]);
      await lineSteps(person, ALMOND.name).open('Price');
      await person.press(page.getByRole('button', { name: 'Wrong label' }));
      await person.figure('3.99');
      await person.press(page.getByRole('button', { name: /^Set price/ }), 'Enter');
      await approveAs(person, MARCUS);
      await expect(lineOf(page, ALMOND.name)).toContainText('£3.99');
      await switchTo(person, OLIVIA);
      await scanProducts(person, [BROWNIE]);
      await lineSteps(person, BROWNIE.name).open('Price');
      await person.figure('2');
      await person.press(page.getByRole('button', { name: 'Other…' }));
      await person.type(page.getByLabel('Reason in words'), 'torn box');
      await person.press(page.getByRole('button', { name: /^Set price/ }), 'Enter');
      await expect(lineOf(page, BROWNIE.name)).toContainText('£2.00');
      await payCash(person);
      const number = await receiptNumber(page);
      await nextCustomer(person);
      await findByReceipt(person, number);
      const order = page.getByRole('complementary');
      await expect(order).toContainText('Price changed · Wrong label · Sofia Reyes, approved by Marcus Bell');
      await expect(order).toContainText('Price changed · torn box');
      await goToTill(person);
    },
  },
  {
    name: 'a line is discounted for a reason and carries a note, on the receipt and on the order',
    act: async (person, { saveFile }) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      const line = lineSteps(person, ALMOND.name);
      await line.open('Discount');
      await person.press(page.getByRole('button', { name: 'Damaged' }));
      await person.press(page.getByRole('button', { name: '20%' }));
      await person.press(page.getByRole('button', { name: /^Set discount/ }), 'Enter');
      await expect(lineOf(page, ALMOND.name)).toContainText('£3.55');
      await line.open('Note');
      await person.type(noteField(page), 'lid is dented');
      await person.press(page.getByRole('button', { name: /^Save/ }), 'Enter');
      await expect(lineOf(page, ALMOND.name)).toContainText('lid is dented');
      await payCash(person);
      const number = await receiptNumber(page);
      const paper = readReceipt(
        await saveFile(() => person.press(page.getByRole('button', { name: 'PDF' }))),
      );
      expect(paper).toContain('lid is dented');
      expect(paper).toMatch(/Discount +-0\.89/);
      await nextCustomer(person);
      await findByReceipt(person, number);
      const order = page.getByRole('complementary');
      await expect(order).toContainText('Discount 20% · Damaged');
      await expect(order).toContainText('Note: lid is dented');
      await goToTill(person);
    },
  },
  {
    name: 'the whole sale is made cheaper by a percentage, and then by an amount instead',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND, HONEY]);
      const discount = cartOf(page).getByRole('button', { name: /^Discount/ });
      const charge = cartOf(page).getByRole('button', { name: /^Charge/ });
      const dialog = dialogOf(page, 'Discount on the whole sale');
      const set = dialog.getByRole('button', { name: /^Set discount/ });
      const open = async () => {
        await person.press(discount, 'F6');
        await expect(set).toBeVisible();
      };
      await open();
      await person.figure('10');
      await person.press(set, 'Enter');
      await expect(charge).toContainText('£7.72');
      await open();
      await chooseSegment(person, 'Amount (GBP)');
      await person.press(dialog.getByRole('button', { name: 'Promotion' }));
      await person.figure('1.50');
      await person.press(set, 'Enter');
      await expect(charge).toContainText('£7.08');
      await payCash(person);
      const number = await receiptNumber(page);
      await nextCustomer(person);
      await findByReceipt(person, number);
      await expect(page.getByRole('complementary')).toContainText('Share of the sale discount · Promotion');
      await goToTill(person);
    },
  },
];

/** Of a few in sight: arrow keys go from one to the next. */
async function chooseSegment(person: Person, name: string): Promise<void> {
  const { page } = person;
  const segment = page.getByRole('radio', { name });
  if (person.way === 'touch') await person.press(page.getByText(name, { exact: true }));
  else {
    const chosen = page.getByRole('radio', { checked: true });
    for (let tabs = 0; tabs < 30 && !(await hasFocus(chosen)); tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
  }
  await expect(segment).toBeChecked();
}
