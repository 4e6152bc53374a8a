import { MantineProvider } from '@mantine/core';
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { OrderPalette } from '../features/orders/order-palette.tsx';
import { ApprovalHost } from '../features/session/approval.tsx';
import { SessionGate } from '../features/session/session-gate.tsx';
import { LiveRegion, notify, OnScreenKeyboard, Toaster } from '../ui/index.ts';
import { cssVariablesResolver, theme } from '../ui/theme.ts';
import { useKeyMap } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { offerFinds } from './palette-finds.ts';
import { usePreferences } from './preferences.ts';
import type { createAppRouter } from './router.tsx';
import { ShellDialogs } from './shell-dialogs.tsx';
import { useColorScheme } from './use-color-scheme.ts';

/** The engine sits in the same machine or room: no retries, no refetch storms; changes are announced. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

// An answer is drawn in the same breath as what else it changed, not by a timer of its own after that.
notifyManager.setScheduler(queueMicrotask);

export interface AppProps {
  router: ReturnType<typeof createAppRouter>;
  i18n: i18n;
}

/** Providers around the router, and what exists once beside it: keys, dialogs, toasts, live region, keyboard. */
export function App({ router, i18n }: AppProps) {
  const scheme = useColorScheme();
  const { keyboard, language } = usePreferences();
  useKeyMap();
  useUnhandledFailures(i18n);
  useEffect(
    () =>
      offerFinds(
        (to, id) => void router.navigate({ to, search: { id } }),
        (text) => void router.navigate({ to: '/products', search: { q: text, exact: text } }),
      ),
    [router],
  );
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <SessionGate goTo={(path) => void router.navigate({ to: path })}>
              <RouterProvider router={router} />
              <ShellDialogs goTo={(path) => void router.navigate({ to: path })} />
              <ApprovalHost />
              <OrderPalette goTo={(path) => void router.navigate({ to: path })} />
            </SessionGate>
          </ErrorBoundary>
          <section id="overlays" aria-label={i18n.t('common:frame.overlays')} />
          <Toaster />
          <LiveRegion />
          <OnScreenKeyboard mode={keyboard} layout={language === 'zh' ? 'zh' : 'en'} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** A promise nobody handled is a bug, but the person at the till must not be left without a word. */
function useUnhandledFailures(i18n: i18n): void {
  useEffect(() => {
    const tell = () => notify({ message: i18n.t('errors:internal'), tone: 'danger' });
    window.addEventListener('unhandledrejection', tell);
    return () => window.removeEventListener('unhandledrejection', tell);
  }, [i18n]);
}
