import type { CallInput, CallName, CallOf, CallOutput } from '../../../shared/contract/index.ts';
import { CallError } from './call-error.ts';
import { httpTransport } from './http-transport.ts';
import { connectPort } from './port-transport.ts';
import type { Transport } from './transport.ts';

declare global {
  interface Window {
    /** Set by the preload: this page runs in the desktop window. */
    readonly tillwise?: { readonly door: 'window' };
  }
}

type NameOfKind<K extends 'query' | 'command'> = {
  [N in CallName]: CallOf<N>['kind'] extends K ? N : never;
}[CallName];
export type QueryName = NameOfKind<'query'>;
export type CommandName = NameOfKind<'command'>;
type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;
export type CommandInput<N extends CommandName> = WithoutId<CallInput<N>>;

/** Pauses before the same command is sent again when the engine did not answer. */
const RESEND_AFTER_MS = [200, 800, 2000];

const transport: Transport = window.tillwise?.door === 'window' ? connectPort() : httpTransport;

/** Where this page runs. */
export const door: 'window' | 'browser' = window.tillwise?.door ?? 'browser';

/** Asks the engine. @throws CallError */
export async function query<N extends QueryName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return (await transport.send(name, input)) as CallOutput<N>;
}

/** Does one act, once: an unanswered command is sent again under the same id, which the engine never runs twice.
 *  @throws CallError */
export async function command<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CallOutput<N>> {
  const request = { ...input, commandId: crypto.randomUUID() };
  for (const pause of RESEND_AFTER_MS) {
    try {
      return (await transport.send(name, request)) as CallOutput<N>;
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'unreachable') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return (await transport.send(name, request)) as CallOutput<N>;
}

export const watchChanges: Transport['watch'] = (onNotice, onConnection) =>
  transport.watch(onNotice, onConnection);
