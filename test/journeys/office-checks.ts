import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { readExport } from '../../src/domain/rksv/export-files.ts';
import { ALMOND } from './demo-shop.ts';
import type { OfficeAct } from './office-act.ts';
import { openSettings } from './office-steps.ts';
import type { Person } from './person.ts';
import { dialogOf, goToTill, sellForCash } from './sale-steps.ts';

export const OFFICE_CHECKS: readonly OfficeAct[] = [
  {
    name: 'the journal is verified, and its signed receipts are saved in the published format',
    act: async (person, till) => {
      const { page } = person;
      await sellOne(person);
      await openSettings(person, 'Journal');
      const head = page.getByRole('listitem').filter({ hasText: 'Last hash' });
      const [, documents, receipts] =
        /(\d+) documents?.*?(\d+) signed receipts/.exec(await head.innerText()) ?? [];
      await person.press(page.getByRole('button', { name: /^Verify/ }));
      const verdict = page.getByRole('status').filter({ hasText: 'Everything holds' });
      const held = new RegExp(`^${documents} documents? and (its|their) signatures?$`);
      await expect(verdict.getByText(held)).toBeVisible({ timeout: 30_000 });
      await person.press(head.getByRole('button', { name: /^Export the receipts of/ }));
      const save = dialogOf(page, 'Export signed receipts?').getByRole('button', { name: 'Save both files' });
      const paths = await till.saveFiles(2, () => person.press(save));
      const [exported, keys] = paths.map((path) => readFileSync(path, 'utf8'));
      const read = readExport(exported ?? '');
      expect(read.ok && read.value.length).toBe(Number(receipts));
      expect(Object.keys(JSON.parse(keys ?? ''))).toEqual(['base64AESKey', 'certificateOrPublicKeyMap']);
    },
  },
  {
    name: 'a backup is made, proven and looked into',
    act: async (person) => {
      const { page } = person;
      await sellOne(person);
      await openSettings(person, 'Backups');
      await person.press(page.getByRole('button', { name: 'Back up now' }));
      const backup = page.getByRole('listitem').filter({ hasText: 'By hand' }).first();
      await expect(backup).toContainText(/[1-9]\d* documents?/);
      await person.press(backup.getByRole('button', { name: 'Check' }));
      await expect(page.getByText(/^Backup proven/)).toBeVisible({ timeout: 30_000 });
      await expect(backup).toContainText('Proven');
      await person.press(backup.getByRole('button', { name: 'Restore' }));
      const restore = page.getByRole('dialog');
      await person.press(restore.getByRole('button', { name: 'Look inside' }));
      await expect(restore).toContainText('Harbour Street Store');
      await expect(restore).toContainText(/\d+, last hash/);
      await person.press(restore.getByRole('button', { name: 'Cancel' }));
      await expect(restore).toBeHidden();
    },
  },
];

/** So that there is something to check. */
async function sellOne(person: Person): Promise<void> {
  await goToTill(person);
  await sellForCash(person, [ALMOND]);
}
