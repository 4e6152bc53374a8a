import { headerSignature } from '../../../domain/catalogue-import/header-signature.ts';
import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import type { CheckOrder } from '../../jobs/catalogue-import-check.ts';
import type { Inspection } from '../../jobs/catalogue-import-inspect.ts';
import { findActiveTaxCategory, findShopMoney, saveMapping, updateChecking } from './import.sql.ts';
import { findImport, type ImportOptions, type ImportRun, type ImportView } from './import-run.ts';
import { mustView } from './import-view.ts';
import { findBusyOther } from './one-at-a-time.ts';

type Input = CallParsedInput<'import.check'>;
type Fault = AppError<
  'import.unknown' | 'import.wrongState' | 'import.mappingIncomplete' | 'tax.categoryUnknown' | 'import.busy'
>;

/** Starts the dry run; its counts follow in `import.get`. */
export function checkImport(ctx: CommandCtx, { id, options }: Input): Result<ImportView, Fault> {
  const run = findImport(ctx.db, id);
  if (!run) return err({ code: 'import.unknown', data: { id } });
  if ((run.state !== 'received' && run.state !== 'checked') || run.inspection === null) {
    return err({ code: 'import.wrongState', data: { id, state: run.state } });
  }
  const busy = findBusyOther(ctx.db, id);
  if (busy) return err({ code: 'import.busy', data: { id: busy.id, fileName: busy.fileName } });
  const fault = findFault(ctx, options, run.inspection);
  if (fault) return err(fault);
  ctx.db.runOne(updateChecking, { id, options_json: JSON.stringify(options) });
  const order = orderOf(ctx, run, run.inspection, options);
  ctx.afterCommit(() => ctx.services.imports.startCheck(id, order));
  rememberMapping(ctx, run.inspection, options);
  return ok(mustView(ctx, id));
}

/** The next list with the same columns is offered the same fields. */
function rememberMapping(ctx: CommandCtx, { headers }: Inspection, options: ImportOptions): void {
  const signature = headerSignature(headers);
  if (signature === null) return;
  ctx.db.runOne(saveMapping, {
    signature,
    mapping_json: JSON.stringify(options.mapping),
    default_tax_category_id: options.defaultTaxCategoryId,
    default_unit: options.defaultUnit,
    used_at_ms: ctx.nowMs,
  });
}

function findFault(ctx: QueryCtx, options: ImportOptions, inspection: Inspection): Fault | null {
  const mapped = options.mapping.filter((field) => field !== null);
  const twice = mapped.filter((field, index) => mapped.indexOf(field) !== index);
  const missing = mapped.includes('name') ? [] : ['name'];
  const beyond = options.mapping.slice(inspection.guess.length).filter((field) => field !== null);
  if (missing.length + twice.length + beyond.length > 0) {
    return { code: 'import.mappingIncomplete', data: { missing, twice, beyond } };
  }
  const id = options.defaultTaxCategoryId;
  return ctx.db.get(findActiveTaxCategory, { id }) ? null : { code: 'tax.categoryUnknown', data: { id } };
}

function orderOf(ctx: QueryCtx, run: ImportRun, inspection: Inspection, options: ImportOptions): CheckOrder {
  const { files } = ctx.services.imports;
  return {
    dataDir: ctx.dataDir,
    csvFile: files.csv(run.id),
    workbookFile: inspection.workbook ? files.workbook(run.id) : null,
    stagingFile: files.staging(run.id),
    totalBytes: run.totalBytes,
    inspection,
    columns: options.mapping,
    decimalStyle: options.decimalStyle,
    currencyExponent: ctx.db.get(findShopMoney, {})?.currency_exponent ?? 2,
    defaultTaxCategoryId: options.defaultTaxCategoryId,
  };
}
