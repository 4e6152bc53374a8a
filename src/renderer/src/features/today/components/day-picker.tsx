import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../../shared/values/business-day.ts';
import { useFormat } from '../../../app/format.ts';
import { useToday } from '../../../app/use-today.ts';
import { Button, DateField, IconButton } from '../../../ui/index.ts';
import type { DayReport } from '../day-report.ts';
import styles from '../today.module.css';

/** Back and forth day by day, any day, and back to today (the empty text). */
export function DayPicker({ report, onChange }: { report: DayReport; onChange: (day: string) => void }) {
  const { t } = useTranslation('today');
  const { locale } = useFormat();
  const today = useToday();
  const { businessDay, isToday } = report;
  return (
    <fieldset className={styles.picker} aria-label={t('dayPicker')}>
      <IconButton
        icon={ChevronLeft}
        variant="secondary"
        label={t('previousDay')}
        onClick={() => onChange(addDays(businessDay, -1))}
      />
      <div className={styles.pickedDay}>
        <DateField
          label={t('chooseDay')}
          labelHidden
          locale={locale}
          value={businessDay}
          latest={today}
          onChange={(day) => {
            if (day !== '') onChange(day);
          }}
        />
      </div>
      <IconButton
        icon={ChevronRight}
        variant="secondary"
        label={t('nextDay')}
        disabled={isToday}
        onClick={() => onChange(addDays(businessDay, 1))}
      />
      <Button disabled={isToday} onClick={() => onChange('')}>
        {t('toToday')}
      </Button>
    </fieldset>
  );
}
