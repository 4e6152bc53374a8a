import { useQueryClient } from '@tanstack/react-query';
import { Lock, UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useShopFormat } from '../../app/format.ts';
import { setShell } from '../../app/shell-state.ts';
import { CallError } from '../../client/call-error.ts';
import { callKey, useCall, useChangeStream } from '../../client/hooks.ts';
import { ErrorState, Skeleton } from '../../ui/index.ts';
import styles from './components/session.module.css';
import { useLock } from './lock.ts';
import { rememberPlace, type Session, useSession } from './session.ts';

export { useLock } from './lock.ts';

interface SessionGateProps {
  goTo: (path: string) => void;
  children: ReactNode;
}

/** Keeps the page where it may be: set-up while there is no shop, sign-in while nobody is signed in, else anywhere.
 *  Shows nothing of the shop before it knows. Mounted once, around the router. */
export function SessionGate({ goTo, children }: SessionGateProps) {
  const status = useCall('setup.status', {});
  const current = useCall('session.current', {});
  const [known, setKnown] = useState(false);
  const session = current.data?.session ?? null;
  useEffect(() => {
    if (!status.data || !current.data) return;
    const { lastStaffId } = useSession.getState();
    const { deviceEnrolled } = current.data;
    useSession.setState({ session, deviceEnrolled, lastStaffId: session?.staff.id ?? lastStaffId });
    applySession(session);
    const gatePath = status.data.state === 'new' ? '/setup' : session ? null : '/sign-in';
    if (gatePath) rememberPlace(window.location.hash.slice(1), lastStaffId);
    setShell({ gatePath });
    setKnown(true);
  }, [status.data, current.data, session]);
  useConnection(session?.device != null);
  useEndedSessions();
  useIdleLock(session);
  useStaffChip(session !== null, goTo);
  if (known || isGallery()) return children;
  const failure = status.error ?? current.error;
  return <Waiting failure={failure} retry={() => void Promise.all([status.refetch(), current.refetch()])} />;
}

function Waiting({ failure, retry }: { failure: CallError | null; retry: () => void }) {
  const { t } = useTranslation('session');
  return (
    <main className={styles.waiting}>
      {failure ? (
        <ErrorState
          headingLevel={1}
          title={t('noEngine')}
          next={{ label: t('common:tryAgain'), perform: retry }}
        >
          {errorMessage(t, failure)}
        </ErrorState>
      ) : (
        <Skeleton label={t('common:loading')} />
      )}
    </main>
  );
}

/** The design system's own pages need no shop. */
function isGallery(): boolean {
  return import.meta.env.MODE !== 'production' && window.location.hash.startsWith('#/gallery');
}

function applySession(session: Session | null): void {
  setShell({
    shopName: session?.shop.name ?? '',
    registerName: session?.device?.registerName ?? '',
    registerNote: session?.device?.registerName ?? '',
    staff: session ? { name: session.staff.name } : null,
    permissions: session ? new Set(session.permissions) : null,
  });
  if (!session) return;
  const { currency, currencyExponent, timeZone, country } = session.shop;
  const en = Intl.DateTimeFormat.supportedLocalesOf([`en-${country}`])[0] ?? 'en-GB';
  const zh = Intl.DateTimeFormat.supportedLocalesOf([`zh-${country}`])[0] ?? 'zh-CN';
  useShopFormat.setState({ currency, exponent: currencyExponent, timeZone, locales: { en, zh } });
}

/** Says on screen when the engine is out of reach; silence means that all is well. Changes are announced to tills. */
function useConnection(enabled: boolean): void {
  const { t } = useTranslation('session');
  const [connected, setConnected] = useState(true);
  useChangeStream(enabled, setConnected);
  useEffect(() => {
    setShell({
      connection: connected || !enabled ? null : { tone: 'warning', label: t('unreachable'), offline: true },
    });
  }, [connected, enabled, t]);
}

/** A session may end elsewhere (person disabled, device revoked): the first refused call brings the sign-in screen. */
function useEndedSessions(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const ask = (error: unknown) => {
      if (!(error instanceof CallError) || error.code !== 'auth.required') return;
      if (useSession.getState().session)
        void cache.invalidateQueries({ queryKey: callKey('session.current', {}) });
    };
    const stops = [
      cache.getQueryCache().subscribe(({ query }) => ask(query.state.error)),
      cache.getMutationCache().subscribe(({ mutation }) => ask(mutation?.state.error)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [cache]);
}

/** Who is at the till: the chip and F11 lock it for the next person. */
function useStaffChip(signedIn: boolean, goTo: (path: string) => void): void {
  const lock = useLock();
  useCommands([
    {
      id: 'session.lock',
      labelKey: 'session:lock',
      icon: Lock,
      shortcut: 'F11',
      isAvailable: () => useSession.getState().session !== null,
      perform: () => void lock(),
    },
    {
      id: 'session.account',
      labelKey: 'session:account',
      icon: UserRound,
      isAvailable: () => useSession.getState().session !== null,
      perform: () => goTo('/settings/account'),
    },
  ]);
  useEffect(() => {
    setShell({ onStaffChip: signedIn ? () => void lock() : null });
  }, [signedIn, lock]);
}

const ACTIVITY = ['keydown', 'pointerdown', 'touchstart'] as const;

function useIdleLock(session: Session | null): void {
  const lock = useLock();
  const idleLockMs = session?.idleLockMs ?? null;
  useEffect(() => {
    if (idleLockMs === null) return;
    let timer = 0;
    const restart = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void lock(), idleLockMs);
    };
    restart();
    for (const event of ACTIVITY) window.addEventListener(event, restart, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const event of ACTIVITY) window.removeEventListener(event, restart, { capture: true });
    };
  }, [idleLockMs, lock]);
}
