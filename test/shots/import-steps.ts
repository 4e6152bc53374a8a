import { expect } from '@playwright/test';
import type { MessageKey } from '../../src/shared/messages/index.ts';
import { inTurn, type Prepare, press } from './prepare.ts';

let run = 0;
/** Goods of their own for each picture: one finds nothing that another left behind. */
const goods = (lines: readonly string[]) =>
  ['sku,name,price,brand', ...lines.map((line) => `${process.pid}-${run}-${line}`), ''].join('\n');
const FIRST = ['T,Breakfast tea,2.40,Meadow', 'J,Plum jam,3.10,'];
const CHANGED = [
  'T,Breakfast tea,2.65,Hill & Meadow',
  'J,Plum jam extra,3.35,',
  'B,Poppy bun,0.90,',
  'C,,0.90,',
  'D,Long bun,free,',
];

const choose =
  (lines: readonly string[]): Prepare =>
  async ({ page, t }) => {
    if (lines === FIRST) run += 1;
    const buffer = Buffer.from(goods(lines));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'meadow-prices.csv', mimeType: 'text/csv', buffer });
    await expect(page.getByRole('button', { name: t('importer:columns.check') })).toBeVisible();
  };
const shows =
  (text: MessageKey): Prepare =>
  ({ page, t }) =>
    expect(page.getByText(t(text)).first()).toBeVisible();
const apply: Prepare = async ({ page }) => {
  const go = page.locator('button[data-variant="primary"], main button').last();
  await go.click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
};

/** A list of which products are in the shop already at other prices, its columns chosen once before. */
export const changesShown: Prepare = inTurn(
  choose(FIRST),
  press('importer:columns.check'),
  shows('importer:checked.title'),
  apply,
  press('importer:done.another'),
  choose(CHANGED),
  press('importer:columns.check'),
  shows('importer:checked.changes'),
);
const imported: Prepare = inTurn(changesShown, apply, shows('importer:undo.button'));
export const applied: Prepare = inTurn(imported, ({ page, t }) =>
  expect(page.getByText(t('importer:done.indexing'))).toHaveCount(0),
);
/** Search takes a moment to know what was imported: here it takes as long as the picture. */
export const indexing: Prepare = inTurn(
  async ({ page }) => {
    await page.route('**/api/import/get', async (route) => {
      const response = await route.fetch();
      const view: object = await response.json();
      await route.fulfill({ response, json: { ...view, searchable: false } });
    });
  },
  imported,
  shows('importer:done.indexing'),
);
export const undone: Prepare = inTurn(
  applied,
  press('importer:undo.button'),
  press('importer:undo.confirm'),
  shows('importer:undo.done'),
);
