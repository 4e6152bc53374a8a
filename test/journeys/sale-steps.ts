import { expect, type Locator, type Page } from '@playwright/test';
import { type Effort, effortSince, type Person } from './person.ts';

export const cartOf = (page: Page): Locator => page.getByRole('region', { name: 'Cart' });
export const linesOf = (page: Page): Locator => cartOf(page).getByRole('listitem');
export const scanField = (page: Page): Locator => page.getByRole('searchbox', { name: 'Scan or search' });
export const dialogOf = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
export const lineOf = (page: Page, name: string): Locator => linesOf(page).filter({ hasText: name });

/** From the office to the till, ready for the first scan. */
export async function goToTill(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('link', { name: 'Sell', exact: true }));
  await expect(scanField(page)).toBeFocused();
}

/** Scans the codes and waits until each stands in the cart as a line of its own. */
export async function scanProducts(
  person: Person,
  products: readonly { name: string; code: string }[],
): Promise<void> {
  for (const { name, code } of products) {
    await person.scan(code);
    await expect(linesOf(person.page).filter({ hasText: name })).toBeVisible();
  }
}

/** Takes the whole amount in cash. @returns what it cost, from "Charge" to the change */
export async function payCash(person: Person): Promise<Effort> {
  const { page } = person;
  const before = { ...person.effort };
  await person.press(cartOf(page).getByRole('button', { name: /^Charge/ }), 'F12');
  await person.press(page.getByRole('button', { name: /^Take .* and finish/ }), 'Enter');
  await expect(page.getByRole('dialog', { name: 'Paid' })).toBeVisible();
  return effortSince(person, before);
}

/** Takes the whole amount by card, with the number of the slip. */
export async function payByCard(person: Person, slip: string): Promise<void> {
  const { page } = person;
  await person.press(cartOf(page).getByRole('button', { name: /^Charge/ }), 'F12');
  const sheet = dialogOf(page, 'Payment');
  await person.press(sheet.getByRole('button', { name: /^Card/ }), 'F2');
  await person.type(sheet.getByLabel('Number on the card slip'), slip);
  await person.press(sheet.getByRole('button', { name: /^Take .* and finish/ }), 'Enter');
  await expect(dialogOf(page, 'Paid')).toBeVisible();
}

/** Puts a customer on the cart, found by a few letters. */
export async function chooseCustomer(person: Person, text: string, name: string): Promise<void> {
  const { page } = person;
  await person.press(cartOf(page).getByRole('button', { name: /^No customer/ }), 'F2');
  const dialog = dialogOf(page, 'Customer of this sale');
  await person.type(dialog.getByRole('searchbox'), text);
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await person.press(dialog.getByRole('button', { name }), 'Enter');
  await expect(cartOf(page)).toContainText(name);
}

/** The number of the receipt just made, from the sheet that shows the change. */
export async function receiptNumber(page: Page): Promise<string> {
  const text = await page.getByRole('dialog', { name: 'Paid' }).innerText();
  const number = /\b[A-Z0-9]{1,8}-[A-Z]?\d{6}\b/.exec(text)?.[0];
  if (!number) throw new Error(`no receipt number in: ${text}`);
  return number;
}

/** After the change is handed over: the till is ready for the next customer. */
export async function nextCustomer(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: /^New sale/ }), 'Enter');
  await expect(cartOf(page).getByText('Ready for the next customer')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function payAndGoOn(person: Person): Promise<void> {
  await payCash(person);
  await nextCustomer(person);
}

/** A whole sale in cash. @returns the number of its receipt */
export async function sellForCash(
  person: Person,
  products: readonly { name: string; code: string }[],
): Promise<string> {
  await scanProducts(person, products);
  await payCash(person);
  const number = await receiptNumber(person.page);
  await nextCustomer(person);
  return number;
}

/** The sale is found again by scanning its receipt. */
export async function findByReceipt(person: Person, number: string): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: /^Return/ }), 'F8');
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible();
  await person.scan(number);
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
}
