import { expect } from '@playwright/test';
import { goTo } from './list-steps.ts';
import type { Person } from './person.ts';

/** From the till to the office. */
export async function goToOffice(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('link', { name: 'Main menu' }));
  await expect(page.getByRole('link', { name: 'Settings', exact: true })).toBeVisible();
}

/** From anywhere in the office to one page of the settings. */
export async function goToSettings(person: Person, name: string): Promise<void> {
  const { page } = person;
  await goTo(person, 'Settings');
  const tab = page.getByRole('tab', { name, exact: true });
  await expect(tab).toBeVisible();
  if (person.way === 'keyboard') await person.press(page.getByRole('tab', { selected: true }));
  while ((await tab.getAttribute('aria-selected')) !== 'true') await person.press(tab, 'ArrowRight');
}

/** From the till to one page of the settings. */
export async function openSettings(person: Person, name: string): Promise<void> {
  await goToOffice(person);
  await goToSettings(person, name);
}
