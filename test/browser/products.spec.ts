import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openContext } from '../journeys/browser-door.ts';
import { personAt, watch } from '../journeys/door.ts';
import { signInWithPin } from '../journeys/gate-steps.ts';
import { type Person, WAYS } from '../journeys/person.ts';
import { dialogOf } from '../journeys/sale-steps.ts';
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

const listOf = (page: Page) => page.getByRole('grid', { name: 'Products' });
const rowOf = (page: Page, name: string) => listOf(page).getByRole('row').filter({ hasText: name });
const editorOf = (page: Page) => page.getByRole('complementary', { name: 'Edit product' });
const panelOf = (page: Page, name: string) => page.getByRole('complementary', { name });

/** Chooses a row that stands below the chosen one. */
async function choose(person: Person, name: string): Promise<void> {
  const { page, way } = person;
  const row = rowOf(page, name);
  if (way === 'touch') await person.press(row);
  else {
    // Reaching the list ends with Enter, which opens the editor of the chosen row: here none is chosen, or it lies open.
    const isInList = await listOf(page).evaluate((list) => list === document.activeElement);
    if (!isInList) await person.press(listOf(page));
    for (let rows = 0; rows < 20 && (await row.getAttribute('aria-selected')) !== 'true'; rows += 1)
      await page.keyboard.press('ArrowDown');
  }
  await expect(panelOf(page, name)).toBeVisible();
}

/** Chooses a row for what is done with several. */
async function tick(person: Person, name: string): Promise<void> {
  const { page, way } = person;
  const box = rowOf(page, name).getByRole('checkbox');
  if (way === 'touch') await person.press(box);
  else {
    await choose(person, name);
    await page.keyboard.press('Space');
  }
  await expect(box).toBeChecked();
}

/** In an open menu. */
async function pick(person: Person, name: string): Promise<void> {
  const { page, way } = person;
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  const isChosen = () => item.evaluate((one) => one === document.activeElement);
  if (way === 'keyboard')
    for (let items = 0; items < 5 && !(await isChosen()); items += 1) await page.keyboard.press('ArrowDown');
  await person.press(item);
}

async function lock(person: Person): Promise<void> {
  const { page, way } = person;
  if (way === 'keyboard') return page.keyboard.press('F11');
  await person.press(page.getByRole('button', { name: /Olivia Penhale/ }));
  await person.press(page.getByRole('menuitem').last());
}

async function openProducts(page: Page): Promise<void> {
  await page.goto('/#/products');
  await expect(rowOf(page, ALMOND)).toBeVisible();
}

for (const way of WAYS) {
  test(`a product is edited beside the list and nothing typed is lost, ${way} only`, async ({ browser }) => {
    context = await openContext(browser, shop.url, { touch: way === 'touch' });
    await signIn(context);
    const page = await context.newPage();
    const complaints = watch(page, `${shop.url}/`);
    const person = personAt(page, way);
    await openProducts(page);
    await choose(person, ALMOND);
    await person.press(page.getByRole('button', { name: /^Edit/ }), 'Control+e');
    const notes = editorOf(page).getByRole('textbox', { name: 'Notes' });
    await expect(editorOf(page).getByRole('textbox', { name: /^Name/ })).toBeFocused();
    await person.type(notes, 'top shelf');

    await choose(person, CIDER);
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
    await expect(listOf(page)).toBeFocused();
    await page.reload();
    await expect(panelOf(page, ALMOND)).toContainText('top shelf');
    expect(complaints).toEqual([]);
  });

  test(`prices changed together are listed and taken back, ${way} only`, async ({ browser }) => {
    context = await openContext(browser, shop.url, { touch: way === 'touch' });
    await signIn(context);
    const page = await context.newPage();
    const person = personAt(page, way);
    await openProducts(page);
    for (const name of [ALMOND, CIDER]) await tick(person, name);
    await person.press(page.getByRole('button', { name: 'Change together' }));
    const form = dialogOf(page, 'Change the chosen products');
    await person.type(form.getByRole('textbox', { name: 'Percent' }), '10');
    await person.press(form.getByRole('button', { name: 'Change 2 products' }));
    await expect(form).toBeHidden();
    await expect(rowOf(page, ALMOND)).toContainText('£4.88');

    await person.press(page.getByRole('button', { name: 'More' }).first());
    await pick(person, 'Earlier changes together');
    const list = dialogOf(page, 'Earlier changes together');
    await expect(list.getByRole('listitem')).toContainText(/Price \+10%.*Olivia Penhale · 2 products/);
    await person.press(list.getByRole('button', { name: 'Undo' }));
    await expect(list.getByRole('listitem')).toContainText(
      /Taken back .* by Olivia Penhale · 2 products as before/,
    );
    await expect(list.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await person.press(list.getByRole('button', { name: 'Done' }));
    await expect(rowOf(page, ALMOND)).toContainText('£4.44');
  });
}

test('Esc in a list of the editor closes that list alone', async ({ browser }) => {
  context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await openProducts(page);
  await rowOf(page, ALMOND).dblclick();
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
    await rowOf(page, ALMOND).dblclick();
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
