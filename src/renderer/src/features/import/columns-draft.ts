import type { ImportView } from './import-file.ts';
import type { Inspection, Mapping } from './mapping.ts';

type Options = NonNullable<ImportView['options']>;

/** What a person has said of a list so far. Null: nothing yet. */
export interface ColumnsDraft {
  mapping: Mapping;
  defaultTaxCategoryId: string | null;
  defaultUnit: NonNullable<Options['defaultUnit']>;
  decimalStyle: Inspection['decimalStyle'];
  /** Whether the columns are those of an earlier list with the same headings. */
  isRemembered: boolean;
}

/** Where the choice begins: as it was checked, as it was for the last such list, else as the file itself suggests. */
export function firstDraft(view: ImportView, inspection: Inspection): ColumnsDraft {
  const { options, remembered } = view;
  if (options) {
    const { mapping, defaultTaxCategoryId, defaultUnit, decimalStyle } = options;
    return { mapping, defaultTaxCategoryId, defaultUnit, decimalStyle, isRemembered: false };
  }
  const { decimalStyle } = inspection;
  if (remembered) return { ...remembered, decimalStyle, isRemembered: true };
  return {
    mapping: inspection.guess,
    defaultTaxCategoryId: null,
    defaultUnit: 'each',
    decimalStyle,
    isRemembered: false,
  };
}

/** A file that is read in another way is another file: its columns need not be the same ones. */
export function draftKey(view: ImportView, inspection: Inspection): string {
  const { encoding, delimiter, headers, workbook } = inspection;
  return `import-columns ${JSON.stringify([view.id, encoding, delimiter, workbook?.sheet ?? null, headers])}`;
}

/** What was chosen and not yet checked outlives a reload of the page, in this window alone. */
export function readDraft(key: string): ColumnsDraft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as ColumnsDraft);
}

export function keepDraft(key: string, draft: ColumnsDraft): void {
  sessionStorage.setItem(key, JSON.stringify(draft));
}
