import type { CallInput } from '../../../../../shared/contract/index.ts';
import { ORDER_TENDERS } from '../../../../../shared/contract/order.contract.ts';
import { addDays, type BusinessDay, isBusinessDay } from '../../../../../shared/values/business-day.ts';

type ListInput = Omit<CallInput<'order.list'>, 'offset' | 'limit'>;

/** What the address keeps of the list: search, filters, and which order lies open beside it. `find` asks for the search
 *  field, e.g. for a return. */
export const ORDER_FILTERS = {
  q: '',
  period: 'all',
  from: '',
  until: '',
  state: '',
  staff: '',
  tender: '',
  customer: '',
  product: '',
  min: '',
  max: '',
  order: '',
  find: '',
};
export type OrderFilters = typeof ORDER_FILTERS;

export const PERIODS = ['all', 'today', 'yesterday', 'week', 'month', 'custom'] as const;
export type Period = (typeof PERIODS)[number];
export const STATES = [
  'paid',
  'partlyRefunded',
  'refunded',
  'refund',
  'training',
  'voided',
  'held',
  'open',
] as const;

interface Days {
  fromDay: BusinessDay | null;
  toDay: BusinessDay | null;
}

/** An address may hold anything: what the engine would refuse falls back to "any".
 *  @param today  the business day it is now */
export function toListInput(filters: OrderFilters, today: BusinessDay): ListInput {
  return {
    text: filters.q.trim().slice(0, 100),
    ...daysOf(filters, today),
    state: STATES.find((state) => state === filters.state) ?? null,
    staffId: idOf(filters.staff),
    customerId: idOf(filters.customer),
    productId: idOf(filters.product),
    tender: ORDER_TENDERS.find((tender) => tender === filters.tender) ?? null,
    minTotalMinor: minorOf(filters.min),
    maxTotalMinor: minorOf(filters.max),
  };
}

/** First and last business day of a period, both within it; null where it is open. */
export function daysOf(
  { period, from, until }: Pick<OrderFilters, 'period' | 'from' | 'until'>,
  today: BusinessDay,
): Days {
  switch (periodOf(period)) {
    case 'today':
      return { fromDay: today, toDay: today };
    case 'yesterday':
      return { fromDay: addDays(today, -1), toDay: addDays(today, -1) };
    case 'week':
      return { fromDay: addDays(today, -6), toDay: today };
    case 'month':
      return { fromDay: `${today.slice(0, 8)}01`, toDay: today };
    case 'custom':
      return { fromDay: isBusinessDay(from) ? from : null, toDay: isBusinessDay(until) ? until : null };
    default:
      return { fromDay: null, toDay: null };
  }
}

export const periodOf = (text: string): Period => PERIODS.find((period) => period === text) ?? 'all';

/** Everything that narrows the list, back at its default. */
export const { order: _order, find: _find, ...NOTHING_NARROWED } = ORDER_FILTERS;

/** True when something narrows the list, so that an empty one is no empty shop. */
export function isNarrowed(filters: OrderFilters): boolean {
  return Object.entries(NOTHING_NARROWED).some(
    ([name, value]) => filters[name as keyof OrderFilters].trim() !== value,
  );
}

const idOf = (text: string): string | null => (/^[0-9a-f-]{36}$/i.test(text) ? text : null);

/** A whole number of minor units, as the address keeps it; null when it is none. */
export function minorOf(text: string): number | null {
  return /^-?\d{1,13}$/.test(text) ? Number(text) : null;
}
