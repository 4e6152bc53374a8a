import { expect, type Locator, type Page } from '@playwright/test';
import { choose, goTo, listOf, panelOf, rowOf } from './list-steps.ts';
import { pick } from './menu-steps.ts';
import type { Person } from './person.ts';

const PRODUCTS = 'Products';

export const productListOf = (page: Page): Locator => listOf(page, PRODUCTS);
export const productRowOf = (page: Page, name: string): Locator => rowOf(page, PRODUCTS, name);
export const editorOf = (page: Page): Locator => panelOf(page, 'Edit product');

/** To the whole list of products, from anywhere in the office. */
export async function goToProducts(person: Person): Promise<void> {
  await goTo(person, PRODUCTS);
  await expect(productListOf(person.page)).toBeVisible();
}

export async function chooseProduct(person: Person, name: string): Promise<void> {
  await choose(person, PRODUCTS, name);
  await expect(panelOf(person.page, name)).toBeVisible();
}

/** Chooses a product for what is done with several. */
export async function tickProduct(person: Person, name: string): Promise<void> {
  const { page, way } = person;
  const box = productRowOf(page, name).getByRole('checkbox');
  if (way === 'touch') await person.press(box);
  else {
    await chooseProduct(person, name);
    await page.keyboard.press('Space');
  }
  await expect(box).toBeChecked();
}

/** What can be done with the catalogue as a whole. */
export async function pickForCatalogue(person: Person, name: string): Promise<void> {
  await person.press(person.page.getByRole('button', { name: 'More' }).first());
  await pick(person, name);
}
