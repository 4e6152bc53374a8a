import { expect } from '@playwright/test';
import {
  cart,
  dialog,
  fill,
  inTurn,
  key,
  lineAct,
  type Prepare,
  paying,
  press,
  till,
  unknownBarcode,
} from './prepare.ts';
import type { Screen } from './screens.ts';
import { ageAsked, cameraOpen, expiredGoods, noTill, salesMissing, soldOut } from './till-states.ts';

const sell = (name: string, prepare: Prepare): Screen => ({ name, route: '/#/sell', prepare });

const search: Prepare = inTurn(till, async ({ page }) => {
  await page.keyboard.type('honey', { delay: 50 });
  await expect(page.getByRole('button', { name: /Honey Soy Drink/ })).toBeVisible();
});
const corrected: Prepare = inTurn(till, async ({ page, t }) => {
  await page.keyboard.type('avacado', { delay: 50 });
  await expect(page.getByText(t('common:corrected.showing'))).toBeVisible();
});
const held: Prepare = inTurn(
  cart,
  key('F4'),
  dialog('sell:hold.title'),
  ({ page }) => page.getByRole('dialog').getByRole('textbox').fill('blue coat'),
  key('Enter'),
  async ({ page, t }) => expect(page.getByText(t('sell:cart.empty'))).toBeAttached(),
  key('F5'),
  dialog('sell:carts.title'),
);
/** The cart comes back, so that the next picture has one. */
const recall: Prepare = inTurn(till, key('F5'), dialog('sell:carts.title'), async ({ page, t }) => {
  await page
    .getByRole('button', { name: t('sell:carts.recall') })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
const approval: Prepare = inTurn(
  cart,
  key('F6'),
  dialog('sell:discount.title'),
  ({ page }) => page.getByRole('dialog').getByRole('button', { name: /^50/ }).click(),
  press('sell:discount.set'),
  dialog('sell:approval.title'),
);
const paid: Prepare = inTurn(paying, key('Enter'), dialog('sell:pay.doneTitle'));

/** The till and everything that opens above it. */
export const SELL_SCREENS: readonly Screen[] = [
  { name: 'sell-empty', route: '/#/sell', portrait: true, prepare: till },
  { name: 'sell', route: '/#/sell', portrait: true, prepare: cart },
  {
    name: 'sell-cart-sheet',
    route: '/#/sell',
    portrait: true,
    prepare: inTurn(cart, async ({ page }) => {
      const sheet = page.locator('button[aria-controls="cart"]');
      if (await sheet.isVisible()) await sheet.click();
    }),
  },
  { ...sell('sell-search', search), portrait: true },
  { ...sell('sell-search-corrected', corrected), portrait: true },
  sell(
    'sell-line',
    inTurn(cart, key('F3'), ({ page }) => expect(page.getByRole('dialog')).toBeVisible()),
  ),
  sell('sell-quantity', lineAct('sell:line.act.quantity', 'sell:line.quantityOf')),
  sell('sell-price', lineAct('sell:line.act.price', 'sell:line.priceOf')),
  sell('sell-line-discount', lineAct('sell:line.act.lineDiscount', 'sell:discount.lineTitle')),
  sell('sell-note', lineAct('sell:line.act.note', 'sell:line.noteOf')),
  sell('sell-discount', inTurn(cart, key('F6'), dialog('sell:discount.title'))),
  sell('sell-customer', inTurn(cart, key('F2'), dialog('sell:customer.title'))),
  sell(
    'sell-new-customer',
    inTurn(cart, key('F2'), dialog('sell:customer.title'), press('sell:customer.new')),
  ),
  sell('sell-hold', inTurn(cart, key('F4'), dialog('sell:hold.title'))),
  sell('sell-held-carts', held),
  sell('sell-recalled', recall),
  sell('sell-void', inTurn(cart, key('Control+Backspace'), dialog('sell:void.title'))),
  sell('sell-drawer', inTurn(till, key('F9'), dialog('sell:drawer.title'))),
  sell('sell-unknown', unknownBarcode),
  sell(
    'sell-unknown-found',
    inTurn(
      unknownBarcode,
      ({ page }) => page.keyboard.type('honey', { delay: 50 }),
      async ({ page }) =>
        expect(page.getByRole('dialog').getByRole('button', { name: /Honey/ }).first()).toBeVisible(),
      key('ArrowDown'),
    ),
  ),
  sell(
    'sell-new-product',
    inTurn(unknownBarcode, press('sell:unknown.create'), dialog('sell:unknown.createTitle')),
  ),
  sell('sell-more', inTurn(cart, press('common:more'))),
  sell('keys', inTurn(till, key('F1'), dialog('common:commands.keysTitle'))),
  sell('palette', inTurn(till, key('Control+k'), dialog('common:commands.palette'))),
  { ...sell('pay', paying), portrait: true },
  sell('pay-card', inTurn(paying, key('F2'), fill('sell:pay.reference.card', '417'))),
  { ...sell('pay-done', paid), portrait: true },
  sell('last-receipt', inTurn(till, key('F10'), dialog('sell:receipt.title'))),
  sell('sell-no-till', noTill),
  sell('sell-expired', expiredGoods),
  { ...sell('sell-camera', cameraOpen), portrait: true },
  sell('sell-short', soldOut),
  sell('numbers-missing', salesMissing),
  { ...sell('numbers-copied', dialog('settings:doubt.copiedTitle')), shop: 'copied' },
  sell('sell-age', ageAsked),
  { name: 'approval', route: '/#/sell', shop: 'cashier', prepare: approval },
];
