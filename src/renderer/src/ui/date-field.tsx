import { Popover } from '@mantine/core';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Calendar } from './calendar.tsx';
import styles from './date-field.module.css';
import { dateText, parseDateText } from './date-text.ts';
import type { FieldFrame } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import { TextField } from './text-field.tsx';

export interface DateFieldProps extends FieldFrame {
  /** 'YYYY-MM-DD'; the empty text for no day. */
  value: string;
  onChange: (day: string) => void;
  /** The shop's, not the browser's: decides the order of day, month and year. */
  locale: string;
  autoFocus?: boolean;
  /** Days after it can be neither picked nor typed. */
  latest?: string | undefined;
}

/** A day, typed the way the shop writes dates or picked from a calendar. */
export function DateField({ value, onChange, locale, autoFocus = false, latest, ...frame }: DateFieldProps) {
  const { t } = useTranslation('common');
  const [draft, setDraft] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const written = value === '' ? '' : dateText(value, locale);
  const isAllowed = (day: string) => latest === undefined || day <= latest;
  const edit = (text: string) => {
    setDraft(text);
    const day = text.trim() === '' ? '' : parseDateText(text, locale);
    // A year is whole with four figures: what is half typed must not change the page already.
    if (day === '' || (day !== undefined && /\d{4}/.test(text) && isAllowed(day))) onChange(day);
  };
  const leave = () => {
    const day = draft === null || draft.trim() === '' ? undefined : parseDateText(draft, locale);
    if (day !== undefined && day !== value && isAllowed(day)) onChange(day);
    setDraft(null);
  };
  const pick = (day: string) => {
    setDraft(null);
    setOpened(false);
    onChange(day);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={6}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.dropdown ?? '' }}
    >
      <TextField
        {...frame}
        value={draft ?? written}
        onChange={edit}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'ArrowDown' && event.altKey) setOpened(true);
        }}
        inputMode="numeric"
        placeholder={t('calendar.example', { day: dateText('2026-12-31', locale) })}
        maxLength={20}
        data-autofocus={autoFocus || undefined}
        className={styles.input ?? ''}
        end={
          <Popover.Target>
            <IconButton icon={CalendarDays} label={t('calendar.open')} onClick={() => setOpened(!opened)} />
          </Popover.Target>
        }
      />
      <Popover.Dropdown aria-label={t('calendar.title')}>
        <Calendar value={value} locale={locale} latest={latest} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}
