import type { Locator, Page } from '@playwright/test';
import type { Person } from './person.ts';
import { dialogOf } from './sale-steps.ts';

export const approvalOf = (page: Page): Locator => dialogOf(page, 'A colleague must approve this');

/** The colleague comes over, chooses their name and enters their PIN. */
export async function approveAs(
  person: Person,
  colleague: { readonly name: string; readonly pin: string },
): Promise<void> {
  const approval = approvalOf(person.page);
  const name = approval.getByRole('button', { name: colleague.name });
  if ((await name.getAttribute('aria-pressed')) !== 'true') await person.press(name);
  await person.figure(colleague.pin);
  await person.press(approval.getByRole('button', { name: /^Approve/ }), 'Enter');
}
