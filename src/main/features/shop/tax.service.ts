import type { TaxContext } from '../../../domain/tax/resolve-rates.ts';
import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { businessDayNow } from './shop-day.ts';
import {
  findProductWithTax,
  findTaxCategory,
  insertTaxCategory,
  insertTaxRate,
  retireRates,
  type TaxCategoryRow,
  updateTaxCategory,
  withdrawRates as withdrawSet,
} from './tax.sql.ts';
import { EVER, listTaxCategories, type TaxCategoryView, viewTaxCategory } from './tax-view.ts';

type Category = Pick<CallParsedInput<'tax.saveCategory'>, 'name' | 'kind' | 'archived' | 'rates'>;
type Rates = Category['rates'];

export const taxHandlers: FeatureHandlers<'tax'> = {
  listCategories: (ctx) => ok(listTaxCategories(ctx)),
  saveCategory: (ctx, input) => {
    if (!ratesFit(input))
      return err({ code: 'input.invalid', data: { issues: [{ path: 'rates', message: 'tax.rates' }] } });
    return input.id === undefined ? ok(addTaxCategory(ctx, input)) : changeCategory(ctx, input, input.id);
  },
  setRates,
  withdrawRates,
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
  insertRates(ctx, { categoryId: row.id, context: 'default', validFrom: EVER }, rates);
  return saved(ctx, 'tax.created', row);
}

function changeCategory(ctx: CommandCtx, input: CallParsedInput<'tax.saveCategory'>, id: string) {
  const before = ctx.db.get(findTaxCategory, { id });
  if (!before) return err({ code: 'tax.categoryUnknown' as const, data: { id } });
  if (input.archived && ctx.db.get(findProductWithTax, { tax_category_id: id }))
    return err({ code: 'tax.categoryInUse' as const });
  const viewBefore = viewTaxCategory(ctx, before);
  const { name, kind, archived } = input;
  const version = input.expectedVersion ?? -1;
  const row = ctx.db.returning(updateTaxCategory, { id, name, kind, archived: Number(archived), version });
  if (!row) return err({ code: 'version.conflict' as const, data: { version: before.version } });
  if (input.kind !== 'rate') ctx.db.run(retireRates, { tax_category_id: id });
  else if (!sameRates(viewBefore.rates, input.rates)) {
    // Sold lines point at the rate they were sold with: a new rate is a new row, the old one stays.
    const validFrom = before.kind === 'rate' ? businessDayNow(ctx) : EVER;
    replaceRates(ctx, { categoryId: id, context: 'default', validFrom }, input.rates);
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

type CategoryFault = AppError<'tax.categoryUnknown' | 'version.conflict' | 'tax.dayPast'>;

/** A set from today or a later day on. Yesterday's stand: documents of that day were taxed by them. */
function setRates(
  ctx: CommandCtx,
  input: CallParsedInput<'tax.setRates'>,
): Result<TaxCategoryView, CategoryFault | AppError<'tax.noRates'>> {
  const found = findForRates(ctx, input);
  if (!found.ok) return found;
  if (found.value.kind !== 'rate') return err({ code: 'tax.noRates' });
  const before = viewTaxCategory(ctx, found.value);
  const { id: categoryId, context, validFrom } = input;
  replaceRates(ctx, { categoryId, context, validFrom }, input.rates);
  return ok(saved(ctx, 'tax.ratesSet', touched(ctx, found.value), before));
}

function withdrawRates(
  ctx: CommandCtx,
  input: CallParsedInput<'tax.withdrawRates'>,
): Result<TaxCategoryView, CategoryFault | AppError<'tax.ratesUnknown'>> {
  const found = findForRates(ctx, input);
  if (!found.ok) return found;
  const before = viewTaxCategory(ctx, found.value);
  const key = { tax_category_id: input.id, context: input.context, valid_from: input.validFrom };
  if (ctx.db.run(withdrawSet, key) === 0) return err({ code: 'tax.ratesUnknown' });
  return ok(saved(ctx, 'tax.ratesWithdrawn', touched(ctx, found.value), before));
}

function findForRates(
  ctx: CommandCtx,
  input: Pick<CallParsedInput<'tax.setRates'>, 'id' | 'expectedVersion' | 'validFrom'>,
): Result<TaxCategoryRow, CategoryFault> {
  const row = ctx.db.get(findTaxCategory, { id: input.id });
  if (!row) return err({ code: 'tax.categoryUnknown', data: { id: input.id } });
  if (row.version !== input.expectedVersion)
    return err({ code: 'version.conflict', data: { version: row.version } });
  const today = businessDayNow(ctx);
  return input.validFrom < today ? err({ code: 'tax.dayPast', data: { today } }) : ok(row);
}

/** The category with its next version. */
function touched(ctx: CommandCtx, { id, name, kind, archived, version }: TaxCategoryRow): TaxCategoryRow {
  const row = ctx.db.returning(updateTaxCategory, { id, name, kind, archived, version });
  if (!row) throw new Error(`tax category ${id} changed meanwhile`);
  return row;
}

interface RateSet {
  readonly categoryId: string;
  readonly context: TaxContext;
  readonly validFrom: string;
}

function replaceRates(ctx: CommandCtx, set: RateSet, rates: Rates): void {
  const key = { tax_category_id: set.categoryId, context: set.context, valid_from: set.validFrom };
  ctx.db.run(withdrawSet, key);
  insertRates(ctx, set, rates);
}

function insertRates(ctx: CommandCtx, { categoryId, context, validFrom }: RateSet, rates: Rates): void {
  rates.forEach((rate, sequence) => {
    ctx.db.runOne(insertTaxRate, {
      id: ctx.newId(),
      tax_category_id: categoryId,
      name: rate.name,
      jurisdiction: rate.jurisdiction,
      rate_ppm: rate.ratePpm,
      sequence,
      compound: Number(rate.compound),
      context,
      valid_from: validFrom,
    });
  });
}

function saved(
  ctx: CommandCtx,
  action: string,
  row: TaxCategoryRow,
  before?: TaxCategoryView,
): TaxCategoryView {
  const after = viewTaxCategory(ctx, row);
  ctx.audit({ action, subjectKind: 'taxCategory', subjectId: row.id, before, after });
  ctx.emit({ kind: 'taxCategory.saved', taxCategoryId: row.id, version: row.version });
  ctx.changed('shop');
  return after;
}
