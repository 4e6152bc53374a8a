import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { MessageKey } from '../../src/shared/messages/index.ts';
import { applied, changesShown, indexing, undone } from './import-steps.ts';
import { dialog, firstRow, inTurn, key, type Prepare, press } from './prepare.ts';
import type { Screen } from './screens.ts';

const LIST = join(import.meta.dirname, '..', 'fixtures', 'catalogue', 'off-rich-200.csv');
/** Backups made for the pictures. */
const BACKUPS = mkdtempSync(join(tmpdir(), 'tillwise-pictures-'));
process.once('exit', () => rmSync(BACKUPS, { recursive: true, force: true }));
const SETTINGS = ['shop', 'taxes', 'tills', 'devices', 'labels', 'scanner', 'device', 'account'] as const;

const office = (name: string, route: string, ...steps: readonly Prepare[]): Screen => ({
  name,
  route: `/#/${route}`,
  ...(steps.length > 0 ? { prepare: inTurn(...steps) } : {}),
});
/** Opens the menu of the page, or of the panel beside it, and chooses. */
const fromMenu = (menu: MessageKey, item: MessageKey): Prepare =>
  inTurn(press(menu), ({ page, t }) => page.getByRole('menuitem', { name: t(item) }).click());
const tab =
  (label: MessageKey): Prepare =>
  ({ page, t }) =>
    page.getByRole('tab', { name: t(label) }).click();
