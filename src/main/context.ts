import type { ChangeNotice } from '../shared/contract/index.ts';
import type { Permission, Role } from '../shared/contract/permissions.ts';
import type { AppError } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import type { Clock } from './clock.ts';
import type { DomainEvent } from './events.ts';
import type { Services } from './features/services.ts';
import type { ReadableDb, WritableDb } from './storage/sql.ts';

/** The door's side of one request: what it presented, and how it is handed new credentials. */
export interface Caller {
  readonly door: 'window' | 'browser' | 'program';
  /** The window itself or a loopback address. */
  readonly local: boolean;
  /** For throttling and logs. */
  readonly address: string;
  readonly sessionToken: string | null;
  readonly deviceToken: string | null;
  /** Hands over a new session (or ends it with null) by cookie or by the port; never called where a token was asked for. */
  setSession(token: string | null): void;
  setDevice(token: string | null): void;
}

export interface StaffIdentity {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly sessionHash: string;
}

export interface DeviceIdentity {
  readonly id: string;
  readonly name: string;
  readonly registerId: string;
  readonly registerName: string;
}

export interface QueryCtx {
  readonly db: ReadableDb;
  readonly nowMs: number;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly dataDir: string;
  readonly services: Services;
  /** Null only for public and device calls. */
  readonly who: StaffIdentity | null;
  readonly at: DeviceIdentity | null;
  /** The signed-in person; a bug (thrown) in calls that need none. */
  readonly staff: StaffIdentity;
  /** The enrolled device; a bug (thrown) in calls that need none. */
  readonly device: DeviceIdentity;
  /** Whether the caller, or who approved this act, holds the permission. */
  allows(permission: Permission): boolean;
}

export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Who it was, where nobody is signed in yet: the one who just proved who they are. */
  readonly staffId?: string;
}

export interface CommandCtx extends QueryCtx {
  readonly db: WritableDb;
  readonly commandId: string;
  /** Who lent a permission to this act, if anyone. */
  readonly approver: { readonly id: string; readonly name: string } | null;
  newId(): string;
  /** Ok, or the error that asks for a colleague's approval (a cashier) or forbids. */
  require(permission: Permission): Result<null, AppError<'auth.approvalNeeded' | 'auth.forbidden'>>;
  emit(event: DomainEvent): void;
  audit(entry: AuditEntry): void;
  /** After the commit, tells every page. */
  changed(topic: ChangeNotice['topic'], id?: string): void;
  /** After the commit; may start printing or a job. Never runs when the command is refused. */
  afterCommit(work: () => void): void;
  /** Kept even if the command answers an error: counting failed tries. */
  evenIfRefused(work: (db: WritableDb) => void): void;
}
