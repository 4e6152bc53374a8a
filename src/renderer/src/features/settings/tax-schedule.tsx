import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCommand } from '../../client/hooks.ts';
import { Badge, IconButton, notify } from '../../ui/index.ts';
import styles from './tax-schedule.module.css';
import type { TaxCategory } from './taxes-tab.tsx';

type RateSet = TaxCategory['schedule'][number];

const TONES = { coming: 'accent', current: 'success', past: 'neutral' } as const;

/** What a category charges: now and from which day on, here and taken away; what has passed on demand. */
export function TaxSchedule({ category }: { category: TaxCategory }) {
  const { t } = useTranslation('settings');
  const past = category.schedule.filter(({ state }) => state === 'past');
  const open = category.schedule.filter(({ state }) => state !== 'past');
  return (
    <>
      <ul className={styles.sets}>
        {open.map((set) => (
          <SetRow key={`${set.context} ${set.validFrom}`} category={category} set={set} />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className={styles.past}>
          <summary>{t('tax.past', { count: past.length })}</summary>
          <ul className={styles.sets}>
            {past.map((set) => (
              <SetRow key={`${set.context} ${set.validFrom}`} category={category} set={set} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function SetRow({ category, set }: { category: TaxCategory; set: RateSet }) {
  const { t } = useTranslation('settings');
  const { rate, longDay } = useFormat();
  const withdraw = useCommand('tax.withdrawRates');
  const { context, validFrom, state } = set;
  const { id, version: expectedVersion } = category;
  const takeBack = () => {
    if (validFrom === null) return;
    withdraw.mutate(
      { id, expectedVersion, context, validFrom },
      { onError: (error) => notify({ message: errorMessage(t, error), tone: 'danger' }) },
    );
  };
  return (
    <li className={styles.set} data-state={state}>
      <span className={`${styles.rates} tabular`}>
        {set.rates.map(({ name, ratePpm }) => t('tax.rateText', { name, rate: rate(ratePpm) })).join(' · ')}
      </span>
      <span className={styles.when}>
        {context === 'takeaway' ? `${t('tax.contextName.takeaway')} · ` : ''}
        {validFrom === null ? t('tax.ever') : t('tax.from', { day: longDay(validFrom) })}
      </span>
      <span className={styles.state}>
        <Badge tone={TONES[state]}>{t(`tax.state.${state}`)}</Badge>
        {state === 'coming' ? (
          <IconButton
            icon={Undo2}
            label={t('tax.withdraw')}
            disabled={withdraw.isPending}
            onClick={takeBack}
          />
        ) : null}
      </span>
    </li>
  );
}
