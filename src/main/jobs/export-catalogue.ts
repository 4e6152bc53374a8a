import { joinCategoryPath } from '../../domain/catalogue-import/check-row.ts';
import {
  EXPORT_COLUMNS,
  type ExportedProduct,
  exportCells,
  type ListLanguage,
} from '../../domain/catalogue-import/export-columns.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { connectForReading, stagingSelect } from '../storage/staging-database.ts';
import { listTaxNames } from './catalogue-import.sql.ts';
import { taxCategoriesByName } from './catalogue-tax-names.ts';
import {
  findCurrencyExponent,
  listCategoryNames,
  listExported,
  listExportedCodes,
} from './export-catalogue.sql.ts';
import { createListWriter, type ListFormat } from './write-list.ts';

/** Which products, as the catalogue's own list finds them: a page of ids. */
export interface ProductSource {
  /** With `:limit` and `:offset`, and a column `id`. */
  readonly text: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export interface CatalogueExportOrder {
  readonly dataDir: string;
  readonly file: string;
  readonly format: ListFormat;
  readonly language: ListLanguage;
  /** Null: a question that nothing answers. */
  readonly source: ProductSource | null;
  /** Two Int32: products written; not zero: stop. */
  readonly signal: SharedArrayBuffer;
}

/** Null where a sheet cannot hold it; 0 bytes never. */
export interface ExportResult {
  readonly rows: number;
  readonly bytes: number | null;
}

const PAGE = 5000;

/** Writes the catalogue as a list that an import of the same shop finds nothing new in. */
export async function exportCatalogue(order: CatalogueExportOrder): Promise<ExportResult> {
  const shop = connectForReading(order.dataDir);
  const headings = EXPORT_COLUMNS.map((column) => column[order.language]);
  const writer = createListWriter(order.file, order.format, headings);
  const signal = new Int32Array(order.signal);
  let rows = 0;
  try {
    // One reading transaction: the list is the catalogue of one moment.
    shop.savepoint(() => {
      const exponent = shop.get(findCurrencyExponent, {})?.currency_exponent ?? 2;
      const tell = createTeller(shop);
      for (const ids of pagesOf(shop, order.source)) {
        if (Atomics.load(signal, 1) !== 0) return;
        for (const product of tell(ids)) writer.write(exportCells(product, exponent));
        rows += ids.length;
        Atomics.store(signal, 0, rows);
      }
    });
  } finally {
    shop.close();
  }
  return { rows, bytes: await writer.finish() };
}

function* pagesOf(db: ReadableDb, source: ProductSource | null): Iterable<string[]> {
  if (source === null) return;
  const page = stagingSelect<object, { id: string }>(source.text);
  for (let offset = 0; ; offset += PAGE) {
    const rows = db.all(page, { ...source.params, limit: PAGE, offset });
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < PAGE) return;
  }
}

function createTeller(db: ReadableDb): (ids: readonly string[]) => ExportedProduct[] {
  const pathOf = categoryPaths(db);
  const taxName = taxNames(db);
  return (ids) => {
    const idsJson = { ids_json: JSON.stringify(ids) };
    const codes = Map.groupBy(db.all(listExportedCodes, idsJson), (row) => row.product_id);
    return db.all(listExported, idsJson).map((row) => {
      const own = codes.get(row.id) ?? [];
      const ofKind = (kind: string) => own.filter((one) => one.kind === kind).map((one) => one.code);
      return {
        id: row.id,
        name: row.name,
        sku: row.sku,
        gtins: ofKind('gtin'),
        inStoreCodes: ofKind('inStore'),
        brand: row.brand,
        category: row.category_id === null ? '' : pathOf(row.category_id),
        packSize: row.pack_size,
        unit: row.unit,
        priceMinor: row.price_minor,
        costMinor: row.cost_minor,
        taxCategory: taxName(row.tax_category_id),
        stockMilli: row.on_hand_milli,
        description: row.description,
        supplierCode: row.supplier_code,
        notes: row.notes,
        minimumAge: row.minimum_age,
        tracked: row.tracked === 1,
      };
    });
  };
}

function categoryPaths(db: ReadableDb): (id: string) => string {
  const byId = new Map(db.all(listCategoryNames, {}).map((row) => [row.id, row]));
  const known = new Map<string, string>();
  const namesOf = (id: string | null): string[] => {
    const category = id === null ? undefined : byId.get(id);
    return category === undefined ? [] : [...namesOf(category.parent_id), category.name];
  };
  return (id) => {
    const path = known.get(id) ?? joinCategoryPath(namesOf(id));
    known.set(id, path);
    return path;
  };
}

/** By name where an import reads that name back as this category, else by its key; archived ones not at all. */
function taxNames(db: ReadableDb): (id: string) => string {
  const byName = taxCategoriesByName(db);
  const names = new Map(
    db
      .all(listTaxNames, {})
      .map(({ id, name }) => [id, byName.get(name.trim().toLowerCase()) === id ? name : id]),
  );
  return (id) => names.get(id) ?? '';
}
