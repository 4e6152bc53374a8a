import { PaymentSheet } from '../payment/payment-sheet.tsx';
import { closeDialog, type SaleLine, type SaleView, type TillDialog, useTill } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import { AgeDialog } from './age-dialog.tsx';
import { CartsDialog } from './carts-dialog.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { ExpiredDialog } from './expired-dialog.tsx';
import { Gone } from './gone.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { PriceNeededDialog } from './price-needed-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { ShortDialog } from './short-dialog.tsx';
import { UnknownBarcodeDialog } from './unknown-barcode-dialog.tsx';

export interface TillDialogsProps {
  sale: SaleView | null;
  add: ReturnType<typeof useAdd>;
}

/** The dialog that is open over the till, if any: one at a time. */
export function TillDialogs({ sale, add }: TillDialogsProps) {
  const dialog = useTill((state) => state.dialog);
  const cart = useCartActions();
  // A question of law goes before every other dialog.
  if (sale?.ageCheck && dialog?.kind !== 'carts') return <AgeDialog check={sale.ageCheck} />;
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'payment':
      return <PaymentSheet sale={sale} begun={dialog.begun} onClose={closeDialog} />;
    case 'hold':
      return <HoldDialog sale={sale} />;
    case 'carts':
      return <CartsDialog />;
    case 'customer':
      return <CustomerDialog text={dialog.text} />;
    case 'discount':
      return sale ? (
        <DiscountDialog current={sale.discounts[0] ?? null} onSet={cart.setDiscount} />
      ) : (
        <Gone />
      );
    case 'void':
      return <ReasonDialog about="void" onReason={cart.voidSale} />;
    case 'drawer':
      return <ReasonDialog about="drawer" onReason={cart.openDrawer} />;
    case 'receipt':
      return <ReceiptDialog documentId={dialog.documentId} />;
    case 'unknownBarcode':
      return <UnknownBarcodeDialog barcode={dialog.barcode} label={dialog.label} add={add} />;
    case 'expired':
      return <ExpiredDialog wanted={dialog} add={add} />;
    case 'short':
      return <ShortDialog wanted={dialog} />;
    case 'priceNeeded':
      return <PriceNeededDialog wanted={dialog} add={add} />;
    default: {
      const line = sale?.lines.find(({ id }) => id === dialog.lineId);
      return line ? <LineDialogs kind={dialog.kind} line={line} /> : <Gone />;
    }
  }
}

type LineDialogKind = Extract<TillDialog, { lineId: string }>['kind'];

function LineDialogs({ kind, line }: { kind: LineDialogKind; line: SaleLine }) {
  switch (kind) {
    case 'line':
      return <LineDialog line={line} />;
    case 'quantity':
      return <QuantityDialog line={line} />;
    case 'price':
      return <PriceDialog line={line} />;
    case 'lineDiscount':
      return <DiscountDialog line={line} current={line.discounts[0] ?? null} />;
    case 'note':
      return <NoteDialog line={line} />;
  }
}
