import { isShopPrefix, MOST_DECIMALS, parsePattern } from '../../../domain/codes/label-pattern.ts';
import { findClash } from '../../../domain/codes/scale-label.ts';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import {
  deleteLabel,
  findLabel,
  insertLabel,
  type LabelRow,
  listLabels,
  placeLabel,
  updateLabel,
} from './label.sql.ts';
import { readTemplates } from './label-templates.ts';
import { tryCode } from './try-code.ts';

type LabelView = CallAnswer<'label.save'>;
type Label = CallParsedInput<'label.save'>;

export const labelHandlers: FeatureHandlers<'label'> = {
  list: (ctx) => ok(ctx.db.all(listLabels, {}).map(toView)),
  save: (ctx, input) => {
    const fits = checkPattern(ctx, input);
    if (!fits.ok) return fits;
    return input.id === undefined ? ok(add(ctx, input)) : change(ctx, input, input.id);
  },
  reorder: (ctx, { ids }) => {
    const known = ctx.db.all(listLabels, {}).map(({ id }) => id);
    const unknown = ids.find((id) => !known.includes(id));
    if (unknown) return err({ code: 'label.unknown', data: { id: unknown } });
    const order = [...new Set([...ids, ...known])];
    order.forEach((id, position) => void ctx.db.runOne(placeLabel, { id, position }));
    ctx.changed('shop');
    return ok(ctx.db.all(listLabels, {}).map(toView));
  },
  remove: (ctx, { id }) => {
    const before = ctx.db.get(findLabel, { id });
    if (!before) return err({ code: 'label.unknown', data: { id } });
    ctx.db.runOne(deleteLabel, { id });
    ctx.audit({ action: 'label.removed', subjectKind: 'label', subjectId: id, before: toView(before) });
    ctx.changed('shop');
    return ok({});
  },
  tryCode,
};

/** The pattern can be read, and in use it is told from every other label in use. */
function checkPattern(
  ctx: CommandCtx,
  input: Label,
): Result<null, AppError<'label.badPattern' | 'label.clash'>> {
  const pattern = parsePattern(input.pattern);
  if (!pattern.ok) return err({ code: 'label.badPattern', data: { fault: pattern.error.fault } });
  if (input.decimals > Math.min(MOST_DECIMALS, pattern.value.valueLength))
    return err({ code: 'label.badPattern', data: { fault: 'decimals' } });
  if (!input.enabled) return ok(null);
  const others = readTemplates(ctx.db).filter(({ id, enabled }) => enabled && id !== input.id);
  const clash = findClash(pattern.value, others);
  return clash ? err({ code: 'label.clash', data: { name: clash.name } }) : ok(null);
}

function add(ctx: CommandCtx, input: Label): LabelView {
  const row = ctx.db.returning(insertLabel, { id: ctx.newId(), ...toColumns(input) });
  if (!row) throw new Error('the label was not added');
  return saved(ctx, 'label.added', row);
}

function change(
  ctx: CommandCtx,
  input: Label,
  id: string,
): Result<LabelView, AppError<'label.unknown' | 'version.conflict'>> {
  const before = ctx.db.get(findLabel, { id });
  if (!before) return err({ code: 'label.unknown', data: { id } });
  const row = ctx.db.returning(updateLabel, {
    id,
    ...toColumns(input),
    version: input.expectedVersion ?? -1,
  });
  if (!row) return err({ code: 'version.conflict', data: { version: before.version } });
  return ok(saved(ctx, 'label.changed', row, toView(before)));
}

function saved(ctx: CommandCtx, action: string, row: LabelRow, before?: LabelView): LabelView {
  const after = toView(row);
  ctx.audit({ action, subjectKind: 'label', subjectId: row.id, ...(before ? { before } : {}), after });
  ctx.changed('shop');
  return after;
}

function toColumns({
  name,
  pattern,
  decimals,
  badCheck,
  enabled,
}: Label): Omit<LabelRow, 'id' | 'position' | 'version'> {
  return { name, pattern, decimals, bad_check: badCheck, enabled: Number(enabled) };
}

function toView(row: LabelRow): LabelView {
  const { id, name, pattern, decimals, bad_check: badCheck, version } = row;
  const foreignPrefix = !isShopPrefix(pattern);
  return { id, name, pattern, decimals, badCheck, enabled: row.enabled === 1, foreignPrefix, version };
}
