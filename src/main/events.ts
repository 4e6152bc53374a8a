/** What other programs (a hub, later) may learn of this shop. No PIN, password, token or card field exists here. */
export type DomainEvent =
  | {
      readonly kind: 'document.closed';
      readonly documentId: string;
      readonly documentKind: string;
      readonly fiscalNumber: string;
      readonly totalMinor: number;
      readonly journalHash: string;
    }
  | {
      readonly kind: 'stock.moved';
      readonly productId: string;
      readonly quantityMilli: number;
      readonly movementId: string;
    }
  | { readonly kind: 'product.saved'; readonly productId: string; readonly version: number }
  | { readonly kind: 'category.saved'; readonly categoryId: string; readonly version: number }
  | { readonly kind: 'taxCategory.saved'; readonly taxCategoryId: string; readonly version: number }
  | { readonly kind: 'customer.saved'; readonly customerId: string; readonly version: number }
  | { readonly kind: 'staff.saved'; readonly staffId: string; readonly version: number }
  | { readonly kind: 'register.saved'; readonly registerId: string; readonly version: number }
  | { readonly kind: 'shop.saved'; readonly version: number };
