import type { ClosedDocument } from './closed-document.ts';

export interface CashMove {
  readonly kind: 'tendered' | 'change' | 'refund';
  /** Always positive: the kind says which way the money went (R11). */
  readonly amountMinor: number;
  readonly paymentId: string;
}

/** The cash that a document moves through the drawer; practice moves none. */
export function cashMovesOf({
  kind,
  payments,
}: Pick<ClosedDocument, 'kind' | 'payments'>): readonly CashMove[] {
  if (kind === 'training') return [];
  return payments
    .filter((payment) => payment.kind === 'cash')
    .flatMap(({ id: paymentId, tenderedMinor, changeMinor }): CashMove[] => [
      ...(tenderedMinor > 0 ? [{ kind: 'tendered' as const, amountMinor: tenderedMinor, paymentId }] : []),
      ...(changeMinor > 0 ? [{ kind: 'change' as const, amountMinor: changeMinor, paymentId }] : []),
      ...(tenderedMinor < 0 ? [{ kind: 'refund' as const, amountMinor: -tenderedMinor, paymentId }] : []),
    ]);
}
