import { expect, type Page } from '@playwright/test';
import { makeWorkbook, sheetRows } from '../import/make-workbook.ts';
import { ALMOND, BROWNIE } from './demo-shop.ts';
import { chooseList, importAsChecked } from './import-steps.ts';
import { pickSegment } from './list-steps.ts';
import type { OfficeAct } from './office-act.ts';
import type { Person } from './person.ts';
import { goToProducts, pickForCatalogue, productListOf, productRowOf } from './product-steps.ts';
import { dialogOf } from './sale-steps.ts';
import { columnsOf, readCsv, readXlsx } from './saved-table.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SAVE = 'Save products as a file';

export const OFFICE_LISTS: readonly OfficeAct[] = [
  {
    name: 'an Excel list is imported, and saved again as Excel and CSV without a cell that a spreadsheet runs',
    act: async (person, till) => {
      const { page, way } = person;
      const tub = [`Z1-${way}`, `Zinc tub ${way}`, 7.25] as const;
      const pail = [`Z2-${way}`, `=Zinc pail ${way}`, 12.75] as const;
      const buffer = makeWorkbook({ Prices: sheetRows([['SKU', 'Name', 'Price'], tub, pail]) });
      await goToImport(person);
      await chooseList(person, { name: `zinc-${way}.xlsx`, mimeType: XLSX, buffer });
      await expect(page.getByLabel('Sheet')).toHaveValue('Prices');
      await person.press(page.getByRole('button', { name: 'Check the file' }));
      await expectCounts(page, { new: 2, changed: 0, unchanged: 0, faulty: 0 });
      await importAsChecked(person, 2);
      await person.press(page.getByRole('button', { name: 'Look at the products' }));
      await person.type(page.getByRole('searchbox', { name: 'Search products' }), `zinc ${way}`);
      await expect(productListOf(page)).toHaveAttribute('aria-rowcount', '3');
      await expect(productRowOf(page, `=Zinc pail ${way}`)).toContainText('£12.75');

      const wanted = [
        [`'=Zinc pail ${way}`, `Z2-${way}`, '12.75'],
        [`Zinc tub ${way}`, `Z1-${way}`, '7.25'],
      ];
      const columns = ['Name', 'SKU', 'Price'];
      const save = () =>
        person.press(dialogOf(page, SAVE).getByRole('button', { name: 'Save', exact: true }));
      await openSaving(person, { which: 'The 2 shown', format: 'Excel (XLSX)' });
      const xlsx = await till.saveFile(save);
      expect(columnsOf(await readXlsx(xlsx), columns).toSorted()).toEqual(wanted);
      await openSaving(person, { which: 'All', format: 'CSV' });
      const csv = await till.saveFile(save);
      const all = columnsOf(readCsv(csv), columns);
      expect(all.filter(([, sku]) => sku?.endsWith(`-${way}`)).toSorted()).toEqual(wanted);
      expect(all.map(([name]) => name)).toContain(ALMOND.name);
    },
  },
  {
    name: 'a list with faulty rows: what is wrong is shown and saved, the rest imported, and all of it taken back',
    act: async (person, till) => {
      const { page, way } = person;
      const name = `zinc-${way}.csv`;
      const rows = [
        'barcode,name,price',
        `${ALMOND.code},${ALMOND.name},4.94`,
        `${BROWNIE.code},${BROWNIE.name},3.09`,
        `,Zinc lid ${way},1.20`,
        ',,0.90',
        '0051651060326,Zinc key,0.80',
        ',=Zinc+1,free',
      ];
      await goToImport(person);
      await chooseList(person, { name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
      await person.press(page.getByRole('button', { name: 'Check the file' }));
      await expectCounts(page, { new: 1, changed: 1, unchanged: 1, faulty: 3 });
      await expect(page.getByRole('row', { name: ALMOND.name })).toContainText(/Price\s*£4\.44\s*£4\.94/);
      for (const [reason, example] of [
        ['The name is missing.', 'Row 5'],
        ['The barcode’s last digit does not fit the others.', '0051651060326'],
        ['This is not a number.', 'free'],
      ] as const)
        await expect(page.getByRole('row', { name: reason })).toContainText(example);
      const save = () => person.press(page.getByRole('button', { name: 'Save as CSV' }));
      expect(readCsv(await till.saveFile(save))).toEqual([
        ['barcode', 'name', 'price', 'Reason'],
        ['', '', '0.90', 'name: The name is missing.'],
        ['0051651060326', 'Zinc key', '0.80', 'barcode: The barcode’s last digit does not fit the others.'],
        ['', "'=Zinc+1", 'free', 'price: This is not a number.'],
      ]);
      await importAsChecked(person, 2);
      await person.press(page.getByRole('button', { name: 'Look at the products' }));
      await expect(productRowOf(page, ALMOND.name)).toContainText('£4.94');

      await goToImport(person);
      const past = page.getByRole('row').filter({ hasText: name });
      await person.press(past.getByRole('button', { name: 'Look' }));
      await person.press(page.getByRole('button', { name: 'Undo this import' }));
      await person.press(
        dialogOf(page, 'Undo this import?').getByRole('button', { name: 'Undo the import' }),
      );
      await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeVisible();
      await expect(page.getByText('1 as they were before, 1 archived, 0 left as they are.')).toBeVisible();
      await goToProducts(person);
      await expect(productRowOf(page, ALMOND.name)).toContainText('£4.44');
    },
  },
];

async function goToImport(person: Person): Promise<void> {
  const { page } = person;
  await goToProducts(person);
  await person.press(page.getByRole('button', { name: 'Import', exact: true }));
  await expect(page.getByRole('heading', { name: 'Import products', level: 1 })).toBeVisible();
}

const COUNTS = { new: 'New', changed: 'Changed', unchanged: 'As they are', faulty: 'Left out' } as const;

async function expectCounts(page: Page, counts: Record<keyof typeof COUNTS, number>): Promise<void> {
  const wanted = Object.entries(COUNTS).map(
    ([kind, label]) => `${label}${counts[kind as keyof typeof COUNTS]}`,
  );
  await expect(page.getByRole('heading', { name: 'This is what will happen' })).toBeVisible();
  await expect(page.locator('main')).toContainText(wanted.join(''));
}

async function openSaving(
  person: Person,
  { which, format }: { which: string; format: string },
): Promise<void> {
  await expect(dialogOf(person.page, SAVE)).toBeHidden();
  await pickForCatalogue(person, 'Save as a file');
  await pickSegment(person, 'Which products', which);
  await pickSegment(person, 'Kind of file', format);
}
