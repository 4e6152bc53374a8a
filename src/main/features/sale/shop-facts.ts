import type { TaxMode, TaxRounding } from '../../../domain/tax/tax-factors.ts';
import { type CashRule, cashRuleOf } from '../../../domain/tender/cash-rounding.ts';
import { businessDayOf, zoneOffsetMinutes } from '../../../shared/values/business-day.ts';
import type { SigningFacts } from '../../journal/sign-document.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { getRegisterFacts, getShopFacts } from './shop-facts.sql.ts';

/** What selling needs to know of the shop. */
export interface ShopFacts {
  readonly shopUuid: string;
  readonly currency: string;
  readonly currencyExponent: number;
  readonly timeZone: string;
  readonly dayCutOffMinutes: number;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  /** The shop's own smallest coin; how ties round follows the country. */
  readonly cash: CashRule;
  /** As the shop wrote it; '' without one. */
  readonly taxNumber: string;
}

export interface RegisterFacts {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
}

export function readShopFacts(db: ReadableDb): ShopFacts {
  const row = db.get(getShopFacts, {});
  if (!row) throw new Error('there is no shop');
  return {
    shopUuid: row.shop_uuid,
    currency: row.currency,
    currencyExponent: row.currency_exponent,
    timeZone: row.time_zone,
    dayCutOffMinutes: row.day_cut_off_minutes,
    taxMode: row.tax_mode,
    taxRounding: row.tax_rounding,
    taxNumber: row.tax_number,
    cash: { stepMinor: row.cash_step_minor, tie: cashRuleOf(row.country).tie },
  };
}

export function readRegisterFacts(db: ReadableDb, registerId: string): RegisterFacts {
  const row = db.get(getRegisterFacts, { id: registerId });
  if (!row) throw new Error(`there is no register ${registerId}`);
  return row;
}

/** The day an instant counts for in this shop, and how far its wall clock is ahead of UTC then (R14). */
export function dayOf(shop: ShopFacts, atMs: number): { businessDay: string; zoneOffsetMinutes: number } {
  return {
    businessDay: businessDayOf(atMs, shop.timeZone, shop.dayCutOffMinutes),
    zoneOffsetMinutes: zoneOffsetMinutes(atMs, shop.timeZone),
  };
}

/** Under whose name a register's receipts are signed. */
export function signingFacts(db: ReadableDb, registerId: string, shop: ShopFacts): SigningFacts {
  const { prefix } = readRegisterFacts(db, registerId);
  return { registerId, prefix, shopMark: shop.shopUuid.slice(-8), taxNumber: shop.taxNumber };
}

/** Today, in this shop. */
export function shopDay(shop: ShopFacts, nowMs: number): string {
  return dayOf(shop, nowMs).businessDay;
}
