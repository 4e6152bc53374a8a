import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createRouterClient, ORPCError } from '@orpc/server';
import { systemClock } from '../../src/main/clock.ts';
import type { Caller } from '../../src/main/context.ts';
import { type Engine, openEngine } from '../../src/main/engine.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts';
import { MONDAY_MORNING_MS } from '../helpers/open-shop.ts';

const FACTS = 3;

/** One line to the test, down a pipe that outlives this process. */
export const tell = (line: string): void => void writeSync(FACTS, `${line}\n`);

export const newId = (): string => systemClock.newId();

export interface TillCalls {
  readonly engine: Engine;
  /** Somebody else at the same till. */
  as(sessionToken: string): TillCalls;
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
}

type Client = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Opens the shop in `dataDir` as a till of this process; it lives on the shop's test day, or its sessions would long be over. */
export async function openTillCalls(
  dataDir: string,
  sessionToken: string,
  deviceToken: string,
): Promise<TillCalls> {
  const clock = { ...systemClock, nowMs: () => MONDAY_MORNING_MS + Math.ceil(performance.now()) };
  const engine = await openEngine({ dataDir, rendererDir: dataDir, version: 'test', clock });
  flushCompileCache();
  return tillOn(engine, sessionToken, deviceToken);
}

function tillOn(engine: Engine, sessionToken: string, deviceToken: string): TillCalls {
  const caller: Caller = {
    door: 'program',
    local: true,
    address: '127.0.0.1',
    sessionToken,
    deviceToken,
    setSession: () => {},
    setDevice: () => {},
  };
  const client = createRouterClient(engine.router, { context: { caller } }) as unknown as Client;
  return {
    engine,
    as: (other) => tillOn(engine, other, deviceToken),
    call: async <N extends CallName>(name: N, input: CallInput<N>) => {
      const [feature = '', verb = ''] = name.split('.');
      return (await client[feature]?.[verb]?.(input)) as CallOutput<N>;
    },
  };
}

/** The code a refused call answered; anything else is thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof ORPCError) return error.code;
  throw error;
}
