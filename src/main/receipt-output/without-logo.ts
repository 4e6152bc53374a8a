import type { ReceiptModel } from '../../domain/receipt/receipt-model.ts';

export function withoutLogo(model: ReceiptModel): ReceiptModel {
  const { logoPngBase64: _left, ...shop } = model.shop;
  return { ...model, shop };
}
