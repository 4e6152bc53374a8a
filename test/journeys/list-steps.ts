import { expect, type Locator, type Page } from '@playwright/test';
import { hasFocus } from './keyboard-person.ts';
import type { Person } from './person.ts';

/** A list of the office, by its label. */
export const listOf = (page: Page, label: string): Locator => page.getByRole('grid', { name: label });
export const rowOf = (page: Page, label: string, text: string): Locator =>
  listOf(page, label).getByRole('row').filter({ hasText: text });
export const panelOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('complementary', { name });

/** From one page of the office to another, along the rail. */
export async function goTo(person: Person, screen: string): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('link', { name: screen, exact: true }));
  await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
}

/** Makes a row that stands below the chosen one the chosen one. */
export async function choose(person: Person, label: string, text: string): Promise<void> {
  const { page, way } = person;
  const row = rowOf(page, label, text);
  if (way === 'touch') await person.press(row);
  else {
    // Reaching the list ends with Enter, which opens the chosen row: here none is chosen, or it lies open.
    const list = listOf(page, label);
    if (!(await hasFocus(list))) await person.press(list);
    // Each row is chosen in the address first, and shown as chosen a moment later.
    for (let rows = 0; rows < 20 && (await row.getAttribute('aria-selected')) !== 'true'; rows += 1) {
      const before = (await list.getAttribute('aria-activedescendant')) ?? '';
      await page.keyboard.press('ArrowDown');
      await expect(list).not.toHaveAttribute('aria-activedescendant', before);
    }
  }
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** One of a few that are all in sight, the chosen one first or before it. */
export async function pickSegment(person: Person, label: string, option: string): Promise<void> {
  const { page, way } = person;
  const group = page.getByRole('radiogroup', { name: label, exact: true });
  const wanted = group.getByRole('radio', { name: option, exact: true });
  if (way === 'touch') await person.press(group.getByText(option, { exact: true }));
  else {
    // Its own fields are out of sight, under the words.
    const chosen = group.getByRole('radio', { checked: true });
    for (let tabs = 0; tabs < 40 && !(await hasFocus(chosen)); tabs += 1) await page.keyboard.press('Tab');
    for (let moves = 0; moves < 6 && !(await wanted.isChecked()); moves += 1)
      await page.keyboard.press('ArrowRight');
  }
  await expect(wanted).toBeChecked();
}
