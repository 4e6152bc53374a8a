import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { callKey, useCall } from '../../../client/hooks.ts';
import type { SaleView } from './till-state.ts';

const OPEN_CART = callKey('sale.getOpen', {});

/** This till's cart as the engine answered last, in the query cache: one copy for every part of the screen. */
export interface CartCache {
  /** Null: nothing has been rung up yet. */
  read(): SaleView | null;
  /** Shows a fresh answer at once; carts that are no longer open here leave the screen. */
  show(sale: SaleView | null): void;
  /** Asks the engine again. */
  refresh(): void;
}

export function cartCacheOf(client: QueryClient): CartCache {
  return {
    read: () => client.getQueryData<CallOutput<'sale.getOpen'>>(OPEN_CART)?.sale ?? null,
    show: (sale) => {
      // An older answer still under way must not overwrite this one.
      void client.cancelQueries({ queryKey: OPEN_CART });
      client.setQueryData<CallOutput<'sale.getOpen'>>(OPEN_CART, (before) => ({
        heldCount: before?.heldCount ?? 0,
        sale: sale?.state === 'open' ? sale : null,
      }));
    },
    refresh: () =>
      void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('sale.') }),
  };
}

export function useCartCache(): CartCache {
  const client = useQueryClient();
  return useMemo(() => cartCacheOf(client), [client]);
}

export const useOpenCart = () => useCall('sale.getOpen', {});
