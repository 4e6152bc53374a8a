import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { maxBarcodeLength } from '../../../shared/values/barcode.ts';
import { MAX_QUANTITY_MILLI, ONE_MILLI } from '../../../shared/values/quantity.ts';
import type { CommandCtx } from '../../context.ts';
import { findSellable, findSellableByBarcode, type Sellable, setFirstPrice } from '../product/sellable.ts';
import {
  type CartLineRow,
  type CartRow,
  insertCartLine,
  listCartDiscounts,
  listCartLines,
  setLineQuantity,
} from './cart.sql.ts';
import { withinLimits } from './cart-limits.ts';
import type { SaleView } from './cart-view.ts';
import { type CartRefusal, findOrOpenCart, refuseWhenPaid } from './find-cart.ts';
import { type Answer, answerLine, type Input } from './sale-answers.ts';
import { checkStock } from './stock-policy.ts';

type LineRefusal = AppError<'sale.amountTooLarge' | 'stock.notEnough'>;

/** Adds what a scanned code names; an unknown code changes nothing and is answered with what was read (R38). */
export function scanBarcode(ctx: CommandCtx, input: Input<'sale.scanBarcode'>): Answer<'sale.scanBarcode'> {
  const product = findSellableByBarcode(ctx.db, input.barcode);
  if (!product) return err(whyNotFound(input.barcode));
  return addSellable(ctx, input, product);
}

/** Adds a chosen product. A price given along becomes the price of a product that has none, if the caller may set it;
 *  one that has got a price meanwhile is sold at that. */
export function addProduct(ctx: CommandCtx, input: Input<'sale.addProduct'>): Answer<'sale.addProduct'> {
  const product = findSellable(ctx.db, input.productId);
  if (!product) return err({ code: 'product.unknown' });
  const first = input.firstPriceMinor;
  if (product.archived || product.priceMinor !== null || first === undefined)
    return addSellable(ctx, input, product);
  const allowed = ctx.require('price.atScan');
  return allowed.ok ? addSellable(ctx, input, setFirstPrice(ctx, product, first)) : allowed;
}

/** After a line was changed: whether the cart's amounts are still sane. The caller's refusal undoes the change. */
export function checkLimits(ctx: CommandCtx, cart: CartRow): Result<null, AppError<'sale.amountTooLarge'>> {
  const lines = ctx.db.all(listCartLines, { cart_id: cart.id });
  return withinLimits(lines) ? ok(null) : err({ code: 'sale.amountTooLarge' });
}

/** As checkLimits, after more of a product came into the cart: whether there is enough of it. Practice needs no goods. */
export function checkMore(ctx: CommandCtx, cart: CartRow, productId: string): Result<null, LineRefusal> {
  const lines = ctx.db.all(listCartLines, { cart_id: cart.id });
  if (!withinLimits(lines)) return err({ code: 'sale.amountTooLarge' });
  return cart.kind === 'training' ? ok(null) : checkStock(lines, productId);
}

/** Pieces are sold whole; everything that is weighed, measured or timed in thousandths (R1). */
export function checkQuantity(
  unit: string,
  quantityMilli: number,
): Result<null, AppError<'sale.quantityRefused'>> {
  const whole = quantityMilli % ONE_MILLI === 0;
  return unit === 'each' && !whole ? err({ code: 'sale.quantityRefused', data: { unit } }) : ok(null);
}

function whyNotFound(
  text: string,
): AppError<'barcode.unknown' | 'barcode.tooLong' | 'barcode.badCharacters'> {
  const barcode = text.trim();
  if (barcode.length > maxBarcodeLength)
    return { code: 'barcode.tooLong', data: { length: barcode.length, maxLength: maxBarcodeLength } };
  if (barcode === '' || /\p{C}/u.test(barcode)) return { code: 'barcode.badCharacters' };
  return { code: 'barcode.unknown', data: { barcode } };
}

/** What adding by either way may be refused for; finding the product has refusals of its own. */
type AddRefusal =
  | CartRefusal
  | LineRefusal
  | AppError<'sale.paymentsTaken' | 'sale.quantityRefused' | 'product.archived' | 'product.priceNeeded'>;
type Added = Result<{ sale: SaleView; lineId: string }, AddRefusal>;

function addSellable(
  ctx: CommandCtx,
  input: { readonly saleId: string | null; readonly quantityMilli?: number | undefined },
  product: Sellable,
): Added {
  const { id: productId, name, priceMinor } = product;
  const quantityMilli = input.quantityMilli ?? ONE_MILLI;
  if (product.archived) return err({ code: 'product.archived', data: { productId, name } });
  if (priceMinor === null) return err({ code: 'product.priceNeeded', data: { productId, name } });
  const whole = checkQuantity(product.unit, quantityMilli);
  if (!whole.ok) return whole;
  const cart = findOrOpenCart(ctx, input.saleId);
  if (!cart.ok) return cart;
  const free = refuseWhenPaid(ctx, cart.value);
  if (!free.ok) return free;
  const line = putIn(ctx, cart.value, { ...product, priceMinor }, quantityMilli);
  if (!line.ok) return line;
  const within = checkMore(ctx, cart.value, productId);
  return within.ok ? answerLine(ctx, cart.value.id, line.value) : within;
}

type Priced = Sellable & { readonly priceMinor: number };

/** One more of a line that is the same in every way, else a line of its own. @returns the line's id. */
function putIn(
  ctx: CommandCtx,
  cart: CartRow,
  product: Priced,
  quantityMilli: number,
): Result<string, LineRefusal> {
  const same = findSameLine(ctx, cart, product);
  if (!same) return ok(addLine(ctx, cart, product, quantityMilli));
  const total = same.quantity_milli + quantityMilli;
  if (total > MAX_QUANTITY_MILLI) return err({ code: 'sale.amountTooLarge' });
  ctx.db.runOne(setLineQuantity, { id: same.id, quantity_milli: total });
  return ok(same.id);
}

/** A price that changed since, an override, a discount or a note makes a line one of its own (R35). */
function findSameLine(ctx: CommandCtx, cart: CartRow, product: Priced): CartLineRow | undefined {
  const key = { cart_id: cart.id };
  const discounts = ctx.db.all(listCartDiscounts, key);
  return ctx.db
    .all(listCartLines, key)
    .find(
      (line) =>
        line.product_id === product.id &&
        line.unit_price_minor === product.priceMinor &&
        line.shelf_price_minor === product.priceMinor &&
        line.tax_category_id === product.taxCategoryId &&
        line.unit === product.unit &&
        line.note === '' &&
        !discounts.some((discount) => discount.line_id === line.id),
    );
}

function addLine(ctx: CommandCtx, cart: CartRow, product: Priced, quantityMilli: number): string {
  const id = ctx.newId();
  ctx.db.runOne(insertCartLine, {
    id,
    cart_id: cart.id,
    product_id: product.id,
    name: product.name,
    sku: product.sku,
    barcode: product.barcode,
    unit: product.unit,
    price_minor: product.priceMinor,
    quantity_milli: quantityMilli,
    tax_category_id: product.taxCategoryId,
    cost_minor: product.costMinor,
  });
  return id;
}
