import { expect, type Locator, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { openContext } from '../journeys/browser-door.ts';
import { watch } from '../journeys/door.ts';
import { serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

interface Picture {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

const SVG: Picture = {
  name: 'logo.svg',
  type: 'image/svg+xml',
  base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString(
    'base64',
  ),
};

async function picture(name: string, background: string): Promise<Picture> {
  const png = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, type: 'image/png', base64: png.toString('base64') };
}

/** A file from the clipboard, or one let go over the field, as the browser tells the page of it. */
function give(target: Locator, how: 'paste' | 'drop', file: Picture): Promise<void> {
  return target.evaluate(
    (element, [kind, { name, type, base64 }]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], name, { type }));
      const init = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: files })
          : new DragEvent('drop', { ...init, dataTransfer: files }),
      );
    },
    [how, file] as const,
  );
}

const field = (page: Page) => page.getByLabel('Pictures');

async function editAlmondButter(page: Page): Promise<void> {
  await page.getByRole('searchbox').first().fill('almond butter');
  await page.getByRole('row').filter({ hasText: 'Almond Butter' }).click();
  await page.getByRole('button', { name: /^Edit/ }).click();
  await expect(field(page)).toBeVisible();
}

test('pictures pasted and dropped on a product are kept in order, re-encoded; an SVG is refused', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const shop = await serveShop();
  const context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  const complaints = watch(page, `${shop.url}/`);
  await page.goto('/#/products');
  await editAlmondButter(page);
  const images = field(page).getByRole('listitem').locator('img');
  await give(field(page), 'paste', await picture('front.png', 'red'));
  await expect(images).toHaveCount(1);
  await give(field(page), 'drop', await picture('back.png', 'blue'));
  await expect(images).toHaveCount(2);
  await give(field(page), 'drop', SVG);
  await expect(page.getByText(/^Only JPEG, PNG and WebP/)).toBeVisible();
  await expect(images).toHaveCount(2);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(field(page)).toBeHidden();
  await page.reload();
  await editAlmondButter(page);
  await expect(images).toHaveCount(2);
  for (const image of await images.all()) await expect(image).toHaveAttribute('src', /^data:image\/webp;/);
  expect(complaints).toEqual([]);
  await context.close();
  await shop.close();
});
