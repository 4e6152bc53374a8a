import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
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
  await context?.close();
  await shop?.close();
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

/** A page with the list. */
async function openedList(browser: Browser): Promise<Page> {
  context = await openContext(browser, shop.url);
  await signIn(context);
  const page = await context.newPage();
  await openProducts(page);
  return page;
}

const newEditorOf = (page: Page) => panelOf(page, 'New product');
const fieldOf = (editor: Locator, name: string | RegExp) => editor.getByRole('textbox', { name });

/** New products are added, but the page hears of it only after `answer`. */
async function holdCreations(page: Page): Promise<{ asked(): number; answer(): void }> {
  let asked = 0;
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/product/create', async (route) => {
    asked += 1;
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  return { asked: () => asked, answer: () => answer() };
}

test('a product is created once however often the key is pressed, and what is typed meanwhile is kept', async ({
  browser,
}) => {
  const page = await openedList(browser);
  const creating = await holdCreations(page);
  await page.keyboard.press('Control+n');
  const editor = newEditorOf(page);
  await fieldOf(editor, /^Name/).fill('Zebra Tea');
  const another = editor.getByRole('button', { name: 'Add and next' });
  await another.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(another).toHaveAttribute('aria-busy', 'true');
  await expect(another).toBeFocused();
  await fieldOf(editor, 'Notes').fill('top shelf');
  creating.answer();
  await expect(fieldOf(editor, /^Name/)).toHaveValue('');
  await page.getByRole('button', { name: 'Keep editing', exact: true }).click();
  await expect(fieldOf(editorOf(page), /^Name/)).toHaveValue('Zebra Tea');
  await expect(fieldOf(editorOf(page), 'Notes')).toHaveValue('top shelf');
  await page.keyboard.press('Control+Enter');
  await expect(panelOf(page, 'Zebra Tea')).toContainText('top shelf');
  expect(creating.asked()).toBe(1);
});

