import { describe, expect, it } from 'vitest';
import { isCurrencyCode } from '../values/currency.ts';
import { countryReference, listCountries } from './countries.ts';

const rates = (code: string) =>
  Object.fromEntries(countryReference(code)?.taxRates.map((rate) => [rate.key, rate.ratePpm]) ?? []);

describe('what the wizard suggests for a country', () => {
  it('is a known currency, real time zones and a language, for each of them', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const one of listCountries()) {
      expect(isCurrencyCode(one.currency), one.country).toBe(true);
      expect(names.of(one.country), one.country).toBeTruthy();
      expect(one.timeZones.length, one.country).toBeGreaterThan(0);
      for (const timeZone of one.timeZones)
        expect(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone).not.toThrow();
    }
    expect(listCountries()).toHaveLength(new Set(listCountries().map((one) => one.country)).size);
    expect(listCountries().length).toBeGreaterThan(235);
  });

  it('always has zero and exempt, and only whole rates below 100 %', () => {
    for (const { country, taxRates } of listCountries()) {
      expect(
        taxRates.map((rate) => rate.key),
        country,
      ).toEqual(expect.arrayContaining(['zero', 'exempt']));
      for (const { ratePpm } of taxRates)
        expect(Number.isInteger(ratePpm) && ratePpm >= 0 && ratePpm < 1_000_000).toBe(true);
    }
  });

  it.each([
    ['DE', { standard: 190_000, reduced: 70_000, zero: 0, exempt: 0 }],
    ['GB', { standard: 200_000, reduced: 50_000, zero: 0, exempt: 0 }],
    [
      'FR',
      { standard: 200_000, reduced: 55_000, reduced2: 100_000, superReduced: 21_000, zero: 0, exempt: 0 },
    ],
    [
      'IE',
      { standard: 230_000, reduced: 90_000, reduced2: 135_000, superReduced: 48_000, zero: 0, exempt: 0 },
    ],
    ['FI', { standard: 255_000, reduced: 100_000, reduced2: 135_000, zero: 0, exempt: 0 }],
    ['EE', { standard: 240_000, reduced: 90_000, reduced2: 130_000, zero: 0, exempt: 0 }],
    ['CH', { standard: 81_000, reduced: 26_000, reduced2: 38_000, zero: 0, exempt: 0 }],
    ['CN', { standard: 130_000, reduced: 60_000, reduced2: 90_000, zero: 0, exempt: 0 }],
    ['BO', { standard: 149_400, zero: 0, exempt: 0 }],
    ['US', { zero: 0, exempt: 0 }],
  ])('%s has the rates of its table', (code, expected) => {
    expect(rates(code)).toEqual(expected);
  });

  it('knows what states and provinces add', () => {
    const added = (country: string, code: string) =>
      countryReference(country)?.regions.find((region) => region.code === code)?.addedRatePpm;
    expect(added('CA', 'QC')).toBe(99_750);
    expect(added('CA', 'ON')).toBe(80_000);
    expect(added('US', 'MN')).toBe(68_750);
    expect(added('ES', 'GC')).toBe(-140_000);
  });

  it.each([
    ['CH', 5],
    ['SE', 100],
    ['CA', 5],
    ['AU', 5],
    ['BE', 5],
    ['NL', 5],
    ['FI', 5],
    ['NZ', 10],
    ['NO', 100],
    ['DK', 50],
    ['HU', 500],
    ['CZ', 100],
    ['GB', 1],
    ['DE', 1],
    ['US', 1],
  ])('%s rounds cash to %i (R8)', (code, step) => {
    expect(countryReference(code)?.cashStepMinor).toBe(step);
  });

  it('shows prices without tax in the United States and Canada, with it elsewhere, and Chinese where it is read', () => {
    expect(
      listCountries()
        .filter((one) => one.taxMode === 'excluded')
        .map((one) => one.country),
    ).toEqual(['AS', 'CA', 'GU', 'MP', 'PR', 'US', 'VI']);
    expect(countryReference('CN')).toMatchObject({
      language: 'zh',
      currency: 'CNY',
      timeZones: ['Asia/Shanghai', 'Asia/Urumqi'],
    });
    expect(countryReference('GB')).toMatchObject({
      language: 'en',
      currency: 'GBP',
      timeZones: ['Europe/London'],
    });
    expect(countryReference('QQ')).toBeNull();
  });
});
