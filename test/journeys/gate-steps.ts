import { expect } from '@playwright/test';
import { OLIVIA } from './demo-shop.ts';
import type { Person } from './person.ts';
import { goToTill, scanField } from './sale-steps.ts';

/** From the very first page into the demo shop's till. */
export async function enterDemoShop(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: 'Look around in the demo shop' }));
  await signInWithPin(person, OLIVIA);
}

/** Chooses the person on the sign-in screen and enters the PIN. */
export async function signInWithPin(
  person: Person,
  { name, pin }: { name: string; pin: string },
): Promise<void> {
  const { page } = person;
  const tile = page.getByRole('group', { name: 'People' }).getByRole('button', { name });
  // The demo shop is filled first, with passwords hashed as slowly as real ones.
  await expect(tile).toBeVisible({ timeout: 30_000 });
  if ((await tile.getAttribute('aria-pressed')) !== 'true') await person.press(tile);
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  await person.figure(pin);
  await person.press(page.getByRole('button', { name: /^Sign in/ }), 'Enter');
  await expect(page.getByRole('group', { name: 'People' })).toBeHidden();
}

/** Locks the till and lets the next person in. */
export async function switchTo(person: Person, next: { name: string; pin: string }): Promise<void> {
  const { page } = person;
  await person.press(page.locator('button[aria-keyshortcuts="F11"]'), 'F11');
  await signInWithPin(person, next);
  const sell = page.getByRole('link', { name: 'Sell', exact: true });
  await expect(scanField(page).or(sell).first()).toBeVisible();
  if (await scanField(page).isHidden()) await goToTill(person);
  await expect(scanField(page)).toBeFocused();
}

export interface Owner {
  readonly shopName: string;
  readonly ownerName: string;
  readonly password: string;
}

/** The four steps of the wizard, typing only what it insists on, and keeping the recovery code.
 *  @returns the recovery code */
export async function setUpShop(person: Person, owner: Owner): Promise<string> {
  const { page } = person;
  const next = page.getByRole('button', { name: 'Next' });
  await person.press(page.getByRole('button', { name: 'Set up my shop' }));
  await person.type(page.getByLabel('Name of the shop'), owner.shopName);
  await person.press(next);
  await expect(page.getByRole('heading', { name: 'Money and tax', level: 1 })).toBeVisible();
  await person.press(next);
  await expect(page.getByRole('heading', { name: 'Your first till' })).toBeVisible();
  await person.press(next);
  await person.type(page.getByLabel('Your name'), owner.ownerName);
  await person.type(page.getByRole('textbox', { name: 'Password' }), owner.password);
  await person.press(page.getByRole('button', { name: 'Create my shop' }));
  const recovery = page.getByLabel('Recovery code');
  // The password is hashed so slowly on purpose.
  await expect(recovery).toBeVisible({ timeout: 30_000 });
  const code = await recovery.innerText();
  await person.press(page.getByLabel('I have printed it or written it down'));
  await person.press(page.getByRole('button', { name: 'Add products' }));
  return code;
}
