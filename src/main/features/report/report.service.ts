import { ok } from '../../../shared/result.ts';
import type { FeatureHandlers } from '../../handlers.ts';
import { dayOf, readShopFacts } from '../sale/shop-facts.ts';
import { dayReport } from './day-report.ts';

export const reportHandlers: FeatureHandlers<'report'> = {
  today: (ctx, input) => {
    const today = dayOf(readShopFacts(ctx.db), ctx.nowMs).businessDay;
    const businessDay = input.businessDay ?? today;
    return ok(dayReport(ctx.db, businessDay, businessDay === today));
  },
};
