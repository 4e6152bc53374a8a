import { expect, type Locator } from '@playwright/test';
import sharp from 'sharp';
import { ALMOND, HONEY } from './demo-shop.ts';
import { choose, goTo, panelOf, pickSegment, rowOf } from './list-steps.ts';
import type { OfficeAct } from './office-act.ts';
import type { Person } from './person.ts';
import {
  chooseProduct,
  editorOf,
  goToProducts,
  pickForCatalogue,
  productRowOf,
  tickProduct,
} from './product-steps.ts';
import { dialogOf } from './sale-steps.ts';

const CIDER = 'Apple Cider Vinegar';

export const OFFICE_PRODUCTS: readonly OfficeAct[] = [
  {
    name: 'prices changed together are listed and taken back',
    act: async (person) => {
      const { page } = person;
      await goToProducts(person);
      for (const name of [ALMOND.name, CIDER]) await tickProduct(person, name);
      await person.press(page.getByRole('button', { name: 'Change together' }));
      const form = dialogOf(page, 'Change the chosen products');
      await person.type(form.getByRole('textbox', { name: 'Percent' }), '10');
      await person.press(form.getByRole('button', { name: 'Change 2 products' }));
      await expect(form).toBeHidden();
      await expect(productRowOf(page, ALMOND.name)).toContainText('£4.88');

      await pickForCatalogue(person, 'Earlier changes together');
      const list = dialogOf(page, 'Earlier changes together');
      const change = list.getByRole('listitem').first();
      await expect(change).toContainText(/Price \+10%.*Olivia Penhale · 2 products/);
      await person.press(change.getByRole('button', { name: 'Undo' }));
      await expect(change).toContainText(/Taken back .* by Olivia Penhale · 2 products as before/);
      await expect(list.getByRole('button', { name: 'Undo' })).toHaveCount(0);
      await person.press(list.getByRole('button', { name: 'Done' }));
      await expect(productRowOf(page, ALMOND.name)).toContainText('£4.44');
    },
  },
  {
    name: 'pictures pasted and dropped on a product are kept, re-encoded; an SVG is refused',
    act: async (person) => {
      const { page } = person;
      // Each way has a product of its own to put pictures on.
      const name = { keyboard: ALMOND.name, touch: CIDER }[person.way];
      await goToProducts(person);
      await chooseProduct(person, name);
      await edit(person);
      const field = editorOf(page).getByLabel('Pictures');
      const images = field.getByRole('listitem').locator('img');
      await give(field, 'paste', await picture('front.png', 'red'));
      await expect(images).toHaveCount(1);
      await give(field, 'drop', await picture('back.png', 'blue'));
      await expect(images).toHaveCount(2);
      await give(field, 'drop', SVG);
      await expect(field.getByText(/^Only JPEG, PNG and WebP/)).toBeVisible();
      await expect(images).toHaveCount(2);
      await person.press(editorOf(page).getByRole('button', { name: /^Save/ }), 'Control+Enter');
      await expect(panelOf(page, name)).toBeVisible();
      await page.reload();
      await edit(person);
      await expect(images).toHaveCount(2);
      for (const image of await images.all())
        await expect(image).toHaveAttribute('src', /^data:image\/webp;/);
      await person.press(editorOf(page).getByRole('button', { name: 'Cancel' }), 'Escape');
      await expect(editorOf(page)).toBeHidden();
    },
  },
  {
    name: 'stock that broke is taken out with its reason, and the shop’s stock still adds up',
    act: async (person) => {
      const { page, way } = person;
      await goTo(person, 'Stock');
      await person.type(page.getByRole('searchbox', { name: 'Search products' }), 'clover honey');
      await expect(rowOf(page, 'Stock', HONEY.name).first()).toBeVisible();
      await expect(rowOf(page, 'Stock', ALMOND.name)).toBeHidden();
      await choose(person, 'Stock', HONEY.name);
      const panel = panelOf(page, HONEY.name);
      await person.press(panel.getByRole('button', { name: 'Adjust stock' }));
      const dialog = dialogOf(page, 'Adjust stock');
      const before = Number(/On hand: (-?\d+)/.exec(await dialog.innerText())?.[1]);
      await pickSegment(person, 'How', 'Take out');
      await person.type(dialog.getByLabel('How many went out'), '2');
      await select(person, dialog.getByRole('combobox', { name: 'Why' }), 'Lost or stolen');
      await person.type(dialog.getByLabel('Note'), `shelf ${way}`);
      await person.press(dialog.getByRole('button', { name: 'Adjust', exact: true }));
      await expect(page.getByText(`“${HONEY.name}”: ${before - 2} on hand.`)).toBeVisible();
      const movements = panel.getByRole('region', { name: 'Movements' });
      await expect(movements).toContainText(/Lost or stolen/);
      await expect(movements).toContainText(`${before - 2} after`);

      await person.press(page.getByRole('button', { name: 'Check stock' }));
      const check = dialogOf(page, 'Stock check');
      await expect(check.getByRole('status')).toContainText(/^[1-9][\d,]* products, 0 differ$/);
      await person.press(check.getByRole('button', { name: 'Done' }));
      await expect(check).toBeHidden();
    },
  },
];

async function edit(person: Person): Promise<void> {
  const { page } = person;
  await person.press(page.getByRole('button', { name: /^Edit/ }), 'Control+e');
  await expect(editorOf(page)).toBeVisible();
}

/** In a field whose choices open in a list. */
async function select(person: Person, field: Locator, choice: string): Promise<void> {
  const { page } = person;
  const option = page.getByRole('option', { name: choice });
  await person.press(field);
  await expect(option).toBeVisible();
  const isMarked = async () => (await option.getAttribute('data-combobox-selected')) === 'true';
  if (person.way === 'keyboard')
    for (let moves = 0; moves < 9 && !(await isMarked()); moves += 1) await page.keyboard.press('ArrowDown');
  await person.press(option, 'Enter');
  await expect(field).toHaveValue(choice);
}

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
