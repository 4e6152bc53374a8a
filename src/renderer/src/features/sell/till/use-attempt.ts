import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { CallError } from '../../../client/call-error.ts';
import { notify } from '../../../ui/index.ts';
import { playSound } from '../scanner/sounds.ts';
import { askOversell } from './ask-oversell.ts';
import { inOrder } from './in-order.ts';
import { useCartCache } from './till-cart.ts';

export type Attempt = <T>(act: () => Promise<T | null>, again?: () => unknown) => Promise<T | null>;

/** After these the screen shows an old cart: ask again before anything else. */
const STALE = new Set([
  'sale.unknown',
  'sale.closed',
  'sale.otherDevice',
  'sale.lineUnknown',
  'version.conflict',
]);

/** Runs an act in its turn and tells a refusal to the person: sound, text, and the cart asked for again where it was old.
 *  Answers null when it was refused or nobody approved. `again` does the whole act once more, where stock stood in its
 *  way and somebody who may lets it go below zero. */
export function useAttempt(): Attempt {
  const { t } = useTranslation();
  const cart = useCartCache();
  return useMemo(
    () => (act, again) =>
      inOrder(async () => {
        try {
          return await act();
        } catch (error) {
          playSound('refused');
          if (again && askOversell(error, again)) return null;
          notify({ message: errorMessage(t, error), tone: 'danger' });
          if (error instanceof CallError && STALE.has(error.code)) cart.refresh();
          return null;
        }
      }),
    [t, cart],
  );
}
