import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useUrlFilters } from '../../app/url-filters.ts';
import { Button, PageHeader, QueryState, Stepper } from '../../ui/index.ts';
import { CheckedStep } from './components/checked-step.tsx';
import { ColumnsStep } from './components/columns-step.tsx';
import { EndedStep } from './components/ended-step.tsx';
import { FileStep } from './components/file-step.tsx';
import styles from './components/import.module.css';
import { PastImports } from './components/past-imports.tsx';
import { RunningStep } from './components/running-step.tsx';
import type { ImportView } from './import-file.ts';
import { useImport } from './use-import.ts';

const STEPS = ['file', 'columns', 'check', 'done'] as const;
const STEP_OF: Readonly<Record<ImportView['state'], number>> = {
  receiving: 0,
  received: 1,
  checking: 2,
  checked: 2,
  applying: 3,
  applied: 4,
  cancelling: 3,
  undoing: 3,
  undone: 4,
  cancelled: 0,
  failed: 0,
};
const NO_IMPORT = { id: '' };

/** Brings a product list in: choose, say which column is what, see what would happen, do it. */
export function ImportScreen() {
  const { t } = useTranslation('importer');
  const navigate = useNavigate();
  const [{ id }, change] = useUrlFilters(NO_IMPORT);
  const current = useImport(id);
  const [remapping, setRemapping] = useState(false);
  const open = (next: string) => {
    setRemapping(false);
    change({ id: next });
  };
  const state = id === '' ? undefined : current.data?.state;
  const step = remapping ? 1 : state ? STEP_OF[state] : 0;
  const backToColumns = state === 'checked' && !remapping;
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button icon={ArrowLeft} onClick={() => void navigate({ to: '/products' })}>
            {t('back')}
          </Button>
        }
      />
      <div className={styles.page}>
        <Stepper
          label={t('steps')}
          steps={STEPS.map((name) => t(`step.${name}`))}
          current={step}
          {...(backToColumns ? { onStep: (to: number) => setRemapping(to === 1) } : {})}
        />
        {id === '' ? (
          <>
            <FileStep onOpen={open} />
            <PastImports onOpen={open} />
          </>
        ) : (
          <QueryState query={current} describeError={(error) => errorMessage(t, error)}>
            {(view) => (
              <Step
                view={view}
                remapping={remapping}
                onRemap={setRemapping}
                onRestart={() => open('')}
                onOpen={open}
              />
            )}
          </QueryState>
        )}
      </div>
    </>
  );
}

interface StepProps {
  view: ImportView;
  remapping: boolean;
  onRemap: (remapping: boolean) => void;
  onRestart: () => void;
  onOpen: (id: string) => void;
}

function Step({ view, remapping, onRemap, onRestart, onOpen }: StepProps) {
  const { state } = view;
  if (state === 'received' || (state === 'checked' && remapping)) {
    return <ColumnsStep key={view.id} view={view} onChecking={() => onRemap(false)} onRestart={onRestart} />;
  }
  if (state === 'checked')
    return <CheckedStep view={view} onRemap={() => onRemap(true)} onRestart={onRestart} />;
  if (state === 'checking' || state === 'applying' || state === 'cancelling' || state === 'undoing')
    return <RunningStep view={view} />;
  if (state === 'receiving') return <FileStep onOpen={onOpen} />;
  return <EndedStep view={view} onRestart={onRestart} />;
}
