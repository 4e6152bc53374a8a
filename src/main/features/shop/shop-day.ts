import { businessDayOf } from '../../../shared/values/business-day.ts';
import type { QueryCtx } from '../../context.ts';
import { findShop } from './shop.sql.ts';

/** The business day it is in the shop now. */
export function businessDayNow({ db, nowMs }: Pick<QueryCtx, 'db' | 'nowMs'>): string {
  const shop = db.get(findShop, {});
  if (!shop) throw new Error('there is no shop');
  return businessDayOf(nowMs, shop.time_zone, shop.day_cut_off_minutes);
}
