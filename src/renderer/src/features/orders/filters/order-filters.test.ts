import { describe, expect, it } from 'vitest';
import { daysOf, isNarrowed, ORDER_FILTERS, toListInput } from './order-filters.ts';

const TODAY = '2026-03-02';
const days = (period: string, from = '', until = '') => daysOf({ period, from, until }, TODAY);
const CUSTOMER = '01a1fdcf-309c-7302-9364-571087548d9c';

describe('the days of a period', () => {
  it('are open at both ends where no period was chosen', () => {
    expect(days('all')).toEqual({ fromDay: null, toDay: null });
    expect(days('gibberish')).toEqual({ fromDay: null, toDay: null });
  });
  it('hold today alone, or yesterday alone, across the end of a month', () => {
    expect(days('today')).toEqual({ fromDay: TODAY, toDay: TODAY });
    expect(daysOf({ period: 'yesterday', from: '', until: '' }, '2026-03-01')).toEqual({
      fromDay: '2026-02-28',
      toDay: '2026-02-28',
    });
  });
  it('hold seven days with today as the last', () => {
    expect(days('week')).toEqual({ fromDay: '2026-02-24', toDay: TODAY });
  });
  it('begin this month on its first', () => {
    expect(days('month')).toEqual({ fromDay: '2026-03-01', toDay: TODAY });
  });
  it('are the chosen ones, and open where one is missing or no day at all', () => {
    expect(days('custom', '2026-01-05', '2026-01-09')).toEqual({
      fromDay: '2026-01-05',
      toDay: '2026-01-09',
    });
    expect(days('custom', '2026-02-30', '')).toEqual({ fromDay: null, toDay: null });
  });
});

describe('what the engine is asked', () => {
  it('is every order when nothing narrows', () => {
    const input = toListInput(ORDER_FILTERS, TODAY);
    expect(Object.values(input).filter((value) => value !== null && value !== '')).toEqual([]);
  });
  it('holds each filter of the address', () => {
    const filters = {
      ...ORDER_FILTERS,
      q: ' T1-000004 ',
      state: 'refund',
      tender: 'card',
      customer: CUSTOMER,
      min: '500',
      max: '900',
    };
    expect(toListInput(filters, TODAY)).toMatchObject({
      text: 'T1-000004',
      state: 'refund',
      tender: 'card',
      customerId: CUSTOMER,
      minTotalMinor: 500,
      maxTotalMinor: 900,
    });
  });
  it('leaves out what no engine would take', () => {
    const filters = {
      ...ORDER_FILTERS,
      state: 'lost',
      tender: 'shells',
      customer: 'x',
      min: '1.5',
      max: '1e9',
    };
    expect(toListInput(filters, TODAY)).toMatchObject({
      state: null,
      tender: null,
      customerId: null,
      minTotalMinor: null,
      maxTotalMinor: null,
    });
  });
});

describe('a narrowed list', () => {
  it('is one with a filter, not one with an order open beside it', () => {
    expect(isNarrowed({ ...ORDER_FILTERS, order: CUSTOMER, find: '1' })).toBe(false);
    expect(isNarrowed({ ...ORDER_FILTERS, state: 'paid' })).toBe(true);
    expect(isNarrowed({ ...ORDER_FILTERS, period: 'today' })).toBe(true);
  });
});
