import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt, watch } from '../journeys/door.ts';
import { signInWithPin } from '../journeys/gate-steps.ts';
import { panelOf } from '../journeys/list-steps.ts';
import { type Person, WAYS } from '../journeys/person.ts';
import { chooseProduct, editorOf, productListOf, productRowOf } from '../journeys/product-steps.ts';
import { type ServedShop, serveShop } from '../journeys/serve-shop.ts';
import { signIn } from '../shots/sign-in.ts';

const ALMOND = 'Almond Butter';
const CIDER = 'Apple Cider Vinegar';
const OLIVIA = { name: 'Olivia Penhale', pin: '2719' };
const KEPT = `Your changes to “${ALMOND}” are not saved yet.`;

/** Many fields are gone through key by key, on machines that do other things too. */
test.describe.configure({ timeout: 180_000 });

let shop: ServedShop;
let context: BrowserContext;
test.beforeEach(async () => {
  shop = await serveShop();
});
test.afterEach(async () => {
  await context.close();
  await shop.close();
});

async function lock(person: Person): Promise<void> {
  const { page, way } = person;
  if (way === 'keyboard') return page.keyboard.press('F11');
  await person.press(page.getByRole('button', { name: /Olivia Penhale/ }));
  await person.press(page.getByRole('menuitem').last());
}

async function openProducts(page: Page): Promise<void> {
  await page.goto('/#/products');
  await expect(productRowOf(page, ALMOND)).toBeVisible();
}

for (const way of WAYS) {
  test(`a product is edited beside the list and nothing typed is lost, ${way} only`, async ({ browser }) => {
    context = await openContext(browser, shop.url, { touch: way === 'touch' });
    await signIn(context);
    const page = await context.newPage();
    const complaints = watch(page, `${shop.url}/`);
    const person = personAt(page, way);
    await openProducts(page);
    await chooseProduct(person, ALMOND);
    await person.press(page.getByRole('button', { name: /^Edit/ }), 'Control+e');
    const notes = editorOf(page).getByRole('textbox', { name: 'Notes' });
    await expect(editorOf(page).getByRole('textbox', { name: /^Name/ })).toBeFocused();
    await person.type(notes, 'top shelf');

    await chooseProduct(person, CIDER);
    await expect(editorOf(page)).toBeHidden();
    await person.press(page.getByRole('link', { name: 'Stock', exact: true }));
    await expect(page.getByRole('heading', { name: 'Stock', level: 1 })).toBeVisible();
    await person.press(page.getByRole('link', { name: 'Products', exact: true }));
    await expect(page.getByText(KEPT)).toBeVisible();
    await person.press(page.getByRole('button', { name: 'Keep editing', exact: true }));
    await expect(notes).toHaveValue('top shelf');
    await expect(page.getByText(KEPT)).toBeHidden();

    await person.press(editorOf(page).getByRole('button', { name: 'Cancel' }), 'Escape');
    await expect(editorOf(page)).toBeHidden();
    await expect(page.getByText(KEPT)).toBeHidden();
    await person.press(page.getByRole('status').getByRole('button', { name: 'Undo' }));
    await expect(notes).toHaveValue('top shelf');

    await lock(person);
    await signInWithPin(person, OLIVIA);
    await expect(notes).toHaveValue('top shelf');

    await person.press(editorOf(page).getByRole('button', { name: /^Save/ }), 'Control+Enter');
    await expect(panelOf(page, ALMOND)).toContainText('top shelf');
    await expect(productListOf(page)).toBeFocused();
    await page.reload();
    await expect(panelOf(page, ALMOND)).toContainText('top shelf');
    expect(complaints).toEqual([]);
  });
}

test('Esc in a list of the editor closes that list alone', async ({ browser }) => {
  context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await openProducts(page);
  await productRowOf(page, ALMOND).dblclick();
  const category = editorOf(page).getByRole('combobox', { name: 'Category' });
  await category.click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(editorOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editorOf(page)).toBeHidden();
  await expect(panelOf(page, ALMOND)).toBeVisible();
});

test('what somebody else saved meanwhile is shown at the head of the editor, and both changes are kept', async ({
  browser,
}) => {
  context = await openContext(browser, shop.url);
  await signIn(context);
  const [mine, theirs] = [await context.newPage(), await context.newPage()];
  for (const [page, field, text] of [
    [mine, 'Notes', 'top shelf'],
    [theirs, 'Brand', 'Hill & Meadow'],
  ] as const) {
    await openProducts(page);
    await productRowOf(page, ALMOND).dblclick();
    await editorOf(page).getByRole('textbox', { name: field }).fill(text);
  }
  await theirs.keyboard.press('Control+Enter');
  await expect(panelOf(theirs, ALMOND)).toContainText('Hill & Meadow');
  await mine.keyboard.press('Control+Enter');
  const notice = editorOf(mine).getByRole('alert');
  await expect(notice).toBeInViewport({ ratio: 1 });
  await expect(mine.getByRole('heading', { name: 'Products', level: 1 })).toBeInViewport({ ratio: 1 });
  await notice.getByRole('button', { name: 'Save my changes too' }).click();
  await expect(panelOf(mine, ALMOND)).toContainText('top shelf');
  await expect(panelOf(mine, ALMOND)).toContainText('Hill & Meadow');
});
