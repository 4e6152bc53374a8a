import { useState } from 'react';
import type { Correction } from '../../../app/corrected-text.ts';
import { useFormat } from '../../../app/format.ts';
import { query } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { useMay } from '../../session/session.ts';
import type { CustomerSummary, ProductSummary } from './till-state.ts';
import { mayBeCode, readTypedText, type TypedText } from './typed-text.ts';
import { useDebounced } from './use-debounced.ts';

const DEBOUNCE_MS = 120;
const MOST_PRODUCTS = 40;
const MOST_CUSTOMERS = 3;

/** Something the arrow keys can stand on. */
export type Choice =
  | { readonly kind: 'customer'; readonly customer: CustomerSummary }
  | { readonly kind: 'product'; readonly product: ProductSummary };

export interface Search {
  readonly typed: string;
  setTyped(typed: string): void;
  readonly reading: TypedText;
  /** Something is typed. */
  readonly active: boolean;
  /** It has stood for a moment: results stand where the tiles were. A scanner's burst is over before. */
  readonly shown: boolean;
  readonly products: readonly ProductSummary[] | undefined;
  /** Words that were searched for in place of those typed. */
  readonly corrected: readonly Correction[];
  /** Searches for what is typed as it stands. */
  searchExactly(): void;
  readonly customers: readonly CustomerSummary[];
  readonly loading: boolean;
  readonly error: unknown;
  retry(): void;
}

/** What the scan field holds and what it finds, products and customers alike. */
export function useSearch(): Search {
  const { parseQuantity } = useFormat();
  const [typed, setTyped] = useState('');
  const [exactText, setExactText] = useState<string | null>(null);
  const reading = readTypedText(typed, parseQuantity);
  const text = useDebounced(reading.text, DEBOUNCE_MS);
  const active = reading.text !== '';
  const shown = active && text !== '';
  const products = useCall(
    'product.search',
    { text, limit: MOST_PRODUCTS, exactly: text === exactText },
    { enabled: shown, keepPrevious: true },
  );
  const maySeeCustomers = useMay('customers.edit');
  const customers = useCall(
    'customer.search',
    { text, limit: MOST_CUSTOMERS },
    { enabled: maySeeCustomers && active && text.length >= 2, keepPrevious: true },
  );
  return {
    typed,
    setTyped,
    reading,
    active,
    shown,
    products: shown ? products.data?.rows : undefined,
    corrected: shown ? (products.data?.corrected ?? []) : [],
    searchExactly: () => setExactText(reading.text),
    customers: active && text.length >= 2 ? (customers.data?.rows ?? []) : [],
    loading: products.isPending || text !== reading.text,
    error: products.error,
    retry: () => void products.refetch(),
  };
}

/** What Enter on a typed text means, asked afresh: the code it is, the one product it finds, or several to choose from. */
export async function resolveTyped(
  text: string,
): Promise<{ product: ProductSummary } | { code: string } | { found: number }> {
  const { rows: found, corrected } = await query('product.search', { text, limit: MOST_PRODUCTS });
  const same = (value: string | null) => value?.toLowerCase() === text.toLowerCase();
  const exact = found.filter((product) => same(product.sku) || same(product.barcode));
  if (exact.length === 1 && exact[0]) return { product: exact[0] };
  if (mayBeCode(text) && (found.length === 0 || /^\d{8,}$/.test(text))) return { code: text };
  // What was not typed is never rung up unasked.
  if (found.length === 1 && found[0] && corrected.length === 0) return { product: found[0] };
  return { found: found.length };
}
