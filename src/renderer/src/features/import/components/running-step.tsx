import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCommand } from '../../../client/hooks.ts';
import { FieldError, ProgressPanel } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import styles from './import.module.css';

/** The engine is at work: how far it is, how long is left, and a way to stop it. */
export function RunningStep({ view }: { view: ImportView }) {
  const { t } = useTranslation('importer');
  const { number, duration } = useFormat();
  const cancel = useCommand('import.cancel');
  const { done, total, msLeft } = view.progress;
  const name = view.fileName;
  const title = {
    checking: t('checking', { name }),
    applying: t('applying', { name }),
    undoing: t('undoing', { name }),
  }[view.state as 'checking'];
  const rows = { done: number(done), total: number(total ?? 0) };
  const stoppable = view.state !== 'cancelling' && view.state !== 'undoing' && !cancel.isPending;
  return (
    <div className={styles.stack}>
      <ProgressPanel
        title={title ?? t('cancelling')}
        detail={total === null ? t('rows', rows) : t(view.state === 'undoing' ? 'products' : 'rowsOf', rows)}
        fraction={total ? Math.min(1, done / total) : undefined}
        timeLeft={msLeft === null ? undefined : t('timeLeft', { time: duration(msLeft) })}
        onCancel={stoppable ? () => cancel.mutate({ id: view.id }) : undefined}
      />
      {view.state === 'applying' ? <p className={styles.muted}>{t('cancelHint')}</p> : null}
      {cancel.error ? <FieldError>{errorMessage(t, cancel.error)}</FieldError> : null}
    </div>
  );
}
