import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { CallName } from '../../src/shared/contract/index.ts';
import { TestCaller, type TestShop } from './open-shop.ts';

/** What a call answered, the same shape from every door. */
export type DoorAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly data: unknown };

/** One way into a running shop, as a person at one device uses it. */
export interface Door {
  readonly name: 'direct' | 'port' | 'http';
  send(name: CallName, input: unknown): Promise<DoorAnswer>;
  close(): Promise<void>;
}

export function directDoor(shop: TestShop): Door {
  const caller = new TestCaller(shop);
  return {
    name: 'direct',
    send: (name, input) => answerOf(() => caller.raw(name, input)),
    close: async () => {},
  };
}

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

export function portDoor(shop: TestShop): Door {
  const { port1, port2 } = new MessageChannel();
  shop.engine.connectWindow(port2 as unknown as MessagePort);
  port2.start();
  port1.start();
  const client = createORPCClient<never>(
    new RPCLink({ port: port1 as unknown as MessagePort }),
  ) as unknown as AnyClient;
  return {
    name: 'port',
    send: (name, input) => {
      const [feature, verb] = name.split('.') as [string, string];
      return answerOf(() => (client[feature] as AnyClient[string])[verb]!(shop.withCommandId(name, input)));
    },
    close: async () => port1.close(),
  };
}

/** A browser: keeps cookies, sends JSON. */
export async function httpDoor(shop: TestShop): Promise<Door> {
  const host = await shop.engine.serveHttp({ port: 0, lan: false, insecureHttp: false });
  const cookies = new Map<string, string>();
  return {
    name: 'http',
    send: async (name, input) => {
      const response = await fetch(`${host.url}/api/${name.replace('.', '/')}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
        },
        body: JSON.stringify(shop.withCommandId(name, input)),
      });
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
      const body = (await response.json()) as { code: string; data: unknown };
      return response.ok ? { ok: true, value: body } : { ok: false, code: body.code, data: body.data };
    },
    close: () => host.close(),
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}

async function answerOf(call: () => Promise<unknown>): Promise<DoorAnswer> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (error instanceof ORPCError) return { ok: false, code: error.code, data: error.data as unknown };
    throw error;
  }
}
