import {
  keepPreviousData,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallOutput, ChangeNotice } from '../../../shared/contract/index.ts';
import type { CallError } from './call-error.ts';
import {
  type CommandInput,
  type CommandName,
  command,
  type QueryName,
  query,
  watchChanges,
} from './client.ts';

/** Which calls' answers a change of each kind makes old, by the beginning of their names. */
const MADE_OLD_BY: Readonly<Record<ChangeNotice['topic'], readonly string[]>> = {
  sale: ['sale.'],
  order: ['order.', 'report.', 'customer.', 'sale.listCarts', 'journal.heads'],
  product: ['product.', 'category.', 'sale.'],
  stock: ['product.', 'stock.'],
  customer: ['customer.', 'sale.'],
  staff: ['staff.', 'session.'],
  shop: ['shop.', 'tax.', 'label.', 'register.', 'device.', 'session.', 'printer.', 'sale.'],
  import: ['import.'],
  printer: ['printer.'],
  backup: ['backup.'],
  journal: ['journal.heads'],
  session: ['session.'],
};

export const callKey = <N extends QueryName>(name: N, input: CallInput<N>) => [name, input] as const;

interface CallOptions {
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next one loads (filters, paging). */
  readonly keepPrevious?: boolean;
}

/** An answer of the engine, kept fresh by the change stream. */
export function useCall<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<N>, CallError> {
  const answer = useQuery<unknown, CallError>({
    queryKey: callKey(name, input),
    queryFn: () => query(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return answer as UseQueryResult<CallOutput<N>, CallError>;
}

/** A command bound to a screen: pending state and error included; the change stream refreshes what it touched. */
export function useCommand<N extends CommandName>(name: N) {
  return useMutation<CallOutput<N>, CallError, CommandInput<N>>({
    mutationFn: (input) => command(name, input),
  });
}

/** Mounted once while someone is signed in: turns change notices into refreshed answers. */
export function useChangeStream(enabled: boolean, onConnection: (connected: boolean) => void): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const refresh = (starts: readonly string[]) =>
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => starts.some((start) => String(queryKey[0]).startsWith(start)),
      });
    return watchChanges(
      ({ topic }) => refresh(MADE_OLD_BY[topic]),
      (connected) => {
        // Nobody told this page what changed before it listened.
        if (connected) refresh(Object.values(MADE_OLD_BY).flat());
        onConnection(connected);
      },
    );
  }, [enabled, cache, onConnection]);
}
