import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import {
  findProductWithTax,
  findTaxCategory,
  insertTaxCategory,
  insertTaxRate,
  listCurrentRates,
  listRatesOf,
  listTaxCategories,
  retireRates,
  type TaxCategoryRow,
  type TaxRateRow,
  updateTaxCategory,
} from './tax.sql.ts';

export type TaxCategoryView = CallAnswer<'tax.saveCategory'>;
type Category = Pick<CallParsedInput<'tax.saveCategory'>, 'name' | 'kind' | 'archived' | 'rates'>;
type Rates = Category['rates'];

export const taxHandlers: FeatureHandlers<'tax'> = {
  listCategories: (ctx) => ok(listCategories(ctx.db)),
  saveCategory: (ctx, input) => {
    if (!ratesFit(input))
      return err({ code: 'input.invalid', data: { issues: [{ path: 'rates', message: 'tax.rates' }] } });
    return input.id === undefined ? ok(addTaxCategory(ctx, input)) : changeCategory(ctx, input, input.id);
  },
};

/** A taxed category has at least one rate; zero and exempt have none. */
function ratesFit({ kind, rates }: Category): boolean {
  return kind === 'rate' ? rates.length > 0 : rates.length === 0;
}

export function addTaxCategory(ctx: CommandCtx, category: Category): TaxCategoryView {
  const { name, kind, archived, rates } = category;
  const row = ctx.db.returning(insertTaxCategory, {
    id: ctx.newId(),
    name,
    kind,
    archived: Number(archived),
  });
  if (!row) throw new Error('the tax category was not added');
  insertRates(ctx, row.id, rates);
  return saved(ctx, 'tax.created', row);
}

function changeCategory(ctx: CommandCtx, input: CallParsedInput<'tax.saveCategory'>, id: string) {
  const before = ctx.db.get(findTaxCategory, { id });
  if (!before) return err({ code: 'tax.categoryUnknown' as const, data: { id } });
  if (input.archived && ctx.db.get(findProductWithTax, { tax_category_id: id }))
    return err({ code: 'tax.categoryInUse' as const });
  const viewBefore = view(ctx.db, before);
  const { name, kind, archived } = input;
  const version = input.expectedVersion ?? -1;
  const row = ctx.db.returning(updateTaxCategory, { id, name, kind, archived: Number(archived), version });
  if (!row) return err({ code: 'version.conflict' as const, data: { version: before.version } });
  if (!sameRates(viewBefore.rates, input.rates)) {
    // Sold lines point at the rate they were sold with: a new rate is a new row, the old one stays.
    ctx.db.run(retireRates, { tax_category_id: id });
    insertRates(ctx, id, input.rates);
  }
  return ok(saved(ctx, 'tax.changed', row, viewBefore));
}

function sameRates(before: TaxCategoryView['rates'], after: Rates): boolean {
  type Facts = { name: string; jurisdiction: string; ratePpm: number; compound: boolean };
  const facts = (rates: readonly Facts[]) =>
    JSON.stringify(
      rates.map(({ name, jurisdiction, ratePpm, compound }) => [name, jurisdiction, ratePpm, compound]),
    );
  return facts(before) === facts(after);
}

function insertRates(ctx: CommandCtx, categoryId: string, rates: Rates): void {
  rates.forEach((rate, sequence) => {
    ctx.db.runOne(insertTaxRate, {
      id: ctx.newId(),
      tax_category_id: categoryId,
      name: rate.name,
      jurisdiction: rate.jurisdiction,
      rate_ppm: rate.ratePpm,
      sequence,
      compound: Number(rate.compound),
    });
  });
}

function saved(
  ctx: CommandCtx,
  action: string,
  row: TaxCategoryRow,
  before?: TaxCategoryView,
): TaxCategoryView {
  const after = view(ctx.db, row);
  ctx.audit({ action, subjectKind: 'taxCategory', subjectId: row.id, before, after });
  ctx.emit({ kind: 'taxCategory.saved', taxCategoryId: row.id, version: row.version });
  ctx.changed('shop');
  return after;
}

function listCategories(db: ReadableDb): TaxCategoryView[] {
  const rates = Map.groupBy(db.all(listCurrentRates, {}), (rate) => rate.tax_category_id);
  return db.all(listTaxCategories, {}).map((row) => toCategory(row, rates.get(row.id) ?? []));
}

function view(db: ReadableDb, row: TaxCategoryRow): TaxCategoryView {
  return toCategory(row, db.all(listRatesOf, { tax_category_id: row.id }));
}

function toCategory(row: TaxCategoryRow, rates: readonly TaxRateRow[]): TaxCategoryView {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    archived: row.archived === 1,
    rates: rates.map((rate) => ({
      id: rate.id,
      name: rate.name,
      jurisdiction: rate.jurisdiction,
      ratePpm: rate.rate_ppm,
      sequence: rate.sequence,
      compound: rate.compound === 1,
    })),
    version: row.version,
  };
}