test('an editor left and come back to while its product is being added does not add it again', async ({
  browser,
}) => {
  const page = await openedList(browser);
  const creating = await holdCreations(page);
  await page.keyboard.press('Control+n');
  await fieldOf(newEditorOf(page), /^Name/).fill('Aardvark Tea');
  await page.keyboard.press('Control+Enter');
  await productRowOf(page, CIDER).click();
  await page.getByRole('button', { name: 'Keep editing', exact: true }).click();
  await expect(fieldOf(newEditorOf(page), /^Name/)).toHaveValue('Aardvark Tea');
  await page.keyboard.press('Control+Enter');
  await expect(newEditorOf(page).getByRole('button', { name: 'Add and next' })).toHaveAttribute(
    'aria-busy',
    'true',
  );
  creating.answer();
  await expect(fieldOf(newEditorOf(page), /^Name/)).toHaveValue('');
  await expect(page.getByText('is not added yet')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(productRowOf(page, 'Aardvark Tea')).toHaveCount(1);
  expect(creating.asked()).toBe(1);
});

test('an answer that comes late leaves the editor alone that is open by then', async ({ browser }) => {
  const page = await openedList(browser);
  const creating = await holdCreations(page);
  await page.keyboard.press('Control+n');
  await fieldOf(newEditorOf(page), /^Name/).fill('Aardvark Tea');
  await page.keyboard.press('Control+Enter');
  await productRowOf(page, CIDER).dblclick();
  const notes = fieldOf(editorOf(page), 'Notes');
  await notes.fill('top shelf');
  creating.answer();
  await expect(page.getByText('is not added yet')).toBeHidden();
  await expect(notes).toBeFocused();
  await expect(notes).toHaveValue('top shelf');
});

test('a product that is being added when the till is locked is not offered again', async ({ browser }) => {
  const page = await openedList(browser);
  const creating = await holdCreations(page);
  await page.keyboard.press('Control+n');
  await fieldOf(newEditorOf(page), /^Name/).fill('Aardvark Tea');
  await page.keyboard.press('Control+Enter');
  await expect(productRowOf(page, 'Aardvark Tea')).toBeVisible();
  await page.keyboard.press('F11');
  await expect(page.getByRole('group', { name: 'People' })).toBeVisible();
  creating.answer();
  await signInWithPin(personAt(page, 'keyboard'), OLIVIA);
  await page.goto('/#/products');
  await expect(productRowOf(page, 'Aardvark Tea')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Keep editing', exact: true })).toBeHidden();
});

test('a figure that cannot be read is kept as typed, and not saved past', async ({ browser }) => {
  const page = await openedList(browser);
  await productRowOf(page, ALMOND).dblclick();
  const price = fieldOf(editorOf(page), /^Price/);
  await price.fill('1,2,3');
  await productRowOf(page, CIDER).click();
  await expect(editorOf(page)).toBeHidden();
  await page.getByRole('button', { name: 'Keep editing', exact: true }).click();
  await expect(price).toHaveValue('1,2,3');
  await page.keyboard.press('Control+Enter');
  await expect(price).toBeFocused();
  await expect(price).toHaveAttribute('aria-invalid', 'true');
  await price.fill('5.55');
  await page.keyboard.press('Control+Enter');
  await expect(panelOf(page, ALMOND)).toContainText('£5.55');
});

test('Undo brings a draft back into an editor opened meanwhile, and leaves the list filtered', async ({
  browser,
}) => {
  const page = await openedList(browser);
  await page.goto('/#/products?q=almond');
  await expect(productRowOf(page, CIDER)).toBeHidden();
  await page.keyboard.press('Control+n');
  const name = fieldOf(newEditorOf(page), /^Name/);
  await name.fill('Zebra Tea');
  await page.keyboard.press('Escape');
  await expect(name).toBeHidden();
  await page.evaluate(() => {
    location.hash = '#/products?q=almond&edit=new&code=SHELF-77';
  });
  await expect(fieldOf(newEditorOf(page), 'Barcode 1')).toHaveValue('SHELF-77');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(name).toHaveValue('Zebra Tea');
  await expect(fieldOf(newEditorOf(page), 'Barcode 1')).toBeHidden();
  await expect(page).toHaveURL(/q=almond/);
  await expect(productRowOf(page, CIDER)).toBeHidden();
});

test('a code joins the new product that is being typed already', async ({ browser }) => {
  const page = await openedList(browser);
  await page.keyboard.press('Control+n');
  const editor = newEditorOf(page);
  await fieldOf(editor, /^Name/).fill('Zebra Tea');
  await page.evaluate(() => {
    location.hash = '#/products?edit=new&code=SHELF-77';
  });
  await expect(fieldOf(editor, 'Barcode 1')).toHaveValue('SHELF-77');
  await expect(fieldOf(editor, /^Name/)).toHaveValue('Zebra Tea');
});

test('keys of an input method are left to it', async ({ browser }) => {
  const page = await openedList(browser);
  const compose = (field: Locator, key: string) =>
    field.evaluate(
      (input, pressed) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true, isComposing: true }),
        ),
      key,
    );
  const search = page.getByRole('searchbox').first();
  await search.focus();
  await compose(search, 'ArrowDown');
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+n');
  const name = fieldOf(newEditorOf(page), /^Name/);
  await name.focus();
  await compose(name, 'Escape');
  await page.waitForTimeout(300);
  await expect(name).toBeVisible();
});

async function makeDearer(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) await productRowOf(page, name).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Change together' }).click();
  const form = page.getByRole('dialog', { name: 'Change the chosen products' });
  await fieldOf(form, 'Percent').fill('10');
  await form.getByRole('button', { name: /^Change \d products?$/ }).click();
  await expect(form).toBeHidden();
}

/** The list of earlier changes together, newest first. */
async function openedChanges(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Earlier changes together' }).click();
  return page.getByRole('dialog', { name: 'Earlier changes together' });
}

test('an Undo that could not be asked about says so and can be tried again', async ({ browser }) => {
  const page = await openedList(browser);
  await makeDearer(page, [ALMOND, CIDER]);
  const list = await openedChanges(page);
  const preview = '**/api/product/previewUndoBulkEdit';
  await page.route(preview, (route) => route.abort());
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('alert')).toBeVisible();
  await page.unroute(preview);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(list.getByRole('listitem')).toContainText('2 products as before');
});

test('an Undo names what changed again since, and takes back the others when asked to', async ({
  browser,
}) => {
  const page = await openedList(browser);
  await makeDearer(page, [ALMOND, CIDER]);
  await makeDearer(page, [ALMOND]);
  const first = (await openedChanges(page)).getByRole('listitem').nth(1);
  await first.getByRole('button', { name: 'Undo' }).click();
  await expect(first.getByRole('status')).toContainText(
    `1 changed again since and would stay as it is: ${ALMOND}`,
  );
  await expect(first).not.toContainText('Taken back');
  await first.getByRole('button', { name: 'Undo the others' }).click();
  await expect(first).toContainText('1 product as before · 1 had changed again and stayed');
});
