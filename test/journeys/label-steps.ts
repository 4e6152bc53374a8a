import { expect } from '@playwright/test';
import { openSettings } from './office-steps.ts';
import type { Person } from './person.ts';
import { cartOf, dialogOf, goToTill, lineOf, linesOf } from './sale-steps.ts';

interface LabelKind {
  readonly name: string;
  /** As a person types it, small letters included. */
  readonly pattern: string;
}

/** Says in the settings how the shop's scales print their labels. */
async function addLabel(person: Person, { name, pattern }: LabelKind): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: 'Add label' }));
  const dialog = dialogOf(page, 'Add label');
  await person.type(dialog.getByLabel('Name'), name);
  await person.type(dialog.getByLabel('Pattern'), pattern);
  await person.press(dialog.getByRole('button', { name: 'Save' }), 'Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(pattern.toUpperCase());
}

/** Labels of one scale: 4011 is Bananas at 1.15 a kilogram, 4664 Vine Tomatoes at 3.30; each way of acting has its own. */
const SCALES = {
  keyboard: {
    price: { name: 'bread scale', pattern: '20iiiiipppppx', bananasAt345: '2004011003454' },
    weight: { name: 'fruit scale', pattern: '21iiiiiwwwwwx', tomatoes1500g: '2104664001507' },
    faulty: '2004011003457',
  },
  touch: {
    price: { name: 'front scale', pattern: '22iiiiipppppx', bananasAt345: '2204011003458' },
    weight: { name: 'back scale', pattern: '23iiiiiwwwwwx', tomatoes1500g: '2304664001501' },
    faulty: '2204011003451',
  },
} as const;

/** The scale's two kinds of label are set up, one is tried, both are rung up, and a misprinted one is not. */
export async function sellByLabel(person: Person): Promise<void> {
  const { page } = person;
  const { price, weight, faulty } = SCALES[person.way];
  await openSettings(person, 'Scale labels');
  await addLabel(person, price);
  await addLabel(person, weight);
  await person.type(page.getByLabel('Code', { exact: true }), price.bananasAt345);
  await person.press(page.getByRole('button', { name: 'What does it mean?' }), 'Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Bananas' })).toContainText('£3.45');
  await goToTill(person);
  await person.scan(price.bananasAt345);
  await expect(lineOf(page, 'Bananas')).toContainText('£3.45');
  await person.scan(weight.tomatoes1500g);
  await expect(lineOf(page, 'Vine Tomatoes')).toContainText('£4.95');
  await expect(lineOf(page, 'Vine Tomatoes')).toContainText('1.5 kg');
  await expect(cartOf(page)).toContainText('Subtotal, 2 items');
  await person.scan(faulty);
  await expect(page.getByText('This label cannot be right').first()).toBeVisible();
  await expect(linesOf(page)).toHaveCount(2);
}
