import { type BusinessDay, businessDayOf } from '../../../shared/values/business-day.ts';
import { useCall } from '../client/hooks.ts';
import { useFormat } from './format.ts';
import { nowMs } from './now.ts';

/** The business day it is now, by the shop's zone and cut-off. */
export function useToday(): BusinessDay {
  const { data: shop } = useCall('shop.get', {});
  const { timeZone } = useFormat();
  return businessDayOf(nowMs(), shop?.timeZone ?? timeZone, shop?.dayCutOffMinutes ?? 0);
}
