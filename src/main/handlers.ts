import type {
  CallAnswer,
  CallError,
  CallName,
  CallOf,
  CallParsedInput,
  contract,
} from '../shared/contract/index.ts';
import type { AppError, ErrorCode } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import type { CommandCtx, QueryCtx } from './context.ts';

type Answer<T, E extends ErrorCode> = Result<T, AppError<E>>;
type MaybePromise<T> = T | Promise<T>;

export type QueryHandler<I, O, E extends ErrorCode> = (ctx: QueryCtx, input: I) => MaybePromise<Answer<O, E>>;

/** A command with work around its transaction: hashing before it, rendering after it. */
export interface StagedCommand<I, O, E extends ErrorCode, P = unknown, S = unknown> {
  /** The answer holds a token, a code or the like: it is remembered in memory only, never on disk. */
  readonly secret?: boolean;
  /** Slow work on values only, before the transaction. */
  readonly prepare?: (ctx: QueryCtx, input: I) => Promise<Answer<P, E>>;
  /** The one synchronous transaction. Its value is what a repeat of the command starts from again. */
  readonly run: (ctx: CommandCtx, input: I, prepared: P) => Answer<S, E>;
  /** Slow work after the commit that changes nothing: renders the stored value into the answer. */
  readonly finish?: (ctx: QueryCtx, stored: S) => MaybePromise<O>;
}

export type CommandHandler<I, O, E extends ErrorCode> =
  | ((ctx: CommandCtx, input: I) => Answer<O, E>)
  | StagedCommand<I, O, E, never, never>;

export type HandlerOf<N extends CallName> = CallOf<N>['kind'] extends 'query'
  ? QueryHandler<CallParsedInput<N>, CallAnswer<N>, CallError<N>>
  : CommandHandler<CallParsedInput<N>, CallAnswer<N>, CallError<N>>;

/** All handlers of one feature, named as in the contract. */
export type FeatureHandlers<F extends keyof typeof contract> = {
  readonly [V in keyof (typeof contract)[F] & string]: `${F}.${V}` extends CallName
    ? HandlerOf<`${F}.${V}`>
    : never;
};

export type Handlers = { readonly [F in keyof typeof contract]: FeatureHandlers<F> };

/** Gives a staged command its types without losing those of its middle values. Without `finish` it answers what `run` stored. */
export function staged<I, S, E extends ErrorCode, P>(
  command: Omit<StagedCommand<I, S, E, P, S>, 'finish'> & { readonly finish?: never },
): StagedCommand<I, S, E, never, never>;
export function staged<I, O, E extends ErrorCode, P, S>(
  command: StagedCommand<I, O, E, P, S>,
): StagedCommand<I, O, E, never, never>;
export function staged<I, O, E extends ErrorCode, P, S>(
  command: StagedCommand<I, O, E, P, S>,
): StagedCommand<I, O, E, never, never> {
  return command as unknown as StagedCommand<I, O, E, never, never>;
}
