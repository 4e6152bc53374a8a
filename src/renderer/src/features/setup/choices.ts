/** Smallest cash amounts in use somewhere, minor units; 1 is no rounding. */
export const CASH_STEPS_MINOR = [1, 5, 10, 20, 25, 50, 100, 500, 1000] as const;

/** When a business day may start, minutes after midnight. */
export const CUT_OFFS_MINUTES = [0, 60, 120, 180, 240, 300, 360, 420, 480] as const;

/** 240 → 04:00, as the language writes it. */
export function clockText(minutes: number, language: string): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(minutes * 60_000);
}

/** America/New_York → New York (America) */
export function zoneText(zone: string): string {
  const [area = zone, ...place] = zone.replaceAll('_', ' ').split('/');
  return place.length === 0 ? area : `${place.toReversed().join(', ')} (${area})`;
}
