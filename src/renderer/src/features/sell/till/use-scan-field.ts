import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { announce, notify } from '../../../ui/index.ts';
import { choicesOf } from '../components/search-results.tsx';
import { playSound } from '../scanner/sounds.ts';
import { useCartCache } from './till-cart.ts';
import {
  type CustomerSummary,
  currentLine,
  openDialog,
  type ProductSummary,
  selectLine,
  useTill,
} from './till-state.ts';
import type { useAdd } from './use-add.ts';
import { useCartActions } from './use-cart-actions.ts';
import { useLineActions } from './use-line-actions.ts';
import { resolveTyped, useSearch } from './use-search.ts';

/** What happens in the scan field: choosing among results, adding what Enter means, standing on lines of the cart. */
export function useScanField(add: ReturnType<typeof useAdd>, field: RefObject<HTMLInputElement | null>) {
  const { t } = useTranslation('sell');
  const search = useSearch();
  const cart = useCartCache();
  const cartActions = useCartActions();
  const lineActions = useLineActions();
  const [chosenIndex, setChosenIndex] = useState(-1);
  const choices = search.active ? choicesOf(search) : [];
  const line = () => currentLine(cart.read(), useTill.getState().selectedLineId);

  const setTyped = (typed: string) => {
    setChosenIndex(-1);
    search.setTyped(typed);
  };
  const chooseNow = useRef((_product: ProductSummary) => {});
  chooseNow.current = (product) => {
    setTyped('');
    field.current?.focus();
    void add.addProduct(product.id, search.reading.quantityMilli);
  };
  // Always the same function: the tiles it is given to need not be drawn anew for every key.
  const chooseProduct = useCallback((product: ProductSummary) => chooseNow.current(product), []);
  const chooseCustomer = (customer: CustomerSummary) => {
    setTyped('');
    field.current?.focus();
    void cartActions.setCustomer(customer.id);
  };

  const submitText = async (typed: string, text: string, quantityMilli: number | undefined) => {
    setTyped('');
    try {
      const meant = await resolveTyped(text);
      if ('product' in meant) return void add.addProduct(meant.product.id, quantityMilli);
      if ('code' in meant) return void add.scan(meant.code, quantityMilli);
      // Several or none: what was typed stays to be chosen from or corrected, unless something else was typed since.
      if (field.current?.value === '') search.setTyped(typed);
      setChosenIndex(meant.found > 0 ? search.customers.length : -1);
      announce(t('announce.found', { count: meant.found }));
      if (meant.found === 0) playSound('refused');
    } catch (error) {
      search.setTyped(typed);
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };

  const onEnter = () => {
    const { text, quantityMilli } = search.reading;
    const chosen = choices[chosenIndex];
    if (chosen?.kind === 'product') return chooseProduct(chosen.product);
    if (chosen?.kind === 'customer') return chooseCustomer(chosen.customer);
    if (text !== '') return void submitText(search.typed, text, quantityMilli);
    const selected = line();
    if (selected && quantityMilli !== undefined) {
      setTyped('');
      void lineActions.setQuantity(selected.id, quantityMilli);
    } else if (selected && useTill.getState().selectedLineId)
      openDialog({ kind: 'line', lineId: selected.id });
  };

  const onMove = (direction: 1 | -1, by: 'row' | 'one'): boolean => {
    if (search.active) {
      if (choices.length === 0 || (by === 'one' && chosenIndex < 0)) return false;
      setChosenIndex(nextIndex(chosenIndex, direction, by, choices.length, search.customers.length));
      return true;
    }
    return by === 'row' && search.typed === '' && moveLine(direction);
  };
  const moveLine = (direction: 1 | -1): boolean => {
    const lines = cart.read()?.lines ?? [];
    if (lines.length === 0) return false;
    const at = lines.findIndex(({ id }) => id === useTill.getState().selectedLineId);
    const next = at < 0 ? lines.length - 1 : Math.min(lines.length - 1, Math.max(0, at + direction));
    selectLine(lines[next]?.id ?? null);
    return true;
  };

  const onLine = (act: 'more' | 'less' | 'remove') => {
    const selected = line();
    if (!selected) return;
    if (act === 'remove') void lineActions.remove(selected.id);
    else void lineActions.step(selected.id, act === 'more' ? 1 : -1);
  };

  return { search, chosenIndex, setTyped, chooseProduct, chooseCustomer, onEnter, onMove, onLine };
}

/** Where the arrow keys go next: rows are as wide as the grid shows them; the first press down lands on a product. */
function nextIndex(
  at: number,
  direction: 1 | -1,
  by: 'row' | 'one',
  count: number,
  customerCount: number,
): number {
  if (at < 0) return direction === 1 && customerCount < count ? customerCount : 0;
  const columns = by === 'one' || at < customerCount ? 1 : columnCount();
  const next = at + direction * columns;
  if (next < customerCount && at >= customerCount && by === 'row') return Math.max(0, customerCount - 1);
  return Math.min(count - 1, Math.max(0, next));
}

function columnCount(): number {
  const grid = document.querySelector('[data-choices]');
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
}
