import { readScan } from '../../../domain/codes/read-scan.ts';
import { readLabel } from '../../../domain/codes/scale-label.ts';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { businessDayOf } from '../../../shared/values/business-day.ts';
import type { QueryCtx } from '../../context.ts';
import { findSellableByBarcode, findSellableByKey } from '../product/sellable.ts';
import { getDayRule } from './label.sql.ts';
import { findLabelled, readTemplates } from './label-templates.ts';

type Tried = CallAnswer<'label.tryCode'>;

/** Reads a code as a scan would, and by labels that are not in use yet where no other fits. */
export function tryCode(ctx: QueryCtx, { code }: { code: string }): Result<Tried, never> {
  const rule = ctx.db.get(getDayRule, {});
  if (!rule) throw new Error('there is no shop');
  const scan = readScan(code, businessDayOf(ctx.nowMs, rule.time_zone, rule.day_cut_off_minutes));
  const read = scan.ok && scan.value.kind === 'plain' ? tryPlain(ctx, scan.value.text) : null;
  if (read) return ok(read);
  if (scan.ok && scan.value.kind === 'gs1') {
    const { facts, elements } = scan.value;
    const product = facts.gtin14 && findSellableByKey(ctx.db, { key: facts.gtin14, kind: 'gtin' });
    return ok({ kind: 'gs1', elements: [...elements], productName: product ? product.name : null });
  }
  return ok(scan.ok ? { kind: 'unknown' } : { kind: 'gs1Faulty', ...scan.error });
}

function tryPlain(ctx: QueryCtx, text: string): Tried | null {
  const templates = readTemplates(ctx.db);
  const inUse = templates.filter(({ enabled }) => enabled);
  const label = readLabel(text, inUse) ?? readLabel(text, templates);
  if (!label) {
    const product = findSellableByBarcode(ctx.db, text);
    return product && { kind: 'product', productName: product.name };
  }
  const { template, itemNumber, value, checkDigitRight, verifierRight } = label;
  return {
    kind: 'label',
    templateName: template.name,
    enabled: template.enabled,
    itemNumber,
    valueKind: template.pattern.valueKind,
    value,
    decimals: template.decimals,
    checkDigitRight,
    verifierRight,
    productName: findLabelled(ctx.db, label)?.name ?? null,
  };
}
