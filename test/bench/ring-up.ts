import type { CallOutput } from '../../src/shared/contract/index.ts';
import { newId, type TillCalls } from '../faults/till-calls.ts';

export type SaleView = CallOutput<'sale.scanBarcode'>['sale'];

/** A cart with one line a code. */
export async function ringUp(till: Pick<TillCalls, 'call'>, codes: readonly string[]): Promise<SaleView> {
  let view: SaleView | null = null;
  for (const barcode of codes) {
    ({ sale: view } = await till.call('sale.scanBarcode', { commandId: newId(), barcode }));
  }
  if (view === null) throw new Error('nothing to ring up');
  return view;
}

/** Pays exactly, in cash. */
export function payFor(
  till: Pick<TillCalls, 'call'>,
  { id, totalMinor }: SaleView,
): Promise<CallOutput<'sale.complete'>> {
  return till.call('sale.complete', {
    commandId: newId(),
    saleId: id,
    expectedTotalMinor: totalMinor,
    payment: { kind: 'cash', amountMinor: totalMinor },
  });
}
