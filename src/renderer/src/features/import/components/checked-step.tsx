import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, FieldError, StatCard } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import { ChangeList } from './change-list.tsx';
import { FaultList } from './fault-list.tsx';
import styles from './import.module.css';

interface CheckedStepProps {
  view: ImportView;
  onRemap: () => void;
  onRestart: () => void;
}

/** What an import would do, before it does it. */
export function CheckedStep({ view, onRemap, onRestart }: CheckedStepProps) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const navigate = useNavigate();
  const apply = useCommand('import.apply');
  const cancel = useCommand('import.cancel');
  const { counts } = view;
  if (!counts) return null;
  const willWrite = counts.new + counts.changed;
  return (
    <>
      <h2 className={styles.title}>{t('checked.title')}</h2>
      <Counts counts={counts} />
      {willWrite === 0 ? <p>{t('checked.nothing')}</p> : null}
      {view.changes && counts.changed > 0 ? (
        <ChangeList changes={view.changes} total={counts.changed} />
      ) : null}
      <FaultList view={view} />
      <div className={styles.foot}>
        {apply.error ? <FieldError>{errorMessage(t, apply.error)}</FieldError> : null}
        <Button
          size="touch"
          variant="quiet"
          onClick={() => cancel.mutate({ id: view.id }, { onSuccess: onRestart })}
        >
          {t('checked.cancel')}
        </Button>
        <Button size="touch" onClick={onRemap}>
          {t('checked.backToColumns')}
        </Button>
        {willWrite === 0 ? (
          <Button size="touch" variant="primary" onClick={() => void navigate({ to: '/products' })}>
            {t('done.look')}
          </Button>
        ) : (
          <Button
            size="touch"
            variant="primary"
            loading={apply.isPending}
            onClick={() => apply.mutate({ id: view.id })}
          >
            {t('checked.apply', { count: willWrite, number: number(willWrite) })}
          </Button>
        )}
      </div>
    </>
  );
}

const SHOWN = ['new', 'changed', 'unchanged', 'faulty'] as const;

export function Counts({ counts }: { counts: NonNullable<ImportView['counts']> }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  return (
    <div className={styles.counts}>
      {SHOWN.map((name) => (
        <div key={name} className={styles.count} data-kind={counts[name] > 0 ? name : undefined}>
          <StatCard label={t(`checked.${name}`)} value={number(counts[name])} />
        </div>
      ))}
    </div>
  );
}
