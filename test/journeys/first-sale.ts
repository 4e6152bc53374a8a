import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { writeCatalogue } from './catalogue-file.ts';
import { type Door, personAt, type Till } from './door.ts';
import { expectEffort } from './figures.ts';
import { enterDemoShop, setUpShop } from './gate-steps.ts';
import { importCatalogue } from './import-steps.ts';
import { type Effort, effortSince, type Person, WAYS } from './person.ts';
import { expectReceipt, readReceipt } from './receipt-paper.ts';
import {
  findByReceipt,
  goToTill,
  linesOf,
  nextCustomer,
  payCash,
  receiptNumber,
  scanProducts,
} from './sale-steps.ts';

const DEMO_PRODUCTS = [
  { name: 'Almond Butter', code: '0051651060325' },
  { name: 'Brownie Mix', code: '0843076000556' },
  { name: 'Clover Honey', code: '0023627190046' },
];
const DEMO_TOTAL = '11.67';

/** From the first start to a receipt in hand, in the demo shop and in a shop of one's own. */
export function firstSaleJourneys(doorOf: (given: { browser: Browser }) => Door): void {
  for (const way of WAYS) {
    test(`first start to a receipt in the demo shop, ${way} only`, async ({ browser }) => {
      const till = await doorOf({ browser }).open({ way });
      const person = personAt(till.page, way);
      await enterDemoShop(person);
      await goToTill(person);
      const sale = await sellThree(person, DEMO_PRODUCTS);
      const paper = readReceipt(await till.saveFile(() => savePdf(person)));
      expectReceipt(paper, { names: DEMO_PRODUCTS.map(({ name }) => name), total: DEMO_TOTAL });
      expectEffort(`cash sale, ${way}`, sale);
      expectEffort(`demo shop, ${way}`, { ...person.effort });
      await leave(till);
    });

    test(`first start to a receipt from an imported list, ${way} only`, async ({ browser }) => {
      test.setTimeout(120_000);
      const till = await doorOf({ browser }).open({ way });
      const person = personAt(till.page, way);
      const { page } = till;
      const folder = mkdtempSync(join(tmpdir(), 'tillwise-list-'));
      const list = join(folder, 'supplier.csv');
      const products = writeCatalogue(list);
      await setUpShop(person, { shopName: 'Corner shop', ownerName: 'Robin', password: 'maple tin orbit' });
      await importCatalogue(person, list, products.length);
      await goToTill(person);
      const [unpriced, ...priced] = products.slice(0, 3);
      if (!unpriced) throw new Error('the list is empty');
      await person.scan(unpriced.code);
      await setFirstPrice(person, unpriced.name, '2.50');
      await scanProducts(person, priced);
      await payCash(person);
      const number = await receiptNumber(page);
      const paper = readReceipt(await till.saveFile(() => savePdf(person)));
      const total = (2.5 + priced.reduce((sum, { price }) => sum + Number(price), 0)).toFixed(2);
      expectReceipt(paper, { names: products.slice(0, 3).map(({ name }) => name), total });
      expectEffort(`own shop, ${way}`, { ...person.effort });
      await nextCustomer(person);
      await findByReceipt(person, number);
      rmSync(folder, { recursive: true });
      await leave(till);
    });
  }
}

/** Three scans and the cash. */
async function sellThree(person: Person, products: typeof DEMO_PRODUCTS): Promise<Effort> {
  const before = { ...person.effort };
  await scanProducts(person, products);
  await expect(linesOf(person.page)).toHaveCount(products.length);
  await payCash(person);
  return effortSince(person, before);
}

/** A second Enter, or the space of an impatient hand, leads on to the next customer: it saves no second copy. */
async function savePdf(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: 'PDF' }));
  await expect(page.getByRole('button', { name: /^New sale/ })).toBeFocused();
}

async function setFirstPrice(person: Person, name: string, price: string): Promise<void> {
  const dialog = person.page.getByRole('dialog', { name: `Price of ${name}` });
  await expect(dialog).toBeVisible();
  await person.figure(price);
  await person.press(dialog.getByRole('button', { name: /^Set price and add/ }), 'Enter');
  await expect(linesOf(person.page).filter({ hasText: name })).toBeVisible();
}

async function leave(till: Till): Promise<void> {
  expect(till.complaints).toEqual([]);
  await till.close();
}
