import { formatMoneyMinor, type MoneyStyle } from './money-format.ts';

/** An amount in tabular figures. */
export function Money({ minor, ...style }: MoneyStyle & { minor: number }) {
  return <span className="tabular">{formatMoneyMinor(minor, style)}</span>;
}

export interface DateTextProps {
  /** An instant in milliseconds. */
  atMs: number;
  locale: string;
  timeZone: string;
  options?: Intl.DateTimeFormatOptions;
}

/** An instant in the shop's zone; machines read the exact one. */
export function DateText({
  atMs,
  locale,
  timeZone,
  options = { dateStyle: 'medium', timeStyle: 'short' },
}: DateTextProps) {
  const text = new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(atMs);
  return (
    <time dateTime={new Date(atMs).toISOString()} className="tabular">
      {text}
    </time>
  );
}
