import { expect } from '@playwright/test';
import type { Till } from './door.ts';
import { signInWithPin } from './gate-steps.ts';
import { sellByLabel } from './label-steps.ts';
import { lineSteps } from './line-steps.ts';
import type { Person } from './person.ts';
import { readReceipt } from './receipt-paper.ts';
import {
  cartOf,
  dialogOf,
  findByReceipt,
  goToTill,
  lineOf,
  linesOf,
  nextCustomer,
  payCash,
  scanField,
  scanProducts,
  sellForCash,
} from './sale-steps.ts';
import { calibrateScanner } from './scanner-steps.ts';

/** One thing that happens every day; starts and ends at the till with Olivia signed in and an empty cart. */
export interface Everyday {
  readonly name: string;
  readonly act: (person: Person, till: Pick<Till, 'saveFile'>) => Promise<void>;
}

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };
const BROWNIE = { name: 'Brownie Mix', code: '0843076000556' };
const HONEY = { name: 'Clover Honey', code: '0023627190046' };
const OLIVIA = { name: 'Olivia Penhale', pin: '2719' };
const SOFIA = { name: 'Sofia Reyes', pin: '5164' };
const UNKNOWN_CODES = { skipped: '4006381333931', keyboard: '5901234123457', touch: '4012345678901' };

export const EVERYDAY: readonly Everyday[] = [
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
    name: "a cashier's discount is approved by the manager's PIN",
    act: async (person) => {
      const { page } = person;
      await switchTo(person, SOFIA);
      await scanProducts(person, [ALMOND]);
      await lineSteps(person, ALMOND.name).open('Discount');
      await person.figure('50');
      await person.press(page.getByRole('button', { name: /^Set discount/ }), 'Enter');
      const approval = dialogOf(page, 'A colleague must approve this');
      const manager = approval.getByRole('button', { name: 'Marcus Bell' });
      if ((await manager.getAttribute('aria-pressed')) !== 'true') await person.press(manager);
      await person.figure('4836');
      await person.press(approval.getByRole('button', { name: /^Approve/ }), 'Enter');
      await expect(lineOf(page, ALMOND.name)).toContainText('£2.22');
      await payAndGoOn(person);
      await switchTo(person, OLIVIA);
    },
  },
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
    act: async (person, till) => {
      const { page } = person;
      await sellForCash(person, [ALMOND]);
      await person.press(page.getByRole('button', { name: /^Last receipt/ }), 'F10');
      const dialog = dialogOf(page, 'Receipt');
      const pdf = () => person.press(dialog.getByRole('button', { name: 'PDF' }));
      expect(readReceipt(await till.saveFile(pdf))).not.toContain('COPY');
      expect(readReceipt(await till.saveFile(pdf))).toContain('COPY 1');
      await person.press(dialog.getByRole('button', { name: 'Close' }), 'Escape');
      await expect(dialog).toBeHidden();
    },
  },
  {
    name: 'an unknown barcode rings nothing up: it is skipped, or made a product',
    act: async (person) => {
      const { page } = person;
      await person.scan(UNKNOWN_CODES.skipped);
      const unknown = dialogOf(page, 'Unknown barcode');
      await person.press(unknown.getByRole('button', { name: /^Skip/ }), 'Escape');
      await expect(unknown).toBeHidden();
      await expect(linesOf(page)).toHaveCount(0);
      await person.scan(UNKNOWN_CODES[person.way]);
      await person.press(unknown.getByRole('button', { name: 'Create product' }));
      const form = dialogOf(page, 'New product');
      await person.type(form.getByLabel('Name'), 'lamp oil');
      await person.type(form.getByLabel('Price (GBP)'), '4.20');
      await person.press(form.getByRole('button', { name: /^Create and add/ }), 'Enter');
      await expect(lineOf(page, 'lamp oil')).toContainText('£4.20');
      await payAndGoOn(person);
    },
  },
  {
    name: 'labels of the scale, with a price or a weight inside, are set up, tried and rung up',
    act: async (person) => {
      await sellByLabel(person);
      await payAndGoOn(person);
    },
  },
  {
    name: 'a scanner that types something before each code is learnt from three scans, and unlearnt again',
    act: async (person) => {
      const { page } = person;
      await calibrateScanner(person, ALMOND.code, `Z${ALMOND.code}`);
      await person.scan(`Z${ALMOND.code}`);
      await expect(lineOf(page, ALMOND.name)).toContainText('£4.44');
      await calibrateScanner(person, ALMOND.code, ALMOND.code);
      await person.scan(BROWNIE.code);
      await expect(lineOf(page, BROWNIE.name)).toBeVisible();
      await expect(linesOf(page)).toHaveCount(2);
      await payAndGoOn(person);
    },
  },
  {
    name: 'scans made while a dialog is open wait for it, and the field in it keeps what it held',
    act: async (person) => {
      const { page } = person;
      await scanProducts(person, [ALMOND]);
      await person.press(cartOf(page).getByRole('button', { name: /^Hold/ }), 'F4');
      const dialog = dialogOf(page, 'Hold this cart');
      const field = dialog.getByLabel('Name to find it by');
      await person.type(field, 'red hat');
      await person.scan(BROWNIE.code);
      await person.scan(HONEY.code);
      await expect(page.getByText('2 scans are waiting until this is closed').first()).toBeVisible();
      await expect(field).toHaveValue('red hat');
      await expect(linesOf(page)).toHaveCount(1);
      await person.press(dialog.getByRole('button', { name: /^Cancel/ }), 'Escape');
      await expect(lineOf(page, BROWNIE.name)).toBeVisible();
      await expect(lineOf(page, HONEY.name)).toBeVisible();
      await payAndGoOn(person);
    },
  },
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
];

async function payAndGoOn(person: Person): Promise<void> {
  await payCash(person);
  await nextCustomer(person);
}

/** Locks the till and lets the next person in. */
async function switchTo(person: Person, next: { name: string; pin: string }): Promise<void> {
  const { page } = person;
  await person.press(page.locator('button[aria-keyshortcuts="F11"]'), 'F11');
  await signInWithPin(person, next);
  const sell = page.getByRole('link', { name: 'Sell', exact: true });
  await expect(scanField(page).or(sell).first()).toBeVisible();
  if (await scanField(page).isHidden()) await goToTill(person);
  await expect(scanField(page)).toBeFocused();
}
