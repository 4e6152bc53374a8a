import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/** From the till to one page of the settings. */
export async function openSettings(person: Person, name: string): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('link', { name: 'Main menu' }));
  await person.press(page.getByRole('link', { name: 'Settings', exact: true }));
  const tab = page.getByRole('tab', { name, exact: true });
  await expect(tab).toBeVisible();
  if (person.way === 'keyboard') await person.press(page.getByRole('tab', { selected: true }));
  while ((await tab.getAttribute('aria-selected')) !== 'true') await person.press(tab, 'ArrowRight');
}
