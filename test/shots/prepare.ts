import { expect } from '@playwright/test';
import type { MessageKey } from '../../src/shared/messages/index.ts';
import type { Stage } from './stage.ts';

/** A step that brings a screen into the state to be looked at. */
export type Prepare = (stage: Stage) => Promise<void>;

const CART = [
  { name: 'Almond Butter', code: '0051651060325' },
  { name: 'Brownie Mix', code: '0843076000556' },
  { name: 'Clover Honey', code: '0023627190046' },
];
const UNKNOWN_CODE = '4006381333931';

/** One after the other. */
export const inTurn =
  (...steps: readonly Prepare[]): Prepare =>
  async (stage) => {
    for (const step of steps) await step(stage);
  };

export const press =
  (key: MessageKey, params?: Readonly<Record<string, unknown>>): Prepare =>
  (stage) =>
    stage.press(key, params);

export const key =
  (name: string): Prepare =>
  (stage) =>
    stage.key(name);

export const dialog =
  (title: MessageKey, params?: Readonly<Record<string, unknown>>): Prepare =>
  async (stage) => {
    await stage.dialog(title, params);
  };

/** The till is ready to be scanned at. */
export const till: Prepare = async ({ page, t }) => {
  await expect(page.getByRole('searchbox', { name: t('sell:scanField') })).toBeFocused();
};

/** Three products lie in the cart; those of an earlier picture count. */
export const cart: Prepare = async (stage) => {
  await till(stage);
  // Where it is narrow the cart lies hidden until its sheet is opened.
  const hidden = { includeHidden: true };
  const region = stage.page.getByRole('region', { name: stage.t('sell:cart.title'), ...hidden });
  const lines = region.getByRole('listitem', hidden);
  await expect(lines.or(stage.page.getByText(stage.t('sell:cart.empty'))).first()).toBeAttached();
  for (const { name, code } of CART) {
    if ((await lines.filter({ hasText: name }).count()) > 0) continue;
    await stage.scan(code);
    await expect(lines.filter({ hasText: name })).toBeAttached();
  }
};

const anyDialog: Prepare = ({ page }) => expect(page.getByRole('dialog')).toBeVisible();

/** The dialog of the chosen line, whichever that is, and what it leads to. */
export const lineAct = (act: MessageKey, title: MessageKey): Prepare =>
  inTurn(cart, key('F3'), anyDialog, press(act), async ({ page, t }) => {
    const [before = '', after = ''] = t(title, { name: '|' }).split('|').map(escaped);
    await expect(page.getByRole('dialog', { name: new RegExp(`^${before}.+${after}$`) })).toBeVisible();
  });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const unknownBarcode: Prepare = inTurn(
  cart,
  (stage) => stage.scan(UNKNOWN_CODE),
  dialog('sell:unknown.title'),
);

export const paying: Prepare = inTurn(cart, key('F12'), dialog('sell:pay.title'));

/** Opens the first row of the list; its panel is there, and with it its keys. */
export const firstRow: Prepare = async ({ page, t }) => {
  await page.locator('[role="row"][aria-rowindex="2"]').first().click();
  await expect(
    page.getByRole('complementary').getByRole('button', { name: t('common:close') }),
  ).toBeVisible();
  await expect(page.locator('aside [aria-busy="true"]:not(button)')).toHaveCount(0);
};

/** Fills a field by its label. */
export const fill =
  (label: MessageKey, text: string): Prepare =>
  ({ page, t }) =>
    page.getByLabel(t(label), { exact: false }).first().fill(text);

/** The answer to making a shop, without making it: the empty shop stays empty for the next picture. */
export const pretendToMakeShop: Prepare = async ({ page }) => {
  await page.route('**/api/setup/createShop', (route) =>
    route.fulfill({
      json: { session: null, recoveryCode: 'K7QWM-2XHTP-9RBDC-VN4GZ', deviceToken: null },
    }),
  );
};
