import { UNITS } from '../../../shared/contract/product.contract.ts';
import type { Result } from '../../../shared/result.ts';
import { currencyExponent } from '../../../shared/values/currency.ts';
import { parseAmount, parseQuantity } from '../../../shared/values/parse-amount.ts';
import type { CommandCtx } from '../../context.ts';
import { customerHandlers } from '../customer/customer.service.ts';
import { writeCategory } from '../product/category.service.ts';
import { setQuickKeys } from '../product/quick-keys.ts';
import { writeProduct } from '../product/write-product.ts';
import { hashKnownPassword } from '../session/password-rules.ts';
import { slowHash } from '../session/slow-hash.ts';
import { addStaff, type PreparedSecrets } from '../staff/add-staff.ts';
import { moveStock } from '../stock/move-stock.ts';
import { type DemoProduct, type DemoShop, readDemoProducts } from './demo-shop.ts';
import { writeShop } from './write-shop.ts';

/** The tiles a cashier sees first: two rows of eight. */
const QUICK_KEYS = 16;

/** In the order of the demo's staff. */
export type DemoSecrets = readonly PreparedSecrets[];

/** The demo's passwords are printed on its sign-in screen, so none is judged. */
export function hashDemoSecrets(dataDir: string, demo: DemoShop): Promise<DemoSecrets> {
  return Promise.all(
    demo.staff.map(async ({ password, pin }) => {
      const [passwordHash, pinHash] = await Promise.all([
        hashKnownPassword(password),
        slowHash(dataDir, pin),
      ]);
      return { passwordHash, pin: pinHash };
    }),
  );
}

/** Writes the whole demo shop: facts, people, catalogue with opening stock, quick keys, customers. */
export function fillDemo(ctx: CommandCtx, resourcesDir: string, demo: DemoShop, secrets: DemoSecrets) {
  const [owner, ...others] = demo.staff;
  const [ownerSecrets, ...otherSecrets] = secrets;
  if (!owner || !ownerSecrets) throw new Error('the demo shop has no owner');

  const { shop, register, taxCategories } = demo;
  const written = writeShop(
    ctx,
    { shop, taxCategories: [...taxCategories], register, owner },
    ownerSecrets,
    null,
    true,
  );
  for (const [index, person] of others.entries())
    addStaff(ctx, person, otherSecrets[index] as PreparedSecrets);
  const taxIds = new Map(
    taxCategories.map(({ key }, index) => [key, written.taxCategoryIds[index] as string]),
  );
  const productIds = fillCatalogue(ctx, resourcesDir, demo, taxIds);
  must(setQuickKeys(ctx, { commandId: ctx.commandId, productIds: chooseQuickKeys(demo, productIds) }));
  fillCustomers(ctx, demo);
  return written;
}

/** @returns the products' ids by SKU, in catalogue order */
function fillCatalogue(
  ctx: CommandCtx,
  resourcesDir: string,
  demo: DemoShop,
  taxIds: Map<string, string>,
): Map<string, string> {
  const categories = new Map<string, string>();
  const decimals = currencyExponent(demo.shop.currency);
  const productIds = new Map<string, string>();
  for (const product of readDemoProducts(resourcesDir, demo.catalogue.file)) {
    const { category } = product;
    if (!categories.has(category)) {
      categories.set(
        category,
        writeCategory(ctx, null, { name: category, parentId: null, position: categories.size }),
      );
    }
    const fields = toFields(
      product,
      categories.get(category) as string,
      taxIds.get(product.tax_category) as string,
      decimals,
    );
    const { id } = must(writeProduct(ctx, null, fields));
    productIds.set(product.sku, id);
    if (product.stock !== '') {
      const quantityMilli = must(parseQuantity(product.stock, 'en'));
      moveStock(ctx, { productId: id, kind: 'opening', quantityMilli, reason: 'opening' });
    }
  }
  return productIds;
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

/** The chosen ones first, then grocery spread over the catalogue until the tiles are full. */
function chooseQuickKeys(demo: DemoShop, productIds: ReadonlyMap<string, string>): string[] {
  const chosen = demo.quickKeySkus.flatMap((sku) => productIds.get(sku) ?? []);
  const rest = [...productIds.values()].filter((id) => !chosen.includes(id));
  const missing = Math.max(0, QUICK_KEYS - chosen.length);
  const step = Math.floor(rest.length / (missing + 1));
  return [...chosen, ...Array.from({ length: missing }, (_, index) => rest[(index + 1) * step] as string)];
}

function fillCustomers(ctx: CommandCtx, demo: DemoShop): void {
  const { create } = customerHandlers;
  if (typeof create !== 'function') throw new Error('customers are added in one step');
  for (const { name, phone, email, note } of demo.customers) {
    must(create(ctx, { commandId: ctx.commandId, name, phone, email, note: note ?? '' }));
  }
}

/** The demo's data is ours: a fault in it is a bug. */
function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`the demo shop's data is wrong: ${JSON.stringify(result.error)}`);
  return result.value;
}
