import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/values/business-day.ts';
import styles from './date-field.module.css';
import { addMonths, longDateText, monthText, weekdayText, weeksOfMonth } from './date-text.ts';
import { IconButton } from './icon-button.tsx';

interface CalendarProps {
  /** 'YYYY-MM-DD', or the empty text: the calendar opens on today. */
  value: string;
  locale: string;
  /** Days after it cannot be picked. */
  latest?: string | undefined;
  onPick: (day: string) => void;
}

/** A month of days: arrows move by days and weeks, Page Up and Page Down by months. */
export function Calendar({ value, locale, latest, onPick }: CalendarProps) {
  const { t } = useTranslation('common');
  const today = new Intl.DateTimeFormat('sv-SE').format();
  const [at, setAt] = useState(value === '' ? today : value);
  const [byKey, setByKey] = useState(true);
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes along with the day the keys moved to
  useEffect(() => {
    if (byKey) current.current?.focus();
  }, [at, byKey]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, at);
    if (next === undefined) return;
    event.preventDefault();
    setByKey(true);
    setAt(next);
  };
  const turn = (months: number) => {
    setByKey(false);
    setAt(addMonths(at, months));
  };
  const weeks = weeksOfMonth(at, locale);
  const tooLate = (day: string) => latest !== undefined && day > latest;
  return (
    <div>
      <div className={styles.head}>
        <IconButton icon={ChevronLeft} size="touch" label={t('calendar.previous')} onClick={() => turn(-1)} />
        <span className={styles.month} aria-live="polite">
          {monthText(at, locale)}
        </span>
        <IconButton icon={ChevronRight} size="touch" label={t('calendar.next')} onClick={() => turn(1)} />
      </div>
      <table className={styles.days}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekdayText(day, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    ref={day === at ? current : undefined}
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    data-autofocus={day === at || undefined}
                    aria-label={longDateText(day, locale)}
                    aria-pressed={day === value}
                    aria-current={day === today ? 'date' : undefined}
                    aria-disabled={tooLate(day) || undefined}
                    data-outside={day.slice(0, 7) !== at.slice(0, 7) || undefined}
                    className={styles.day}
                    onClick={() => (tooLate(day) ? undefined : onPick(day))}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayAfterKey(key: string, day: string): string | undefined {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (days !== undefined) return addDays(day, days);
  const months = { PageUp: -1, PageDown: 1 }[key];
  return months === undefined ? undefined : addMonths(day, months);
}
