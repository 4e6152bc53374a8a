import { countryData } from './country-data.ts';

export type TaxRateKey = 'standard' | 'reduced' | 'reduced2' | 'superReduced' | 'zero' | 'exempt';

export interface TaxRateSuggestion {
  readonly key: TaxRateKey;
  /** 1 000 000 = 100 %. */
  readonly ratePpm: number;
}

/** What the set-up wizard proposes for a country. Every figure is a suggestion that the owner confirms. */
export interface CountryReference {
  /** ISO 3166-1, two letters ('XK' for Kosovo); its name comes from Intl.DisplayNames. */
  readonly country: string;
  readonly currency: string;
  readonly language: 'en' | 'zh';
  /** IANA names, the one most shops are in first. */
  readonly timeZones: readonly string[];
  /** Whether shelf prices hold the tax. */
  readonly taxMode: 'included' | 'excluded';
  /** R8: smallest amount paid in cash, minor units; 1 = no rounding. */
  readonly cashStepMinor: number;
  /** Highest meaning first; always ends with zero and exempt. No standard rate where there is no national tax. */
  readonly taxRates: readonly TaxRateSuggestion[];
  /** States and provinces: what each adds to (or, negative, takes from) the standard rate. Mostly empty. */
  readonly regions: readonly { readonly code: string; readonly addedRatePpm: number }[];
}

const countries: ReadonlyMap<string, CountryReference> = new Map(
  countryData
    .trim()
    .split('\n')
    .map((line) => {
      const country = parseLine(line);
      return [country.country, country];
    }),
);

/** The suggestions for a country, null for a code without any. */
export function countryReference(code: string): CountryReference | null {
  return countries.get(code) ?? null;
}

/** All countries, by code. */
export function listCountries(): readonly CountryReference[] {
  return [...countries.values()];
}

function parseLine(line: string): CountryReference {
  const [country = '', currency = '', step, language, mode, rates, regions, zones = ''] = line.split('|');
  return {
    country,
    currency,
    language: language === 'zh' ? 'zh' : 'en',
    timeZones: zones.split(',').filter((zone) => zone !== ''),
    taxMode: mode === 'excluded' ? 'excluded' : 'included',
    cashStepMinor: Number(step),
    taxRates: [
      ...pairs(rates).map(([key, ratePpm]) => ({ key: key as TaxRateKey, ratePpm })),
      { key: 'zero', ratePpm: 0 },
      { key: 'exempt', ratePpm: 0 },
    ],
    regions: pairs(regions).map(([code, addedRatePpm]) => ({ code, addedRatePpm })),
  };
}

/** 'a:1,b:2' → [['a', 1], ['b', 2]] */
function pairs(list: string | undefined): (readonly [string, number])[] {
  if (list === undefined || list === '') return [];
  return list.split(',').map((pair) => {
    const [key = '', value] = pair.split(':');
    return [key, Number(value)] as const;
  });
}
