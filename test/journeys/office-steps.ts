import { expect } from '@playwright/test';
import { hasFocus } from './keyboard-person.ts';
import type { Person } from './person.ts';

/** To a screen of the office, from there or from the till. */
export async function openOffice(person: Person, name: 'Orders' | 'Settings' | 'Today'): Promise<void> {
  const { page } = person;
  const mainMenu = page.getByRole('link', { name: 'Main menu' });
  if (await mainMenu.isVisible()) await person.press(mainMenu);
  const link = page.getByRole('link', { name, exact: true });
  await expect(link).toBeVisible();
  if ((await link.getAttribute('aria-current')) !== 'page') await person.press(link);
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** To the figures of the day, once they are there.
 *  @returns how many carts were given up; none where the day has nothing to say yet */
export async function openToday(person: Person): Promise<number> {
  const { page } = person;
  await openOffice(person, 'Today');
  const quiet = page.getByText('Nothing sold yet today');
  const voided = page.locator('dt', { hasText: 'Carts voided' }).locator('xpath=following-sibling::dd[1]');
  await expect(quiet.or(voided)).toBeVisible();
  return (await quiet.isVisible()) ? 0 : Number(await voided.innerText());
}

/** From the till to one page of the settings. */
export async function openSettings(person: Person, name: string): Promise<void> {
  const { page } = person;
  await openOffice(person, 'Settings');
  const tab = page.getByRole('tab', { name, exact: true });
  await expect(tab).toBeVisible();
  if (person.way === 'touch') await person.press(tab);
  else {
    await person.press(page.getByRole('tab', { selected: true }));
    while (!(await hasFocus(tab))) {
      await person.press(tab, 'ArrowRight');
      await expect(page.locator('[role="tab"]:focus')).toHaveAttribute('aria-selected', 'true');
    }
  }
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}
