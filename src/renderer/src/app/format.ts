import { create } from 'zustand';
import type { Language } from '../../../shared/messages/index.ts';
import { decimalText, formatMoneyMinor } from '../ui/index.ts';
import { parseDecimal, separatorsOf } from './decimal-input.ts';
import { usePreferences } from './preferences.ts';

export interface ShopFormat {
  /** ISO 4217. */
  currency: string;
  /** Decimals of one unit of it. */
  exponent: number;
  timeZone: string;
  /** Which region's customs English and Chinese follow. */
  locales: Readonly<Record<'en' | 'zh', string>>;
}

/** What the shop's settings say about money, time and customs; set with the session. No time is shown before, and asking
 *  the machine for its zone would hold the first picture up. */
export const useShopFormat = create<ShopFormat>(() => ({
  currency: 'GBP',
  exponent: 2,
  timeZone: 'UTC',
  locales: { en: 'en-GB', zh: 'zh-CN' },
}));

export type Format = ReturnType<typeof createFormat>;

/** Formatters and parsers for the chosen language and the shop's settings. */
export function useFormat(): Format {
  const language = usePreferences((state) => state.language);
  const shop = useShopFormat();
  return keptFormat(language, shop);
}

let kept: { language: Language; shop: ShopFormat; format: Format } | null = null;

/** The whole page shows money and time one way: made once, not by each of a hundred tiles. */
function keptFormat(language: Language, shop: ShopFormat): Format {
  if (kept?.language !== language || kept.shop !== shop)
    kept = { language, shop, format: createFormat(language, shop) };
  return kept.format;
}

/** The same outside React. */
export function createFormat(language: Language, shop: ShopFormat) {
  const locale = shop.locales[language === 'zh' ? 'zh' : 'en'];
  const { currency, exponent, timeZone } = shop;
  const separators = separatorsOf(locale);
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const numbers = numberFormats(locale);
  const decimals = (value: number, places: number, options: Intl.NumberFormatOptions = {}) =>
    numbers({ maximumFractionDigits: places, ...options }).format(
      decimalText(value, places) as Intl.StringNumericLiteral,
    );
  return {
    locale,
    currency,
    exponent,
    timeZone,
    decimalSeparator: separators.decimal,
    /** 2701 → £27.01 */
    money: (minor: number) => formatMoneyMinor(minor, { currency, exponent, locale }),
    /** 270150 → £2,702, for axes */
    moneyShort: (minor: number) =>
      numbers({
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 0,
      }).format(decimalText(minor, exponent) as Intl.StringNumericLiteral),
    /** 2701 → 27.01, to edit in a field */
    moneyInput: (minor: number) => decimalText(minor, exponent).replace('.', separators.decimal),
    parseMoney: (text: string) => parseDecimal(text, exponent, separators),
    number: (value: number) => numbers({}).format(value),
    /** 420 thousandths → 0.42 */
    quantity: (milli: number) => decimals(milli, 3),
    quantityInput: (milli: number) => decimals(milli, 3, { useGrouping: false }),
    parseQuantity: (text: string) => parseDecimal(text, 3, separators),
    /** 200000 parts a million → 20% */
    rate: (ppm: number) => decimals(ppm, 6, { style: 'percent', maximumFractionDigits: 4 }),
    /** An instant as 12 Nov 2026. */
    date: (atMs: number) => dates({ dateStyle: 'medium' }).format(atMs),
    /** An instant as 08:58. */
    time: (atMs: number) => dates({ timeStyle: 'short' }).format(atMs),
    dateTime: (atMs: number) => dates({ dateStyle: 'medium', timeStyle: 'short' }).format(atMs),
    /** A business day 'YYYY-MM-DD' as Friday 20 November, with its year when asked; it has no zone. */
    businessDay: (day: string, { withYear = false } = {}) =>
      dates(
        { weekday: 'long', day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) },
        'UTC',
      ).format(Date.parse(`${day}T12:00:00Z`)),
    /** A day 'YYYY-MM-DD' as 20 November 2008. */
    longDay: (day: string) => dates({ dateStyle: 'long' }, 'UTC').format(Date.parse(`${day}T12:00:00Z`)),
    /** 95000 ms → 2 min */
    duration: (ms: number) => durationText(locale, ms),
    fileSize: (bytes: number) => fileSizeText(locale, bytes),
  };
}

/** Intl's number formats of one locale, each made at its first use: making one costs more than a hundred uses. */
function numberFormats(locale: string): (options: Intl.NumberFormatOptions) => Intl.NumberFormat {
  const made = new Map<string, Intl.NumberFormat>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, format);
    return format;
  };
}

function fileSizeText(locale: string, bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(bytes / size);
}

function durationText(locale: string, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const unit = seconds < 90 ? 'second' : seconds < 5400 ? 'minute' : 'hour';
  const size = { second: 1, minute: 60, hour: 3600 }[unit];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.round(seconds / size),
  );
}
