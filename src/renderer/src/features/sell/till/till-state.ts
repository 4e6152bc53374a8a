import { create } from 'zustand';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import type { CommandInput } from '../../../client/client.ts';

export type SaleView = NonNullable<CallOutput<'sale.getOpen'>['sale']>;
export type SaleLine = SaleView['lines'][number];
export type CompletedSale = CallOutput<'sale.complete'>;
export type ProductSummary = CallOutput<'product.search'>['rows'][number];
export type CustomerSummary = CallOutput<'customer.search'>['rows'][number];

/** A tender as it stands in the payment sheet, not yet taken. */
export interface BegunTender {
  readonly kind: CommandInput<'sale.addPayment'>['kind'];
  /** The amount as typed; '' for all that is due. */
  readonly text: string;
  readonly reference: string;
  readonly label: string;
}

/** Which dialog is open over the till, and what it is about. */
export type TillDialog =
  /** `begun`: what was about to be tendered when a question came between. */
  | { readonly kind: 'payment'; readonly begun?: BegunTender }
  | { readonly kind: 'hold' }
  | { readonly kind: 'carts' }
  | { readonly kind: 'customer'; readonly text: string }
  | { readonly kind: 'discount' }
  | { readonly kind: 'void' }
  | { readonly kind: 'drawer' }
  | { readonly kind: 'receipt'; readonly documentId: string }
  | { readonly kind: 'line' | 'quantity' | 'price' | 'lineDiscount' | 'note'; readonly lineId: string }
  /** `label`: the whole scale label whose item number nobody has; scanned again once somebody has it. */
  | { readonly kind: 'unknownBarcode'; readonly barcode: string; readonly label?: string }
  | {
      readonly kind: 'expired';
      readonly barcode: string;
      readonly name: string;
      readonly expiresOn: string;
      readonly quantityMilli: number | undefined;
    }
  /** `again`: the act that stock stood in the way of. */
  | {
      readonly kind: 'short';
      readonly productId: string;
      readonly name: string;
      readonly onHandMilli: number;
      readonly again: () => unknown;
    }
  | {
      readonly kind: 'priceNeeded';
      readonly productId: string;
      readonly name: string;
      readonly quantityMilli: number | undefined;
    };

interface TillState {
  readonly dialog: TillDialog | null;
  /** The line that arrow keys and line commands are about. */
  readonly selectedLineId: string | null;
  /** The last sale closed here since the program started, for its receipt. */
  readonly lastDocumentId: string | null;
  /** The sale just closed, while its change is on screen. */
  readonly done: CompletedSale | null;
  /** Narrow screens: the cart lies over the tiles. */
  readonly cartOpen: boolean;
}

export const useTill = create<TillState>(() => ({
  dialog: null,
  selectedLineId: null,
  lastDocumentId: null,
  done: null,
  cartOpen: false,
}));

export const openDialog = (dialog: TillDialog) => useTill.setState({ dialog });
/** Closes whatever is open; after a sale this is what starts the next one. */
export const closeDialog = () => useTill.setState({ dialog: null, done: null });
export const showDone = (done: CompletedSale) =>
  useTill.setState({ done, lastDocumentId: done.documentId, selectedLineId: null, cartOpen: false });
export const selectLine = (selectedLineId: string | null) => useTill.setState({ selectedLineId });
export const setCartOpen = (cartOpen: boolean) => useTill.setState({ cartOpen });

/** The selected line, or the last one, which was most likely meant. */
export function currentLine(sale: SaleView | null, selectedLineId: string | null): SaleLine | null {
  return sale?.lines.find((line) => line.id === selectedLineId) ?? sale?.lines.at(-1) ?? null;
}
