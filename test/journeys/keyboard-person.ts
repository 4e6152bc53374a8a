import { expect, type Locator, type Page } from '@playwright/test';
import { noEffort, type Person } from './person.ts';
import { scan } from './scanner.ts';

/** Slower than any scanner, as hands are. */
const KEY_DELAY_MS = 45;
const MOST_TABS = 60;

/** Never touches a pointer: Tab, arrows, Enter, Space, function keys and typing. */
export function keyboardPerson(page: Page): Person {
  const effort = noEffort();
  const stroke = async (key: string) => {
    effort.keys += 1;
    await page.keyboard.press(key);
  };
  const reach = async (target: Locator) => {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
      const place = await placeOf(target);
      if (place === 'here') return;
      await stroke(place === 'behind' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`not reached within ${MOST_TABS} tabs: ${target}`);
  };
  return {
    way: 'keyboard',
    page,
    effort,
    press: async (target, printedKey) => {
      await expect(target).toBeEnabled();
      if (printedKey && !(printedKey === 'Enter' && (await anotherHasFocus(target))))
        return stroke(printedKey);
      await reach(target);
      await stroke((await isTicked(target)) ? 'Space' : 'Enter');
    },
    type: async (field, text) => {
      await reach(field);
      effort.keys += [...text].length;
      effort.typedFields += 1;
      await page.keyboard.type(text, { delay: KEY_DELAY_MS });
      await expect(field).toHaveValue(text);
    },
    figure: async (text) => {
      effort.keys += text.length;
      await page.keyboard.type(text, { delay: KEY_DELAY_MS });
    },
    scan: async (code) => {
      effort.scans += 1;
      await scan(page, code);
    },
  };
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** A button or link that has the focus answers Enter itself. */
const anotherHasFocus = (target: Locator) =>
  target.evaluate(
    (element) => element !== document.activeElement && document.activeElement?.matches('button, a') === true,
  );

/** A person sees where the focus is, and goes back rather than all the way round. */
const placeOf = (target: Locator): Promise<'here' | 'ahead' | 'behind'> =>
  target.evaluate((element) => {
    const focused = document.activeElement;
    if (focused === element) return 'here';
    if (!focused || focused === document.body) return 'ahead';
    const isBehind = focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
    return isBehind ? 'behind' : 'ahead';
  });

const isTicked = (target: Locator) =>
  target.evaluate((element) => element.matches('input[type="checkbox"], input[type="radio"]'));
