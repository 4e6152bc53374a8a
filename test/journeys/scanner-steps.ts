import { expect } from '@playwright/test';
import { openSettings } from './office-steps.ts';
import type { Person } from './person.ts';
import { goToTill } from './sale-steps.ts';

/** Three scans of one code, by which the settings learn how this till's scanner types; then back to the till.
 *  @param sent  what the scanner types for the code that is printed */
export async function calibrateScanner(person: Person, printed: string, sent: string): Promise<void> {
  const { page } = person;
  await openSettings(person, 'Scanner');
  await person.type(page.getByLabel('Number printed under the bars'), printed);
  const target = page.getByRole('button', { name: /^Scan here/ });
  // Enter on it would be heard as a key of the scanner: being there is enough.
  await person.press(target, 'Tab');
  await expect(target).toBeFocused();
  for (const heard of [1, 2, 3]) {
    await person.scan(sent);
    await expect(target).toContainText(`Scan ${heard} of 3`);
  }
  await person.press(page.getByRole('button', { name: 'Use these settings' }));
  await expect(page.getByText('Scanner settings stored').first()).toBeVisible();
  await goToTill(person);
}
