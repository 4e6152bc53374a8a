import { eventIterator, ORPCError } from '@orpc/contract';
import { os, ValidationError } from '@orpc/server';
import * as z from 'zod';
import { type Call, type CallName, listCalls } from '../../shared/contract/index.ts';
import { type AppError, ERRORS } from '../../shared/errors.ts';
import { translate } from '../../shared/messages/index.ts';
import type { CallRunner } from '../calls/run-call.ts';
import type { Caller } from '../context.ts';
import type { LiveChanges } from '../live.ts';
import type { Log } from '../log.ts';
import { storageTrouble } from './storage-trouble.ts';

export interface RpcContext {
  readonly caller: Caller;
}

const base = os.$context<RpcContext>();

const ANYONE = { access: 'public', needsDevice: false } as Call;

const noticeSchema = z.object({ topic: z.string(), id: z.string().nullable() });

/** The oRPC router of every call in the contract: what both doors serve and the API description is made from. */
export function buildRouter(runner: CallRunner, live: LiveChanges, log: Log) {
  const router: Record<string, Record<string, ReturnType<typeof procedure>>> = {};
  for (const [name, call] of listCalls()) {
    const [feature, verb] = name.split('.') as [string, string];
    router[feature] ??= {};
    router[feature][verb] = procedure(name, call, runner, log);
  }
  return { ...router, live: { watch: watchProcedure(runner, live) } };
}

function procedure(name: CallName, call: Call, runner: CallRunner, log: Log) {
  return base
    .use(async ({ next, context }, input: unknown) => {
      const admitted = runner.admit(call, context.caller, input);
      if (!admitted.ok) throw toOrpcError(admitted.error);
      try {
        return await next({ context: { ctx: admitted.value } });
      } catch (error) {
        throw translateThrown(error, name, log);
      }
    })
    .route({
      method: 'POST',
      path: `/${name.replace('.', '/')}` as `/${string}`,
      summary: call.summary,
      tags: [name.split('.')[0] as string],
      description: describeAccess(call),
    })
    .input(call.input)
    .output(call.output)
    .handler(async ({ context, input }) => {
      const outcome = await runner.run(name, call, context.ctx, input);
      if (!outcome.ok) throw toOrpcError(outcome.error);
      return outcome.value;
    });
}

/** `changed` notices as a stream: an event stream over HTTP, messages over the port. */
function watchProcedure(runner: CallRunner, live: LiveChanges) {
  return base
    .route({
      method: 'GET',
      path: '/live/watch',
      summary: 'What changed, as it changes (event stream)',
      tags: ['live'],
    })
    .output(eventIterator(noticeSchema))
    .handler(async ({ context, signal }) => {
      const admitted = runner.admit(ANYONE, context.caller, {});
      // A till hears changes before anyone signs in; an office browser that is no till, once somebody has.
      if (admitted.ok && !admitted.value.at && !admitted.value.who)
        throw toOrpcError({ code: 'auth.required' });
      return live.watch(signal);
    });
}

function toOrpcError(error: AppError): ORPCError<string, unknown> {
  const traits = ERRORS[error.code];
  return new ORPCError(error.code, {
    status: traits.status,
    message: translate('en', `errors:${error.code}`, error.data),
    data: { ...error.data, retryable: traits.retryable, severity: traits.severity },
  });
}

/** A refused input and every expected error keep their code; trouble with the disk is told as such; anything else is a
 *  bug. Both are logged under an id the person can quote. */
function translateThrown(error: unknown, name: CallName, log: Log): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.code in ERRORS) return error;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return toOrpcError({
      code: 'input.invalid',
      data: { issues: error.cause.issues.slice(0, 20).map(toIssue) },
    });
  }
  const logId = log.bug(name, error);
  return toOrpcError({ code: storageTrouble(error) ?? 'internal', data: { logId } });
}

function toIssue(issue: { readonly message: string; readonly path?: unknown }): {
  path: string;
  message: string;
} {
  const path = Array.isArray(issue.path) ? issue.path.map(String).join('.') : '';
  return { path, message: issue.message };
}

function describeAccess(call: Call): string {
  const device = call.needsDevice ? ' From an enrolled device.' : '';
  const approvable = call.approvable ? " A colleague's approval (approvalId) is enough." : '';
  const errors = call.errors.length > 0 ? ` Errors: ${[...new Set(call.errors)].join(', ')}.` : '';
  return `${call.kind === 'query' ? 'Reads.' : 'Changes.'} Access: ${call.access}.${device}${approvable}${errors}`;
}
