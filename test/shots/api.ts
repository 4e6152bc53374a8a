import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';

/** One call of the public API from the page itself, so that its cookies and origin are a browser's. */
export async function call<Answer>(page: Page, name: string, input: object): Promise<Answer> {
  const { ok, text } = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers, body });
      return { ok: response.ok, text: await response.text() };
    },
    [`/api/${name.replace('.', '/')}`, JSON.stringify(input)] as const,
  );
  if (!ok) throw new Error(`${name}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

export const command = (input: object) => ({ commandId: uuidv7(), ...input });
