import { useEffect } from 'react';
import { closeDialog } from '../till/till-state.ts';

/** What a dialog was about left the cart, or the cart the till, by another till say: it must not stand in the way unseen. */
export function Gone() {
  useEffect(closeDialog, []);
  return null;
}
