import { expect } from '@playwright/test';
import { fill, inTurn, type Prepare, press, pretendToMakeShop } from './prepare.ts';
import type { Screen } from './screens.ts';

const money: Prepare = inTurn(
  press('setup:welcome.own'),
  fill('setup:shopName', 'Harbour Street Grocer'),
  press('common:next'),
);
const till: Prepare = inTurn(money, press('common:next'));
const owner: Prepare = inTurn(till, press('common:next'));
const code: Prepare = inTurn(
  pretendToMakeShop,
  owner,
  fill('setup:yourName', 'Robin'),
  ({ page }) => page.locator('input[type="password"]').first().fill('maple tin orbit'),
  press('setup:finish'),
  async ({ page }) => expect(page.getByText('K7QWM-2XHTP-9RBDC-VN4GZ').first()).toBeVisible(),
);

/** Before anybody is in: set-up and sign-in. */
export const GATE_SCREENS: readonly Screen[] = [
  { name: 'first-start', route: '/', shop: 'empty', portrait: true },
  { name: 'setup-shop', route: '/', shop: 'empty', prepare: press('setup:welcome.own') },
  { name: 'setup-money', route: '/', shop: 'empty', prepare: money },
  { name: 'setup-till', route: '/', shop: 'empty', prepare: till },
  { name: 'setup-owner', route: '/', shop: 'empty', prepare: owner },
  {
    name: 'setup-missing',
    route: '/',
    shop: 'empty',
    prepare: inTurn(press('setup:welcome.own'), press('common:next')),
  },
  { name: 'setup-code', route: '/', shop: 'empty', prepare: code },
  { name: 'sign-in', route: '/', shop: 'signed-out', portrait: true },
  { name: 'sign-in-password', route: '/', shop: 'signed-out', prepare: press('session:usePassword') },
  {
    name: 'sign-in-recovery',
    route: '/',
    shop: 'signed-out',
    prepare: inTurn(press('session:usePassword'), press('session:forgotten')),
  },
];
