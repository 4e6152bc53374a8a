import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/** A path, or a file that only the test holds. */
export type ListFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** On the import screen: the file is chosen, and its columns are shown. */
export async function chooseList(person: Person, file: ListFile): Promise<void> {
  const { page } = person;
  const chooser = page.waitForEvent('filechooser', { timeout: 30_000 });
  await person.press(page.getByRole('button', { name: 'Choose file' }));
  await (await chooser).setFiles(file);
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible();
}

/** Once the list is checked: what can be used of it is brought in. */
export async function importAsChecked(person: Person, count: number): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: `Import ${count} products` }));
  await expect(page.getByRole('heading', { name: `${count} products imported` })).toBeVisible();
}

/** From an empty product list through the import of a file: choose, look at the columns, check, import. */
export async function importCatalogue(person: Person, path: string, count: number): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: 'Import a list' }));
  await chooseList(person, path);
  await person.press(page.getByRole('button', { name: 'Check the file' }));
  await importAsChecked(person, count);
}
