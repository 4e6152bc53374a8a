import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, type MessageKey, translate } from '../../src/shared/messages/index.ts';
import { scan } from '../journeys/scanner.ts';

/** A page in one language, operated through the words it shows. */
export interface Stage {
  readonly page: Page;
  /** the text as it stands on screen */
  t(key: MessageKey, params?: Readonly<Record<string, unknown>>): string;
  /** presses the button with these words, the one on top when there are several */
  press(key: MessageKey, params?: Readonly<Record<string, unknown>>): Promise<void>;
  /** waits for the dialog or sheet with this title */
  dialog(key: MessageKey, params?: Readonly<Record<string, unknown>>): Promise<Locator>;
  key(key: string): Promise<void>;
  scan(code: string): Promise<void>;
}

export function stageOf(page: Page, language: Language): Stage {
  const t: Stage['t'] = (key, params = {}) => translate(language, key, params);
  return {
    page,
    t,
    press: (key, params) =>
      page
        .getByRole('button', { name: startsWith(t(key, params)) })
        .last()
        .click(),
    dialog: async (key, params) => {
      const dialog = page.getByRole('dialog', { name: t(key, params), exact: true });
      await expect(dialog).toBeVisible();
      return dialog;
    },
    key: (key) => page.keyboard.press(key),
    scan: (code) => scan(page, code),
  };
}

/** A button's words may be followed by a figure or its key. */
const startsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
