import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './person.ts';
import { dialogOf, lineOf } from './sale-steps.ts';

export const noteField = (page: Page): Locator => page.getByLabel('Note', { exact: true });

/** What can be done to the line just scanned, through its dialog. */
export function lineSteps(person: Person, name: string) {
  const { page } = person;
  return {
    open: async (act: 'Quantity' | 'Price' | 'Discount' | 'Note' | 'Remove') => {
      await person.press(lineOf(page, name).locator('button[aria-haspopup="dialog"]'), 'F3');
      const button = dialogOf(page, name).getByRole('button', { name: new RegExp(`^${act}`) });
      await person.press(button, act === 'Remove' ? 'F7' : undefined);
      // Nobody types before there is a place for it.
      if (act === 'Note') await expect(noteField(page)).toBeVisible();
      else if (act !== 'Remove') await expect(page.getByRole('group', { name: 'Number pad' })).toBeVisible();
    },
  };
}
