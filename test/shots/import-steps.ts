import { expect } from '@playwright/test';
import type { MessageKey } from '../../src/shared/messages/index.ts';
import { inTurn, type Prepare, press } from './prepare.ts';

const LIST = ['sku,name,price,brand', 'TEA-1,Breakfast tea,2.40,Meadow', 'JAM-1,Plum jam,3.10,', ''].join(
  '\n',
);
const CHANGED = [
  'sku,name,price,brand',
  'TEA-1,Breakfast tea,2.65,Hill & Meadow',
  'JAM-1,Plum jam extra,3.35,',
  'BUN-1,Poppy bun,0.90,',
  'BUN-2,,0.90,',
  'BUN-3,Long bun,free,',
  '',
].join('\n');

const choose =
  (list: string): Prepare =>
  async ({ page, t }) => {
    const buffer = Buffer.from(list);
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
  choose(LIST),
  press('importer:columns.check'),
  shows('importer:checked.title'),
  apply,
  press('importer:done.another'),
  choose(CHANGED),
  press('importer:columns.check'),
  shows('importer:checked.changes'),
);
export const applied: Prepare = inTurn(changesShown, apply, shows('importer:undo.button'));
export const undone: Prepare = inTurn(
  applied,
  press('importer:undo.button'),
  press('importer:undo.confirm'),
  shows('importer:undo.done'),
);
