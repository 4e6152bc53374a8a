import { useNavigate } from '@tanstack/react-router';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/index.ts';
import styles from './frames.module.css';

/** A screen that broke: says the data is safe and opens it again. */
export function ScreenCrash({ reset }: { error?: unknown; reset: () => void }) {
  const { t } = useTranslation('common');
  return (
    <ErrorState headingLevel={1} title={t('crash.title')} next={{ label: t('crash.reopen'), perform: reset }}>
      {t('crash.hint')}
    </ErrorState>
  );
}

export function NotFoundScreen() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  return (
    <ErrorState
      headingLevel={1}
      title={t('crash.notFound')}
      next={{ label: t('crash.goToStart'), perform: () => void navigate({ to: '/' }) }}
    >
      {t('crash.notFoundHint')}
    </ErrorState>
  );
}

/** An address outside every frame. */
export function NowhereScreen() {
  return (
    <main className={styles.bare}>
      <NotFoundScreen />
    </main>
  );
}

/** The last net, around everything, frames included. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render() {
    if (this.state.broken)
      return (
        <main className={styles.bare}>
          <ScreenCrash reset={() => this.setState({ broken: false })} />
        </main>
      );
    return this.props.children;
  }
}
