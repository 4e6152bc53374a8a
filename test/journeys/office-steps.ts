import { expect } from '@playwright/test';
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

/** From the till to one page of the settings. */
export async function openSettings(person: Person, name: string): Promise<void> {
  const { page } = person;
  await openOffice(person, 'Settings');
  const tab = page.getByRole('tab', { name, exact: true });
  await expect(tab).toBeVisible();
  if (person.way === 'keyboard') await person.press(page.getByRole('tab', { selected: true }));
  while ((await tab.getAttribute('aria-selected')) !== 'true') await person.press(tab, 'ArrowRight');
}
