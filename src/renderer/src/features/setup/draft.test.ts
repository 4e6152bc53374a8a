import { describe, expect, it } from 'vitest';
import { countryReference, listCountries } from '../../../../shared/reference/countries.ts';
import { taxRatePpm } from '../../../../shared/values/tax-rate.ts';
import {
  type Draft,
  firstDraft,
  problemsOf,
  stepOfField,
  toCreateShop,
  usernameOf,
  withCountry,
} from './draft.ts';

const words = { taxName: (key: string) => `tax ${key}`, registerName: 'Till 1' };
const country = (code: string) => {
  const found = countryReference(code);
  if (!found) throw new Error(code);
  const taxRates = found.taxRates.map(({ key, ratePpm }) => ({ key, ratePpm: taxRatePpm(ratePpm) }));
  return { ...found, timeZones: [...found.timeZones], taxRates };
};
const opened = (code = 'DE', timeZone = 'Europe/Berlin') => firstDraft(country(code), timeZone, words);
const typed = (draft: Draft): Draft => ({
  ...draft,
  shop: { ...draft.shop, name: 'Corner Shop' },
  ownerName: 'Zoë Müller',
  password: 'plum harbour tin',
});

describe('setting up a shop', () => {
  it('asks for three things only: the name of the shop, the name of the owner and a password', () => {
    for (const { country: code } of listCountries()) {
      const missing = Object.keys(problemsOf(opened(code), false));
      expect(missing, code).toEqual(['shop.name', 'owner.name', 'owner.password']);
    }
  });

  it('is ready to send once those three are typed', () => {
    expect(problemsOf(typed(opened()), false)).toEqual({});
    expect(problemsOf(typed(opened()), true)).toEqual({ setupCode: 'missing' });
  });

  it('takes currency, time zone, tax and cash rounding from the country', () => {
    const { shop, taxCategories } = opened('CH', 'Europe/Zurich');
    expect(shop).toMatchObject({
      currency: 'CHF',
      timeZone: 'Europe/Zurich',
      taxMode: 'included',
      cashStepMinor: 5,
    });
    expect(taxCategories.slice(-2).map(({ kind }) => kind)).toEqual(['zero', 'exempt']);
  });

  it('keeps what was typed when the country changes, and takes the rest from the new one', () => {
    const moved = withCountry(typed(opened()), country('JP'), 'Europe/Berlin', words);
    expect(moved.shop).toMatchObject({
      name: 'Corner Shop',
      country: 'JP',
      currency: 'JPY',
      timeZone: 'Asia/Tokyo',
    });
    expect(moved.ownerName).toBe('Zoë Müller');
  });

  it('proposes a user name until one is typed', () => {
    expect(usernameOf(opened())).toBe('');
    expect(usernameOf(typed(opened()))).toBe('zoe');
    expect(usernameOf({ ...typed(opened()), username: 'boss' })).toBe('boss');
    expect(usernameOf({ ...typed(opened()), ownerName: '王小明' })).toBe('owner');
  });

  it.each([
    [{ registerPrefix: 't1' }, { 'register.prefix': 'prefix' }],
    [{ username: 'A B' }, { 'owner.username': 'username' }],
    [{ password: 'short' }, { 'owner.password': 'password' }],
    [{ pin: '12' }, { 'owner.pin': 'pin' }],
    [{ pin: '12ab' }, { 'owner.pin': 'pin' }],
    [
      { taxCategories: [{ key: 'a', name: 'VAT', kind: 'rate' as const, ratePpm: null }] },
      { taxCategories: 'taxRate' },
    ],
    [
      { taxCategories: [{ key: 'a', name: ' ', kind: 'zero' as const, ratePpm: 0 }] },
      { taxCategories: 'taxName' },
    ],
  ])('says at the field what is wrong: %o', (patch, problems) => {
    expect(problemsOf({ ...typed(opened()), ...patch }, false)).toEqual(problems);
  });

  it('sends no PIN and no code that were not asked for', () => {
    const sent = toCreateShop(typed(opened()), 'en', false);
    expect(sent).not.toHaveProperty('setupCode');
    expect(sent.owner).toEqual({ name: 'Zoë Müller', username: 'zoe', password: 'plum harbour tin' });
    expect(sent.taxCategories).toContainEqual({ name: 'tax exempt', kind: 'exempt', ratePpm: 0 });
  });

  it('goes back to the step that holds a refused field', () => {
    expect(stepOfField('shop.name')).toBe('shop');
    expect(stepOfField('taxCategories.0.name')).toBe('money');
    expect(stepOfField('register.prefix')).toBe('register');
    expect(stepOfField('owner.password')).toBe('owner');
    expect(stepOfField('something.else')).toBe('owner');
  });
});
