import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { MAX_QUANTITY_MILLI } from '../../../shared/values/quantity.ts';
import type { CommandCtx } from '../../context.ts';
import { traceColumns } from '../../journal/line-trace.ts';
import { findSellable, type Sellable, setFirstPrice } from '../product/sellable.ts';
import {
  type CartLineRow,
  type CartRow,
  insertCartLine,
  listCartDiscounts,
  listLinesOfProduct,
  setLineQuantity,
} from './cart.sql.ts';
import type { SaleView } from './cart-view.ts';
import { type CartRefusal, findOrOpenCart, refuseWhenPaid } from './find-cart.ts';
import { type LineAmounts, lineAmounts } from './line-amounts.ts';
import type { Goods, ScannedItem } from './read-goods.ts';
import { type Answer, answerMore, type Input, type MoreRefusal } from './sale-answers.ts';

/** Adds a chosen product. A price given along becomes the price of a product that has none, if the caller may set it;
 *  one that has got a price meanwhile is sold at that. */
export function addProduct(ctx: CommandCtx, input: Input<'sale.addProduct'>): Answer<'sale.addProduct'> {
  const product = findSellable(ctx.db, input.productId);
  if (!product) return err({ code: 'product.unknown' });
  const first = input.firstPriceMinor;
  if (product.archived || product.priceMinor !== null || first === undefined)
    return addGoods(ctx, input, { product, item: null });
  const allowed = ctx.require('price.atScan');
  return allowed.ok
    ? addGoods(ctx, input, { product: setFirstPrice(ctx, product, first), item: null })
    : allowed;
}

/** What adding by either way may be refused for; finding the product has refusals of its own. */
type AddRefusal =
  | CartRefusal
  | MoreRefusal
  | AppError<
      | 'sale.paymentsTaken'
      | 'sale.quantityRefused'
      | 'product.archived'
      | 'product.priceNeeded'
      | 'barcode.labelFaulty'
    >;
type Added = Result<{ sale: SaleView; lineId: string }, AddRefusal>;

/** Adds goods that were found, with what their code says of the very item. */
export function addGoods(
  ctx: CommandCtx,
  input: { readonly saleId: string | null; readonly quantityMilli?: number | undefined },
  { product, item }: Goods,
): Added {
  if (product.archived)
    return err({ code: 'product.archived', data: { productId: product.id, name: product.name } });
  const amounts = lineAmounts(product, item, input.quantityMilli);
  if (!amounts.ok) return amounts;
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  if (!free.ok) return free;
  const line = putIn(ctx, cart.value, { product, item, amounts: amounts.value });
  if (!line.ok) return line;
  return answerMore(ctx, cart.value.id, { id: line.value, productId: product.id });
}

interface NewLine {
  readonly product: Sellable;
  readonly item: ScannedItem | null;
  readonly amounts: LineAmounts;
}

/** One more of a line that is the same in every way, else a line of its own. @returns the line's id. */
function putIn(
  ctx: CommandCtx,
  cart: CartRow,
  added: NewLine,
): Result<string, AppError<'sale.amountTooLarge'>> {
  const same = findSameLine(ctx, cart, added);
  if (!same) return ok(addLine(ctx, cart, added));
  const total = same.quantity_milli + added.amounts.quantityMilli;
  if (total > MAX_QUANTITY_MILLI) return err({ code: 'sale.amountTooLarge' });
  ctx.db.runOne(setLineQuantity, { id: same.id, quantity_milli: total });
  return ok(same.id);
}

/** A price that changed since, an override, a discount, a note or another batch makes a line one of its own (R35), and
 *  what was weighed and labelled by itself stays by itself. */
function findSameLine(
  ctx: CommandCtx,
  cart: CartRow,
  { product, item, amounts }: NewLine,
): CartLineRow | undefined {
  if (item && (item.quantityMilli !== null || item.priceMinor !== null)) return undefined;
  const trace = Object.entries(traceColumns(item?.trace ?? undefined));
  const alike = ctx.db
    .all(listLinesOfProduct, { cart_id: cart.id, product_id: product.id })
    .filter(
      (line) =>
        line.unit_price_minor === amounts.unitPriceMinor &&
        line.shelf_price_minor === amounts.shelfPriceMinor &&
        line.tax_category_id === product.taxCategoryId &&
        line.unit === product.unit &&
        line.note === '' &&
        trace.every(([column, value]) => line[column as keyof CartLineRow] === value),
    );
  if (alike.length === 0) return undefined;
  const discounts = ctx.db.all(listCartDiscounts, { cart_id: cart.id });
  return alike.find((line) => !discounts.some((discount) => discount.line_id === line.id));
}

function addLine(ctx: CommandCtx, cart: CartRow, { product, item, amounts }: NewLine): string {
  const id = ctx.newId();
  const overrides = amounts.unitPriceMinor !== amounts.shelfPriceMinor;
  ctx.db.runOne(insertCartLine, {
    id,
    cart_id: cart.id,
    product_id: product.id,
    name: product.name,
    sku: product.sku,
    barcode: product.barcode,
    unit: product.unit,
    unit_price_minor: amounts.unitPriceMinor,
    shelf_price_minor: amounts.shelfPriceMinor,
    quantity_milli: amounts.quantityMilli,
    tax_category_id: product.taxCategoryId,
    cost_minor: product.costMinor,
    price_reason: overrides ? (item?.priceReason ?? '') : null,
    label_doubtful: item?.doubtful ? 1 : 0,
    ...traceColumns(item?.trace ?? undefined),
  });
  return id;
}
