import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { Permission } from '../../../../shared/contract/permissions.ts';

export type Session = NonNullable<CallOutput<'session.current'>['session']>;

/** Where somebody was when the till locked: theirs alone to return to. */
export interface ReturnPlace {
  readonly staffId: string | null;
  readonly path: string;
}

interface SessionState {
  /** Null while nobody is signed in. */
  readonly session: Session | null;
  /** Whether this window or browser is bound to a register, so that PINs work here. */
  readonly deviceEnrolled: boolean;
  /** Who was here before the till locked itself: offered first at sign-in. */
  readonly lastStaffId: string | null;
  readonly returnPlace: ReturnPlace | null;
}

/** Who is signed in here; filled by SessionGate, read by every screen. */
export const useSession = create<SessionState>()(
  persist(
    (): SessionState => ({ session: null, deviceEnrolled: false, lastStaffId: null, returnPlace: null }),
    // Only who was here last outlives the page; nothing of the session does.
    { name: 'tillwise.lastPerson', partialize: ({ lastStaffId }) => ({ lastStaffId }) },
  ),
);

/** The signed-in person's session. Screens behind the gate always have one. */
export function useSignedIn(): Session {
  const session = useSession((state) => state.session);
  if (!session) throw new Error('this screen needs someone signed in');
  return session;
}

export function useMay(permission: Permission): boolean {
  return useSession((state) => state.session?.permissions.includes(permission) ?? false);
}

const NO_PLACE = /^\/?$|^\/(sign-in|setup)(\/|$)/;

/** Remembers the address somebody is called away from; the gate's own pages are no place to return to. */
export function rememberPlace(path: string, staffId: string | null): void {
  if (!NO_PLACE.test(path)) useSession.setState({ returnPlace: { staffId, path } });
}

/** Where to go after signing in: back, for the same person or a page opened before anyone was here; else the start. */
export function placeAfterSignIn(place: ReturnPlace | null, staffId: string): string {
  return place && (place.staffId === null || place.staffId === staffId) ? place.path : '/';
}
