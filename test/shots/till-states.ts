import { expect } from '@playwright/test';
import { addProduct, call } from './api.ts';
import { dialog, inTurn, type Prepare, press, till } from './prepare.ts';

const WHISKY = { name: 'Highland Single Malt 12 Years', code: '5000000000128' };
/** Cave Bel Air, which the demo shop sells, on a GS1 label that says it expired on 1 March 2026. */
const EXPIRED = ']C1' + '0103394150040274' + '17260301' + '10L7';

/** Sold to adults only; the demo shop has nothing like it. */
const whiskyThere: Prepare = async ({ page }) => {
  const { rows } = await call<{ rows: readonly object[] }>(page, 'product.search', { text: WHISKY.code });
  if (rows.length > 0) return;
  await addProduct(page, { ...WHISKY, packSize: '70 cl', priceMinor: 3850, minimumAge: 18 });
};

/** The cart asks until it is answered: the last picture of its till. */
export const ageAsked: Prepare = inTurn(
  till,
  whiskyThere,
  (stage) => stage.scan(WHISKY.code),
  dialog('sell:age.title', { years: 18 }),
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
