import { headerSignature } from '../../../domain/catalogue-import/header-signature.ts';
import { IMPORT_FIELDS } from '../../../shared/contract/import.contract.ts';
import type { QueryCtx } from '../../context.ts';
import { isSearchable } from '../product/search-index.ts';
import { findMapping } from './import.sql.ts';
import { findImport, type ImportRun, type ImportView, toView } from './import-run.ts';

type ViewCtx = Pick<QueryCtx, 'db' | 'services'>;
type Remembered = NonNullable<ImportView['remembered']>;

/** An import as pages see it: the run, how far its job is, and the columns as they were chosen for such a list before. */
export function viewOf(ctx: ViewCtx, run: ImportRun): ImportView {
  const searchable = run.state !== 'applied' || isSearchable(ctx.db);
  const beside = { remembered: rememberedFor(ctx, run), searchable };
  return toView(run, ctx.services.imports.progressOf(run.id), beside);
}

export function mustView(ctx: ViewCtx, id: string): ImportView {
  const run = findImport(ctx.db, id);
  if (!run) throw new Error(`import ${id} is gone`);
  return viewOf(ctx, run);
}

function rememberedFor({ db }: ViewCtx, { inspection }: ImportRun): Remembered | null {
  const signature = inspection === null ? null : headerSignature(inspection.headers);
  const row = signature === null ? undefined : db.get(findMapping, { signature });
  if (row === undefined) return null;
  const mapping = (JSON.parse(row.mapping_json) as Remembered['mapping']).map((field) =>
    field !== null && IMPORT_FIELDS.includes(field) ? field : null,
  );
  return {
    mapping,
    defaultTaxCategoryId: row.default_tax_category_id,
    defaultUnit: row.default_unit as Remembered['defaultUnit'],
  };
}
