import type { BrowserContext, Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';

interface Status {
  readonly state: 'new' | 'ready';
  readonly demoPeople: readonly {
    readonly username: string;
    readonly password: string;
    readonly role: string;
  }[];
}

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

/** Makes the context a till of the demo shop and signs somebody in; an empty data folder becomes the demo shop. */
export async function signIn(
  context: BrowserContext,
  { as = 'demo' }: { as?: 'demo' | 'cashier' | 'signed-out' } = {},
): Promise<void> {
  const page = await context.newPage();
  await page.goto('/');
  const before = await call<Status>(page, 'setup.status', {});
  if (before.state === 'new') await call(page, 'setup.loadDemo', command({ carrier: 'cookie' }));
  const { demoPeople } = await call<Status>(page, 'setup.status', {});
  const [owner] = demoPeople;
  if (!owner) throw new Error('the pictures are taken in the demo shop, this is another one');
  const { username, password } = owner;
  await call(page, 'session.signIn', command({ username, password, carrier: 'cookie' }));
  const { deviceEnrolled } = await call<{ deviceEnrolled: boolean }>(page, 'session.current', {});
  if (!deviceEnrolled) await enrol(page);
  if (as !== 'demo') await call(page, 'session.signOut', command({}));
  if (as === 'cashier') await signInAsCashier(page, demoPeople);
  await page.close();
}

async function signInAsCashier(page: Page, people: Status['demoPeople']): Promise<void> {
  // The demo's people come in order of rank.
  const cashier = people.at(-1);
  if (!cashier) throw new Error('the demo shop has no cashier');
  const { username, password } = cashier;
  await call(page, 'session.signIn', command({ username, password, carrier: 'cookie' }));
}

async function enrol(page: Page): Promise<void> {
  const [register] = await call<readonly { id: string }[]>(page, 'register.list', {});
  if (!register) throw new Error('the demo shop has no register');
  await call(page, 'device.enrol', command({ name: 'Counter', registerId: register.id, carrier: 'cookie' }));
}