const columns: Prepare = async ({ page, t }) => {
  await page.locator('input[type="file"]').setInputFiles(LIST);
  await expect(page.getByRole('button', { name: t('importer:columns.check') })).toBeVisible();
};
const checked: Prepare = inTurn(columns, press('importer:columns.check'), async ({ page, t }) =>
  expect(page.getByText(t('importer:checked.title'))).toBeVisible(),
);
const firstOf =
  (label: MessageKey): Prepare =>
  async ({ page, t }) => {
    await page
      .locator('main button', { hasText: t(label) })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
const firstEdit = firstOf('common:edit');
/** The second button of a person's panel, so that nothing is done to whoever takes the pictures. */
const firstPerson = inTurn(firstRow, async ({ page }) =>
  expect(page.getByRole('complementary')).toContainText('Marcus'),
);
/** A folder of their own, one backup, looked through: what the other pictures of backups show. */
const backedUp: Prepare = async (stage) => {
  const { page, t } = stage;
  await page.getByLabel(t('backup:folder')).fill(BACKUPS);
  await page.getByRole('button', { name: t('common:save') }).click();
  await expect(page.getByText(t('backup:saved'))).toBeVisible();
  await stage.press('backup:makeNow');
  await expect(page.getByText(t('backup:made'), { exact: true })).toBeVisible();
  await page
    .getByRole('button', { name: t('backup:check'), exact: true })
    .first()
    .click();
  await expect(page.getByText(t('backup:checked'))).toBeVisible();
};
const restoring: Prepare = async ({ page, t }) => {
  await page
    .getByRole('button', { name: t('backup:restore') })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
const lookedInside: Prepare = inTurn(restoring, press('backup:look'), async ({ page, t }) =>
  expect(page.getByText(t('backup:lastSale'))).toBeVisible(),
);
const verified: Prepare = async ({ page, t }) => {
  const again = page.getByRole('button', { name: t('journal:checkAgain') });
  await page
    .getByRole('button', { name: t('journal:checkNow') })
    .or(again)
    .click();
  await expect(page.getByText(t('journal:allHolds'))).toBeVisible({ timeout: 30_000 });
};
/** Three products chosen in the list. */
const chosen: Prepare = async ({ page }) => {
  for (const row of [2, 3, 4])
    await page.locator(`[role="row"][aria-rowindex="${row}"] input[type="checkbox"]`).click();
};
const dearer: Prepare = inTurn(
  chosen,
  press('products:bulk.edit'),
  ({ page }) => page.getByRole('dialog').getByRole('textbox').first().fill('5'),
  async ({ page }) => expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3),
);
const tried: Prepare = inTurn(
  ({ page, t }) => page.getByRole('textbox', { name: t('labels:try.code') }).fill('0051651060325'),
  press('labels:try.go'),
  async ({ page }) => expect(page.getByText('Almond Butter').first()).toBeVisible(),
);
const aDialog: Prepare = ({ page }) => expect(page.getByRole('dialog')).toBeVisible();

/** The editor beside the list. */
const editor =
  (title: MessageKey): Prepare =>
  ({ page, t }) =>
    expect(
      page
        .getByRole('complementary', { name: t(title) })
        .getByLabel(t('products:editor.name'), { exact: false })
        .first(),
    ).toBeFocused();
/** Something typed, and another row chosen before it is saved. */
const unsaved: Prepare = inTurn(
  firstRow,
  key('Control+e'),
  editor('products:editor.editTitle'),
  async ({ page, t }) => {
    await page.keyboard.type('x');
    await page.locator('[role="row"][aria-rowindex="3"]').click();
    await expect(page.getByRole('button', { name: t('products:editor.goOn') })).toBeVisible();
  },
);
/** The first two rows with other prices, and as they were again: what other pictures show. */
const changedTogether: Prepare = async (stage) => {
  const { page, t } = stage;
  for (const row of ['2', '3'])
    await page.locator(`[role="row"][aria-rowindex="${row}"] input[type="checkbox"]`).check();
  await stage.press('products:bulk.edit');
  const form = await stage.dialog('products:bulk.title');
  await form.getByRole('textbox', { name: t('products:bulk.percent') }).fill('10');
  await form.getByRole('button', { name: t('products:bulk.apply', { count: 2 }) }).click();
  await expect(form).toBeHidden();
};
const takenBack: Prepare = inTurn(
  changedTogether,
  fromMenu('products:more', 'products:pastEdits.action'),
  async (stage) => {
    const list = await stage.dialog('products:pastEdits.title');
    const undo = list.getByRole('button', { name: stage.t('common:undo') });
    await undo.first().click();
    await expect(undo).toHaveCount(0);
  },
);

/** What is done sitting down. */
export const OFFICE_SCREENS: readonly Screen[] = [
  office('today', 'today'),
  office('today-yesterday', 'today?day=2020-01-01'),
  office('today-imported', 'today', press('today:previousDay')),
  office('today-calendar', 'today', press('common:calendar.open'), aDialog),
  office('orders', 'orders'),
  office('order', 'orders', firstRow),
  office('order-receipt', 'orders', firstRow, tab('orders:detail.receipt')),
  office('order-history', 'orders', firstRow, tab('orders:detail.history')),
  office('order-refund', 'orders', firstRow, press('orders:action.refund'), aDialog),
  office('orders-days', 'orders', fromMenu('orders:filter.period', 'orders:period.custom'), aDialog),
  { ...office('orders-imported', 'orders?q=IMP-5712'), past: true },
  { ...office('order-imported', 'orders?q=IMP-5712', firstRow), past: true },
  office('orders-none', 'orders?q=nothing-like-it'),
  office('products', 'products'),
  office('product', 'products', firstRow),
  office('product-new', 'products', press('products:new'), editor('products:editor.newTitle')),
  office('product-edit', 'products', firstRow, key('Control+e'), editor('products:editor.editTitle')),
  office('product-unsaved', 'products', unsaved),
  office('product-categories', 'products', fromMenu('products:more', 'products:manageCategories'), aDialog),
  office('product-favourites', 'products', fromMenu('products:more', 'products:manageQuickKeys'), aDialog),
  office('products-past-edits', 'products', takenBack),
  office('products-corrected', 'products?q=avacado'),
  office('products-chosen', 'products', chosen),
  office('products-bulk', 'products', dearer),
  office('products-filter', 'products', press('products:filter.brandAndPrice'), aDialog),
  office('products-none', 'products?q=nothing-like-it'),
  office('import', 'import'),
  office('import-columns', 'import', columns),
  office('import-checked', 'import', checked),
  office('import-changes', 'import', changesShown),
  office('import-indexing', 'import', indexing),
  office('import-applied', 'import', applied),
  office('import-undo', 'import', applied, press('importer:undo.button'), aDialog),
  office('import-undone', 'import', undone),
  office('products-export', 'products?q=a', fromMenu('products:more', 'products:export.action'), aDialog),
  office('stock', 'stock'),
  office('stock-product', 'stock', firstRow),
  office('stock-adjust', 'stock', firstRow, press('stock:adjust.action'), dialog('stock:adjust.title')),
  office('stock-check', 'stock', press('stock:check.action'), dialog('stock:check.title')),
  office('customers', 'customers'),
  office('customer', 'customers', firstRow),
  office('customer-new', 'customers', press('customers:new'), aDialog),
  office('audit', 'audit'),
  office('audit-entry', 'audit', firstRow),
  office('staff', 'staff'),
  office('staff-add', 'staff', press('staff:add')),
  office('staff-person', 'staff', firstPerson),
  office('staff-password', 'staff', firstPerson, press('staff:setPassword'), aDialog),
  office('staff-pin', 'staff', firstPerson, press('staff:changePin'), aDialog),
  ...SETTINGS.map((name) => office(`settings-${name}`, `settings/${name}`)),
  office('settings-backups-none', 'settings/backups'),
  office('settings-backups', 'settings/backups', backedUp),
  office('settings-journal', 'settings/journal'),
  office('settings-journal-checked', 'settings/journal', verified),
  office('settings-restore', 'settings/backups', restoring),
  office('settings-restore-contents', 'settings/backups', lookedInside),
  office('settings-new-till', 'settings/tills', press('settings:tills.add'), aDialog),
  office('settings-tax', 'settings/taxes', firstEdit),
  office('settings-new-rates', 'settings/taxes', firstOf('settings:tax.newRates')),
  office('settings-label', 'settings/labels', press('labels:add'), aDialog),
  office('settings-label-tried', 'settings/labels', tried),
  office('settings-till', 'settings/tills', firstEdit),
  office('no-such-page', 'nowhere'),
];
