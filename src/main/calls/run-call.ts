import type { Call, CallName, ChangeNotice, contract } from '../../shared/contract/index.ts';
import { type Permission, roleAllows } from '../../shared/contract/permissions.ts';
import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Caller, CommandCtx, QueryCtx } from '../context.ts';
import type { Services } from '../features/services.ts';
import { identify, markSeen } from '../features/session/identify.ts';
import { presentApproval } from '../features/session/lent-permission.ts';
import type { Handlers, StagedCommand } from '../handlers.ts';
import { CommandRunner, type Outcome } from '../storage/command.ts';
import type { Connection } from '../storage/connection.ts';
import type { ReadableDb } from '../storage/sql.ts';
import { type Aftermath, commandContext } from './command-context.ts';

type AnyQuery = (ctx: QueryCtx, input: unknown) => Outcome | Promise<Outcome>;
type AnyStaged = StagedCommand<unknown, unknown, AppError['code'], unknown, unknown>;
type CommandInput = { readonly commandId: string; readonly approvalId?: string };

/** Sessions and devices are marked as seen at most once in this time. */
const TOUCH_EVERY_MS = 60_000;

export interface CallRunnerOptions {
  readonly db: Connection;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly services: Services;
  readonly handlers: Handlers;
  readonly notify: (notice: ChangeNotice) => void;
}

/** The one way in: checks the caller, builds ctx, runs the handler in its transaction, tells the pages. */
export class CallRunner {
  readonly #options: CallRunnerOptions;
  readonly #commands: CommandRunner;

  constructor(options: CallRunnerOptions) {
    this.#options = options;
    this.#commands = new CommandRunner(options.db);
  }

  /** Before the input is even looked at: may this caller make this call at all? */
  admit(call: Call, caller: Caller, rawInput: unknown): Result<QueryCtx, AppError> {
    const ctx = this.#queryCtx(caller);
    if (!isOpen(call) && !ctx.who) return err({ code: 'auth.required' });
    if ((call.access === 'device' || call.needsDevice) && !ctx.at) return err({ code: 'device.notEnrolled' });
    const permission = permissionOf(call);
    if (!permission || ctx.allows(permission)) return ok(ctx);
    if (!call.approvable) return err({ code: 'auth.forbidden', data: { permission } });
    if (!(rawInput as { approvalId?: unknown } | null)?.approvalId)
      return err({ code: 'auth.approvalNeeded', data: { permission } });
    return ok(ctx);
  }

  /** Runs an admitted call with parsed input. Bugs throw. */
  async run(name: CallName, call: Call, ctx: QueryCtx, input: unknown): Promise<Outcome> {
    const handler = this.#handler(name);
    if (call.kind === 'query') return (handler as AnyQuery)(ctx, input);
    const command =
      typeof handler === 'function' ? { run: handler as AnyStaged['run'] } : (handler as AnyStaged);
    return this.#runCommand(name, call, ctx, input as CommandInput, command);
  }

  async #runCommand(
    name: CallName,
    call: Call,
    ctx: QueryCtx,
    input: CommandInput,
    command: AnyStaged,
  ): Promise<Outcome> {
    const request = {
      commandId: input.commandId,
      call: name,
      // Whoever signs in is somebody else by the time a lost answer is asked for again.
      actor: isOpen(call) ? 'public' : ctx.staff.id,
      input,
      nowMs: ctx.nowMs,
      secret: command.secret ?? false,
    };
    const finish = async (outcome: Outcome): Promise<Outcome> =>
      outcome.ok && command.finish ? ok(await command.finish(ctx, outcome.value)) : outcome;
    // Slow work is not done again for an answer that was given; what has none asks inside its transaction alone.
    const before = command.prepare ? this.#commands.recall(request) : null;
    if (before) return finish(before);
    const prepared = command.prepare ? await command.prepare(ctx, input) : ok(undefined);
    // A refusal from `prepare` goes through the transaction too, so that a counted failure and the memory of it are kept.
    const aftermath: Aftermath = { notices: [], work: [], kept: [] };
    const { outcome, fresh } = this.#commands.run(
      request,
      (db) => {
        if (command.prepare && !isOpen(call) && !isStillHere(db, ctx)) return err({ code: 'auth.required' });
        const inner = commandContext(
          ctx,
          db,
          input.commandId,
          presentApproval(db, ctx, input.approvalId),
          aftermath,
        );
        const permission = permissionOf(call);
        if (permission) {
          const allowed = inner.require(permission);
          if (!allowed.ok)
            return input.approvalId ? err({ code: 'auth.approvalInvalid', data: { permission } }) : allowed;
        }
        return prepared.ok ? command.run(inner as CommandCtx, input, prepared.value) : prepared;
      },
      (db) => {
        for (const work of aftermath.kept) work(db);
      },
    );
    if (fresh && outcome.ok) this.#afterwards(aftermath);
    return finish(outcome);
  }

  #afterwards(aftermath: Aftermath): void {
    for (const notice of aftermath.notices) this.#options.notify(notice);
    for (const work of aftermath.work) work();
  }

  #queryCtx(caller: Caller): QueryCtx {
    const { db, clock, dataDir, services } = this.#options;
    const nowMs = clock.nowMs();
    const { who, at, lastSeenAtMs } = identify(db, caller, nowMs);
    if (who && nowMs - lastSeenAtMs > TOUCH_EVERY_MS) markSeen(db, who, at, nowMs);
    return {
      db,
      nowMs,
      clock,
      caller,
      dataDir,
      services,
      who,
      at,
      get staff() {
        if (!who) throw new Error('this call has no signed-in person');
        return who;
      },
      get device() {
        if (!at) throw new Error('this call has no enrolled device');
        return at;
      },
      allows: (permission) => who !== null && roleAllows(who.role, permission),
    };
  }

  #handler(name: CallName): AnyQuery | AnyStaged | AnyStaged['run'] {
    const [feature, verb] = name.split('.') as [keyof typeof contract, string];
    const handler = (this.#options.handlers[feature] as unknown as Record<string, AnyQuery>)[verb];
    if (!handler) throw new Error(`no handler for ${name}`);
    return handler;
  }
}

/** Answered without anyone signed in. */
function isOpen(call: Call): boolean {
  return call.access === 'public' || call.access === 'device';
}

/** After slow work: the person may have been signed out, disabled or given another role meanwhile. */
function isStillHere(db: ReadableDb, ctx: QueryCtx): boolean {
  const { who } = identify(db, ctx.caller, ctx.nowMs);
  return who?.sessionHash === ctx.who?.sessionHash && who?.role === ctx.who?.role;
}

function permissionOf(call: Call): Permission | null {
  return isOpen(call) || call.access === 'signedIn' ? null : (call.access as Permission);
}
