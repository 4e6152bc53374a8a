import { modify } from '../../storage/sql.ts';

export type CashMovementRow = {
  id: string;
  register_id: string;
  business_day: string;
  at_ms: number;
  kind: 'tendered' | 'change' | 'refund';
  amount_minor: number;
  document_id: string;
  payment_id: string;
  staff_id: string;
  reason: string;
};

export const insertCashMovement = modify<CashMovementRow>(
  `INSERT INTO cash_movement (id, register_id, business_day, at_ms, kind, amount_minor, document_id, payment_id, staff_id,
     reason)
   VALUES (:id, :register_id, :business_day, :at_ms, :kind, :amount_minor, :document_id, :payment_id, :staff_id,
     :reason)`,
);
