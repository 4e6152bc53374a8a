import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/test/find-chromium.ts';
import { openContext } from '../journeys/browser-door.ts';
import { watch } from '../journeys/door.ts';
import { writeEanVideo } from '../journeys/ean-video.ts';
import { linesOf } from '../journeys/sale-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

const ALMOND = { name: 'Almond Butter', code: '0051651060325' };
const folder = mkdtempSync(join(tmpdir(), 'tillwise-camera-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const film = join(folder, 'code.y4m');
writeEanVideo(film, ALMOND.code);
const chromium = findChromium();

test.use({
  launchOptions: {
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    ...(chromium ? { executablePath: chromium } : {}),
  },
});

let shop: ServedShop;
test.beforeAll(async () => {
  shop = await serveShop();
});
test.afterAll(() => shop?.close());

test('a code held before the camera is rung up once, with nothing fetched from elsewhere', async ({
  browser,
}) => {
  const context = await openContext(browser, shop.url);
  await context.grantPermissions(['camera'], { origin: shop.url });
  await signIn(context);
  const page = await context.newPage();
  const complaints = watch(page, `${shop.url}/`);
  await page.goto('/#/sell');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(linesOf(page)).toHaveCount(1, { timeout: 30_000 });
  await expect(linesOf(page).first()).toContainText(ALMOND.name);
  await page.waitForTimeout(2500);
  await expect(linesOf(page).first()).toContainText('4.44');
  await page.getByRole('button', { name: 'Close the camera' }).click();
  await expect(page.locator('video')).toHaveCount(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a camera that may not be used says so', async ({ browser }) => {
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto('/#/sell');
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByText('The camera is not allowed here.')).toBeVisible();
  await context.close();
});
