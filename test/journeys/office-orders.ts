import { expect, type Page } from '@playwright/test';
import { ALMOND, BROWNIE, MARCUS, OLIVIA } from './demo-shop.ts';
import { choose, panelOf, rowOf } from './list-steps.ts';
import { pick } from './menu-steps.ts';
import type { OfficeAct } from './office-act.ts';
import { openOffice } from './office-steps.ts';
import type { Person } from './person.ts';
import { readReceipt } from './receipt-paper.ts';
import {
  chooseCustomer,
  dialogOf,
  goToTill,
  nextCustomer,
  payByCard,
  receiptNumber,
  scanProducts,
  sellForCash,
} from './sale-steps.ts';

interface Sold {
  readonly almond: string;
  readonly brownie: string;
}

export const OFFICE_ORDERS: readonly OfficeAct[] = [
  {
    name: 'orders are narrowed by date, state, person, payment, customer, product and amount',
    act: async (person) => {
      const { page } = person;
      const sold = await sellBoth(person);
      const shows = (wanted: Record<keyof Sold, boolean>) => expectShown(page, sold, wanted);
      const clear = async () => {
        await person.press(page.getByRole('button', { name: 'Clear filters' }).first());
        await shows({ almond: true, brownie: true });
      };
      await shows({ almond: true, brownie: true });
      await narrow(person, 'Date', 'Yesterday');
      await shows({ almond: false, brownie: false });
      await narrow(person, 'Date', 'Today');
      await shows({ almond: true, brownie: true });
      await narrow(person, 'State', 'Refunded');
      await shows({ almond: false, brownie: false });
      await narrow(person, 'State', 'Paid');
      await shows({ almond: true, brownie: true });
      await clear();
      await narrow(person, 'Payment', 'Card');
      await shows({ almond: false, brownie: true });
      await clear();
      await narrow(person, 'Staff', MARCUS.name);
      await shows({ almond: false, brownie: false });
      await narrow(person, 'Staff', OLIVIA.name);
      await shows({ almond: true, brownie: true });
      await narrowToOneOf(person, 'Customer', 'amara', 'Amara Okafor');
      await shows({ almond: true, brownie: false });
      await clear();
      await narrowToOneOf(person, 'Product', 'brownie', BROWNIE.name);
      await shows({ almond: false, brownie: true });
      await clear();
      await person.press(chip(page, 'Amount'));
      const amount = dialogOf(page, 'Orders of this amount');
      await person.type(amount.getByLabel('From (GBP)'), '4');
      await person.press(amount.getByRole('button', { name: 'Show' }), 'Enter');
      await shows({ almond: true, brownie: false });
    },
  },
  {
    name: 'the receipt of an earlier sale is handed out again from its order, marked as a copy',
    act: async (person, till) => {
      const { page } = person;
      await goToTill(person);
      const number = await sellForCash(person, [ALMOND]);
      await openOffice(person, 'Orders');
      await choose(person, 'Orders', number);
      const pdf = () => person.press(panelOf(page, number).getByRole('button', { name: 'PDF' }));
      expect(readReceipt(await till.saveFile(pdf))).not.toContain('COPY');
      expect(readReceipt(await till.saveFile(pdf))).toContain('COPY 1');
    },
  },
];

/** Almond Butter for Amara in cash, and Brownie Mix for nobody by card. @returns their receipts, in sight */
async function sellBoth(person: Person): Promise<Sold> {
  const { page } = person;
  await goToTill(person);
  await chooseCustomer(person, 'amara', 'Amara Okafor');
  const almond = await sellForCash(person, [ALMOND]);
  await scanProducts(person, [BROWNIE]);
  await payByCard(person, '417');
  const brownie = await receiptNumber(page);
  await nextCustomer(person);
  await openOffice(person, 'Orders');
  return { almond, brownie };
}

async function expectShown(page: Page, sold: Sold, wanted: Record<keyof Sold, boolean>): Promise<void> {
  for (const name of ['almond', 'brownie'] as const)
    await expect(rowOf(page, 'Orders', sold[name])).toBeVisible({ visible: wanted[name] });
}

const chip = (page: Page, label: string) =>
  page.getByRole('search', { name: 'Filters' }).getByRole('button', { name: new RegExp(`^${label}`) });

async function narrow(person: Person, label: string, choice: string): Promise<void> {
  await person.press(chip(person.page, label));
  await pick(person, new RegExp(`^${choice}$`));
}

async function narrowToOneOf(person: Person, label: string, text: string, found: string): Promise<void> {
  const { page } = person;
  await person.press(chip(page, label));
  await person.type(page.getByRole('dialog').getByRole('combobox'), text);
  const first = page.getByRole('option').first();
  await expect(first).toContainText(found);
  await person.press(first, 'Enter');
}
