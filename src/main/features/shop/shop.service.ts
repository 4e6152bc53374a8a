import { createHash } from 'node:crypto';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { currencyExponent } from '../../../shared/values/currency.ts';
import type { CommandCtx } from '../../context.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { readLogo } from './logo.ts';
import { findShop, insertShop, type ShopRow, updateShop } from './shop.sql.ts';

type LogoError = AppError<'input.invalid' | 'image.unreadable' | 'image.tooLarge'>;
type ShopView = CallAnswer<'shop.get'>;
type ShopFacts = Omit<CallParsedInput<'setup.createShop'>['shop'], 'currency'>;

export const shopHandlers: FeatureHandlers<'shop'> = {
  get: (ctx) => ok(getShop(ctx.db)),
  update: staged({
    prepare: async (
      _ctx,
      input: CallParsedInput<'shop.update'>,
    ): Promise<Result<Buffer | null, LogoError>> => {
      if (!isTimeZone(input.timeZone)) return err({ code: 'input.invalid' });
      return input.logoPngBase64 === null ? ok(null) : readLogo(input.logoPngBase64);
    },
    run: (ctx, input: CallParsedInput<'shop.update'>, logo: Buffer | null) => {
      const before = getShop(ctx.db);
      const changed = ctx.db.run(updateShop, {
        ...factColumns(input),
        logo_png: logo,
        version: input.expectedVersion,
      });
      if (changed === 0) return err({ code: 'version.conflict' as const, data: { version: before.version } });
      const after = getShop(ctx.db);
      ctx.audit({
        action: 'shop.changed',
        subjectKind: 'shop',
        subjectId: 'shop',
        before: withoutPixels(before),
        after: withoutPixels(after),
      });
      ctx.emit({ kind: 'shop.saved', version: after.version });
      ctx.changed('shop');
      return ok(after);
    },
  }),
};

/** Stores the shop's one row. */
export function addShop(ctx: CommandCtx, shop: ShopFacts & { currency: string }, demo: boolean): void {
  ctx.db.runOne(insertShop, {
    ...factColumns(shop),
    shop_uuid: ctx.newId(),
    currency: shop.currency,
    currency_exponent: currencyExponent(shop.currency),
    demo: Number(demo),
  });
  ctx.audit({ action: 'shop.created', subjectKind: 'shop', subjectId: 'shop', after: shop });
  ctx.emit({ kind: 'shop.saved', version: 1 });
  ctx.changed('shop');
}

/** A name the time zone database knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export function getShop(db: ReadableDb): ShopView {
  const row = db.get(findShop, {});
  if (!row) throw new Error('there is no shop yet');
  return toShop(row);
}

/** The log keeps that a logo changed, not its pixels. */
function withoutPixels({ logoPngBase64, ...facts }: ShopView) {
  return {
    ...facts,
    logo:
      logoPngBase64 === null ? null : createHash('sha256').update(logoPngBase64).digest('hex').slice(0, 16),
  };
}

function factColumns(facts: ShopFacts) {
  return {
    name: facts.name,
    address: facts.address,
    country: facts.country,
    language: facts.language,
    time_zone: facts.timeZone,
    day_cut_off_minutes: facts.dayCutOffMinutes,
    tax_number: facts.taxNumber,
    tax_mode: facts.taxMode,
    tax_rounding: facts.taxRounding,
    cash_step_minor: facts.cashStepMinor,
    receipt_footer: facts.receiptFooter,
  };
}

function toShop(row: ShopRow): ShopView {
  return {
    name: row.name,
    address: row.address,
    country: row.country,
    language: row.language,
    timeZone: row.time_zone,
    dayCutOffMinutes: row.day_cut_off_minutes,
    taxNumber: row.tax_number,
    taxMode: row.tax_mode,
    taxRounding: row.tax_rounding,
    cashStepMinor: row.cash_step_minor,
    receiptFooter: row.receipt_footer,
    currency: row.currency,
    currencyExponent: row.currency_exponent,
    demo: row.demo === 1,
    logoPngBase64: row.logo_png ? Buffer.from(row.logo_png).toString('base64') : null,
    version: row.version,
  };
}
