import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/** From an empty product list through the import of a file: choose, look at the columns, check, import. */
export async function importCatalogue(person: Person, path: string, count: number): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: 'Import a list' }));
  const chooser = page.waitForEvent('filechooser');
  await person.press(page.getByRole('button', { name: 'Choose file' }));
  await (await chooser).setFiles(path);
  await person.press(page.getByRole('button', { name: 'Check the file' }));
  await person.press(page.getByRole('button', { name: `Import ${count} products` }));
  await expect(page.getByRole('heading', { name: `${count} products imported` })).toBeVisible();
}
