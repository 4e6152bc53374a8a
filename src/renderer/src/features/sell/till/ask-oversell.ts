import { CallError } from '../../../client/call-error.ts';
import { openDialog } from './till-state.ts';

/** Where stock is the obstacle, asks whether to sell below zero all the same.
 *  @param again  the act that was refused; done once more when somebody who may allows it
 *  @returns whether that was the obstacle */
export function askOversell(error: unknown, again: () => unknown): boolean {
  if (!(error instanceof CallError) || error.code !== 'stock.notEnough') return false;
  const { productId, name, onHandMilli } = error.data;
  openDialog({
    kind: 'short',
    productId: String(productId),
    name: String(name),
    onHandMilli: Number(onHandMilli),
    again,
  });
  return true;
}
