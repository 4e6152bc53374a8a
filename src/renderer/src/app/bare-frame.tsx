import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/index.ts';
import styles from './frames.module.css';

/** A screen with nothing around it: sign-in, set-up. */
export function BareFrame() {
  return (
    <main className={styles.bare}>
      <ScreenOutlet />
    </main>
  );
}

/** The screen, or grey shapes while its code arrives. */
export function ScreenOutlet() {
  const { t } = useTranslation('common');
  return (
    <Suspense
      fallback={
        <div className={styles.waiting}>
          <Skeleton label={t('loading')} />
        </div>
      }
    >
      <Outlet />
    </Suspense>
  );
}
