import { expect } from '@playwright/test';
import { addProduct, call } from './api.ts';
import { dialog, inTurn, type Prepare, press, till } from './prepare.ts';

const WHISKY = { name: 'Highland Single Malt 12 Years', code: '5000000000128' };
const RING = { name: 'Signet Ring', code: '4006381333931' };
/** Cave Bel Air, which the demo shop sells, on a GS1 label that says it expired on 1 March 2026. */
const EXPIRED = ']C1' + '0103394150040274' + '17260301' + '10L7';

/** Goods of a kind the demo shop has none of. */
const goodsThere =
  (goods: Omit<Parameters<typeof addProduct>[1], 'priceMinor'>): Prepare =>
  async ({ page }) => {
    const { rows } = await call<{ rows: readonly object[] }>(page, 'product.search', { text: goods.code });
    if (rows.length === 0) await addProduct(page, { ...goods, priceMinor: 3850 });
  };

/** The cart asks until it is answered: the last picture of its till. */
export const ageAsked: Prepare = inTurn(
  till,
  goodsThere({ ...WHISKY, packSize: '70 cl', minimumAge: 18 }),
  (stage) => stage.scan(WHISKY.code),
  dialog('sell:age.title', { years: 18 }),
);

/** One more is wanted than the shop has, of what it does not sell below zero. */
export const soldOut: Prepare = inTurn(
  till,
  goodsThere({ ...RING, negativeStock: 'block', openingStockMilli: 1000 }),
  (stage) => stage.scan(RING.code),
  ({ page }) => expect(page.getByRole('listitem').filter({ hasText: RING.name })).toBeVisible(),
  (stage) => stage.scan(RING.code),
  dialog('sell:short.title', { name: RING.name }),
);

export const expiredGoods: Prepare = inTurn(
  till,
  (stage) => stage.scan(EXPIRED),
  async ({ page, t }) => expect(page.getByRole('button', { name: t('sell:expired.sell') })).toBeVisible(),
);

/** As a browser sees it that was never made a till. */
export const noTill: Prepare = async ({ page, t }) => {
  await page.route('**/api/session/current', async (route) => {
    const response = await route.fetch();
    const current: { session: object } = await response.json();
    await route.fulfill({ response, json: { ...current, session: { ...current.session, device: null } } });
  });
  await page.reload();
  await expect(page.getByText(t('session:device.noneTitle'))).toBeVisible();
};

/** As in a shop that was put back to an older file: two receipts that were made are not in it. */
export const salesMissing: Prepare = inTurn(async ({ page }) => {
  const json = { doubt: { kind: 'salesMissing', missing: 2 } };
  await page.route('**/api/register/getDoubt', (route) => route.fulfill({ json }));
  await page.reload();
}, dialog('settings:doubt.missingTitle'));

/** A camera that sees stripes, plugged in while the till stands there. */
export const cameraOpen: Prepare = inTurn(
  till,
  async ({ page }) => {
    await page.evaluate(() => {
      const sight = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const pen = sight.getContext('2d');
      if (!pen) return;
      // A stream of a canvas has a frame only when something is drawn.
      setInterval(() => {
        pen.fillStyle = '#d9d4c8';
        pen.fillRect(0, 0, 640, 480);
        pen.fillStyle = '#2b2a27';
        for (let x = 180; x < 460; x += 14) pen.fillRect(x, 150, 4 + (x % 3) * 3, 160);
      }, 200);
      const { mediaDevices } = navigator;
      mediaDevices.enumerateDevices = async () => [
        { kind: 'videoinput', deviceId: 'eye', groupId: '', label: '', toJSON: () => ({}) },
      ];
      mediaDevices.getUserMedia = async () => sight.captureStream(5);
      mediaDevices.dispatchEvent(new Event('devicechange'));
    });
  },
  press('sell:camera.open'),
  async ({ page, t }) => expect(page.getByText(t('sell:camera.reading'))).toBeVisible(),
);
