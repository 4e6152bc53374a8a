import { resolveRates } from '../../../domain/tax/resolve-rates.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { QueryCtx } from '../../context.ts';
import { businessDayNow } from './shop-day.ts';
import {
  listCurrentRates,
  listRatesOf,
  listTaxCategories as listRows,
  type TaxCategoryRow,
  type TaxRateRow,
} from './tax.sql.ts';

export type TaxCategoryView = CallAnswer<'tax.saveCategory'>;
type TaxSet = TaxCategoryView['schedule'][number];
type Reader = Pick<QueryCtx, 'db' | 'nowMs'>;

/** Before every day there is: the rates a category began with. */
export const EVER = '0001-01-01';

export function listTaxCategories(ctx: Reader): TaxCategoryView[] {
  const today = businessDayNow(ctx);
  const rates = Map.groupBy(ctx.db.all(listCurrentRates, {}), (rate) => rate.tax_category_id);
  return ctx.db.all(listRows, {}).map((row) => toView(row, rates.get(row.id) ?? [], today));
}

export function viewTaxCategory(ctx: Reader, row: TaxCategoryRow): TaxCategoryView {
  return toView(row, ctx.db.all(listRatesOf, { tax_category_id: row.id }), businessDayNow(ctx));
}

function toView(row: TaxCategoryRow, rows: readonly TaxRateRow[], today: string): TaxCategoryView {
  const dated = rows.map((rate) => ({ ...rate, validFrom: rate.valid_from }));
  const sets = [...Map.groupBy(dated, (rate) => `${rate.context} ${rate.validFrom}`).values()];
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    archived: row.archived === 1,
    rates: resolveRates(dated, today, 'default').map(toRate),
    schedule: sets.map((set) => toSet(set, dated, today)),
    version: row.version,
  };
}

type Dated = TaxRateRow & { readonly validFrom: string };

function toSet(set: readonly Dated[], all: readonly Dated[], today: string): TaxSet {
  const { context, validFrom } = set[0]!;
  const holds = resolveRates(all, today, context).includes(set[0]!);
  return {
    context,
    validFrom: validFrom === EVER ? null : validFrom,
    state: validFrom > today ? 'coming' : holds ? 'current' : 'past',
    rates: set.map(toRate),
  };
}

function toRate(rate: TaxRateRow): TaxCategoryView['rates'][number] {
  return {
    id: rate.id,
    name: rate.name,
    jurisdiction: rate.jurisdiction,
    ratePpm: rate.rate_ppm,
    sequence: rate.sequence,
    compound: rate.compound === 1,
  };
}
