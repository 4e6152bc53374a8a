import { expect } from '@playwright/test';
import { test } from '../journeys/signed-in-page.ts';

test('a day that has not come yet can be neither picked nor typed', async ({ signedInPage }) => {
  const { page } = await signedInPage({ route: '/#/today' });
  const day = page.getByRole('textbox', { name: 'Choose a day' });
  const today = await day.inputValue();
  await day.fill('31/12/2999');
  await day.press('Enter');
  await expect(day).toHaveValue(today);
  await expect(page).not.toHaveURL(/2999/);
  await day.fill('03/02/2020');
  await day.press('Enter');
  await expect(page).toHaveURL(/2020-02-03/);
});
