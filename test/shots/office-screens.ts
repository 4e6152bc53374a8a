import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { MessageKey } from '../../src/shared/messages/index.ts';
import { dialog, firstRow, inTurn, key, type Prepare, press } from './prepare.ts';
import type { Screen } from './screens.ts';

const LIST = join(import.meta.dirname, '..', 'fixtures', 'catalogue', 'off-rich-200.csv');
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
const firstEdit: Prepare = async ({ page, t }) => {
  await page
    .locator('main button', { hasText: t('common:edit') })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
const aDialog: Prepare = ({ page }) => expect(page.getByRole('dialog')).toBeVisible();

/** What is done sitting down. */
export const OFFICE_SCREENS: readonly Screen[] = [
  office('today', 'today'),
  office('today-yesterday', 'today?day=2020-01-01'),
  office('orders', 'orders'),
  office('order', 'orders', firstRow),
  office('order-receipt', 'orders', firstRow, tab('orders:detail.receipt')),
  office('order-history', 'orders', firstRow, tab('orders:detail.history')),
  office('order-refund', 'orders', firstRow, press('orders:action.refund'), aDialog),
  office('orders-none', 'orders?q=nothing-like-it'),
  office('products', 'products'),
  office('product', 'products', firstRow),
  office('product-new', 'products', press('products:new'), aDialog),
  office('product-edit', 'products', firstRow, key('Control+e'), aDialog),
  office('product-categories', 'products', fromMenu('products:more', 'products:manageCategories'), aDialog),
  office('product-favourites', 'products', fromMenu('products:more', 'products:manageQuickKeys'), aDialog),
  office('products-none', 'products?q=nothing-like-it'),
  office('import', 'import'),
  office('import-columns', 'import', columns),
  office('import-checked', 'import', checked),
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
  office('staff-person', 'staff', firstRow),
  ...SETTINGS.map((name) => office(`settings-${name}`, `settings/${name}`)),
  office('settings-tax', 'settings/taxes', firstEdit),
  office('settings-till', 'settings/tills', firstEdit),
  office('no-such-page', 'nowhere'),
];
