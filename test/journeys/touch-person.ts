import { expect, type Locator, type Page } from '@playwright/test';
import { noEffort, type Person } from './person.ts';
import { devtoolsOf, scan } from './scanner.ts';

/** Only fingers: taps on what is in sight, our number pad for figures, our on-screen keyboard for words. */
export function touchPerson(page: Page): Person {
  const effort = noEffort();
  const touch = async (target: Locator) => {
    effort.taps += 1;
    await tap(page, target);
  };
  const letters = page.locator('[data-on-screen-keyboard]');
  const letter = (button: string) => letters.locator(`[data-skbtn=${JSON.stringify(button)}]`);
  return {
    way: 'touch',
    page,
    effort,
    press: touch,
    type: async (field, text) => {
      await touch(field);
      effort.typedFields += 1;
      for (const character of text) {
        const button = character === ' ' ? '{space}' : character;
        await expect(letter('{shift}')).toBeVisible();
        if ((await letter(button).count()) === 0) await touch(letter('{shift}'));
        await touch(letter(button));
      }
      await expect(field).toHaveValue(text);
    },
    figure: async (text) => {
      const pad = page.getByRole('group', { name: 'Number pad' }).last();
      for (const digit of text) await touch(pad.getByRole('button', { name: digit, exact: true }));
    },
    scan: async (code) => {
      effort.scans += 1;
      await scan(page, code);
    },
  };
}

/** A finger on the middle of the target, once it is in sight, still, and under nothing else.
 *  Over the devtools line, because Playwright's own touchscreen does not work in Electron. */
export async function tap(page: Page, target: Locator): Promise<void> {
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error(`not in sight: ${target}`);
  const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const devtools = await devtoolsOf(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
