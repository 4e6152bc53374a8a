import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { setShell } from '../../app/shell-state.ts';
import { command, query } from '../../client/client.ts';
import { callKey } from '../../client/hooks.ts';
import { rememberPlace, useSession } from './session.ts';

/** The gate's own answers outlive a person; everything else was fetched with their rights. */
const SURVIVES_LOCK = /^(setup|session)\./;

let leaving: Promise<void> = Promise.resolve();

/** Hides the shop at once, forgets the person's answers and ends their session; carts stay as they are. */
export function useLock(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(() => {
    hide();
    leaving = endSession().then(() => forget(cache));
    return leaving;
  }, [cache]);
}

/** Settles when the person before is signed out: only then may the next one sign in. */
export const whenLeft = (): Promise<void> => leaving;

/** Asks again who is signed in, which moves the gate. */
export async function refreshSession(cache: QueryClient): Promise<void> {
  const [status, current] = await Promise.all([query('setup.status', {}), query('session.current', {})]);
  cache.setQueryData(callKey('setup.status', {}), status);
  cache.setQueryData(callKey('session.current', {}), current);
}

function hide(): void {
  rememberPlace(window.location.hash.slice(1), useSession.getState().session?.staff.id ?? null);
  useSession.setState({ session: null });
  setShell({ gatePath: '/sign-in', permissions: null, staff: null, registerNote: '' });
}

/** An engine out of reach must not keep the till open: signing in asks it anyway. */
async function endSession(): Promise<void> {
  await command('session.signOut', {}).catch(() => undefined);
}

function forget(cache: QueryClient): void {
  cache.removeQueries({ predicate: ({ queryKey }) => !SURVIVES_LOCK.test(String(queryKey[0])) });
  cache.setQueryData(callKey('session.current', {}), (before: object | undefined) =>
    before ? { ...before, session: null } : before,
  );
}
