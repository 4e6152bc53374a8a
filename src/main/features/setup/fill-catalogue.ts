import { UNITS } from '../../../shared/contract/product.contract.ts';
import type { Result } from '../../../shared/result.ts';
import { currencyExponent } from '../../../shared/values/currency.ts';
import { parseAmount, parseQuantity } from '../../../shared/values/parse-amount.ts';
import type { CommandCtx } from '../../context.ts';
import { writeCategory } from '../product/category.service.ts';
import { writeProduct } from '../product/write-product.ts';
import { type DemoProduct, type DemoShop, readDemoProducts } from './demo-shop.ts';

/** What filling the shelves needs to know. */
export interface DemoFill {
  readonly demo: DemoShop;
  readonly taxIds: ReadonlyMap<string, string>;
  readonly resourcesDir: string;
}

/** A product of a list, and what of it the list says there is. */
export interface Shelved {
  readonly productId: string;
  readonly openingMilli: number;
}

/** @param list  the file, and where its shelves stand among all
 *  @returns the products by SKU, in catalogue order */
export function fillCatalogue(
  ctx: CommandCtx,
  { demo, taxIds, resourcesDir }: DemoFill,
  list: { readonly file: string; readonly firstPosition: number },
): Map<string, Shelved> {
  const categories = new Map<string, string>();
  const decimals = currencyExponent(demo.shop.currency);
  const shelved = new Map<string, Shelved>();
  for (const product of readDemoProducts(resourcesDir, list.file)) {
    const { category } = product;
    if (!categories.has(category)) {
      categories.set(
        category,
        writeCategory(ctx, null, {
          name: category,
          parentId: null,
          position: list.firstPosition + categories.size,
        }),
      );
    }
    const fields = toFields(
      product,
      categories.get(category) as string,
      taxIds.get(product.tax_category) as string,
      decimals,
    );
    const { id } = must(writeProduct(ctx, null, fields));
    const openingMilli = product.stock === '' ? 0 : must(parseQuantity(product.stock, 'en'));
    shelved.set(product.sku, { productId: id, openingMilli });
  }
  return shelved;
}

function toFields(product: DemoProduct, categoryId: string, taxCategoryId: string, decimals: number) {
  const unit = UNITS.find((known) => known === product.unit);
  if (!unit) throw new Error(`the demo product ${product.sku} has the unit ${product.unit}`);
  const price = (text: string) => (text === '' ? null : must(parseAmount(text, { locale: 'en', decimals })));
  return {
    name: product.name,
    sku: product.sku,
    barcodes: [
      ...(product.barcode === '' ? [] : [{ code: product.barcode, kind: 'gtin' as const }]),
      ...(product.in_store_code === '' ? [] : [{ code: product.in_store_code, kind: 'inStore' as const }]),
    ],
    brand: product.brand || null,
    packSize: product.pack_size || null,
    categoryId,
    unit,
    priceMinor: price(product.price),
    costMinor: price(product.cost),
    taxCategoryId,
    description: '',
    negativeStock: 'allow' as const,
    lowStockMilli: null,
  };
}

/** The demo's data is ours: a fault in it is a bug. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`the demo shop's data is wrong: ${JSON.stringify(result.error)}`);
  return result.value;
}
