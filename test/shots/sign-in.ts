import type { BrowserContext, Page } from '@playwright/test';
import { call, command } from './api.ts';

interface Status {
  readonly state: 'new' | 'ready';
  readonly demoPeople: readonly {
    readonly username: string;
    readonly password: string;
    readonly role: string;
  }[];
}

/** Makes the context a till of the demo shop, unless it is to stay none, and signs somebody in; an empty data folder
 *  becomes the demo shop. */
export async function signIn(
  context: BrowserContext,
  { as = 'demo', till = true }: { as?: 'demo' | 'cashier' | 'signed-out'; till?: boolean } = {},
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
  if (till && !deviceEnrolled) await enrol(page);
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
