import { useNavigate } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';
import { FaultList } from './fault-list.tsx';
import { UndoImport } from './undo-import.tsx';
import { UndoneStep } from './undone-step.tsx';

/** An import that is over: done, stopped, or failed. */
export function EndedStep({ view, onRestart }: { view: ImportView; onRestart: () => void }) {
  const { t } = useTranslation('importer');
  const { number } = useFormat();
  const navigate = useNavigate();
  const again = (
    <Button size="touch" onClick={onRestart}>
      {t('done.another')}
    </Button>
  );
  if (view.state === 'undone') return <UndoneStep view={view} onRestart={onRestart} />;
  if (view.state !== 'applied' || !view.counts) {
    const failed = view.state === 'failed';
    const name = failed ? 'failed' : 'cancelled';
    return (
      <EmptyState icon={failed ? CircleAlert : Undo2} title={t(`${name}.title`)} actions={again}>
        {view.errorCode ? <p>{t([`import:ended.${view.errorCode}`, `errors:${view.errorCode}`])}</p> : null}
        {t(`${name}.hint`)}
      </EmptyState>
    );
  }
  const { applied, faulty, unchanged, changed } = view.counts;
  const values = {
    new: number(view.counts.new),
    changed: number(changed),
    unchanged: number(unchanged),
    faulty: number(faulty),
  };
  return (
    <>
      <EmptyState
        icon={CircleCheck}
        title={t('done.title', { products: number(applied) })}
        actions={
          <>
            <Button size="touch" variant="primary" onClick={() => void navigate({ to: '/products' })}>
              {t('done.look')}
            </Button>
            <Button
              size="touch"
              onClick={() => void navigate({ to: '/products', search: { priced: 'without' } })}
            >
              {t('done.withoutPrice')}
            </Button>
            {again}
            <UndoImport view={view} />
          </>
        }
      >
        <p>{t('done.hint', values)}</p>
        {/* Always a line, so that nothing below it moves from under a finger. */}
        <p>{t(view.searchable ? 'done.searchable' : 'done.indexing')}</p>
      </EmptyState>
      {faulty > 0 ? <FaultList view={view} /> : null}
    </>
  );
}
