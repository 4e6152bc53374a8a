import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ChangeNotice } from '../../../shared/contract/index.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { CallError } from './call-error.ts';
import type { Transport } from './transport.ts';

type Procedure = (input?: unknown, options?: { signal: AbortSignal }) => Promise<unknown>;
type AnyClient = Record<string, Record<string, Procedure>>;

const RETRY_WATCH_MS = 1000;

/** The window: one message port, handed to the engine by the preload. */
export function connectPort(): Transport {
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ type: 'tillwise:port' }, location.origin, [port2]);
  port1.start();
  const client = createORPCClient<never>(new RPCLink({ port: port1 })) as unknown as AnyClient;
  return {
    async send(name, input) {
      const [feature, verb] = name.split('.') as [string, string];
      try {
        return await client[feature]![verb]!(input);
      } catch (error) {
        if (error instanceof ORPCError)
          throw new CallError(error.code as ErrorCode, error.data as Record<string, unknown>);
        throw new CallError('unreachable');
      }
    },

    watch(onNotice, onConnection) {
      const abort = new AbortController();
      void (async () => {
        while (!abort.signal.aborted) {
          await follow(client, abort.signal, onNotice, onConnection);
          if (!abort.signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_WATCH_MS));
        }
      })();
      return () => abort.abort();
    },
  };
}

async function follow(
  client: AnyClient,
  signal: AbortSignal,
  onNotice: (notice: ChangeNotice) => void,
  onConnection: (connected: boolean) => void,
): Promise<void> {
  try {
    const stream = (await client['live']?.['watch']?.(undefined, { signal })) as AsyncIterable<ChangeNotice>;
    onConnection(true);
    for await (const notice of stream) onNotice(notice);
  } catch {
    onConnection(false);
  }
}
