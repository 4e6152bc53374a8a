import { offerCustomers } from '../features/customers/customer-palette.ts';
import { offerProducts } from '../features/products/product-palette.ts';

/** What the command palette finds besides screens and actions; each opens beside its list.
 *  @returns what takes all of it away. */
export function offerFinds(
  open: (path: string, id: string) => void,
  openExactly: (text: string) => void,
): () => void {
  const stops = [offerProducts(open, openExactly), offerCustomers(open)];
  return () => {
    for (const stop of stops) stop();
  };
}
