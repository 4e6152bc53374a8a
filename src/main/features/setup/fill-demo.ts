import type { CommandCtx } from '../../context.ts';
import { customerHandlers } from '../customer/customer.service.ts';
import { setQuickKeys } from '../product/quick-keys.ts';
import { hashKnownPassword } from '../session/password-rules.ts';
import { slowHash } from '../session/slow-hash.ts';
import { addStaff, type PreparedSecrets } from '../staff/add-staff.ts';
import { moveStock } from '../stock/move-stock.ts';
import type { DemoShop } from './demo-shop.ts';
import { fillCatalogue, must, type Shelved } from './fill-catalogue.ts';
import { fillHistory } from './fill-history.ts';
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

/** Writes the whole demo shop: facts, people, the grocery aisle with its stock, the gift shelves with their year, quick keys,
 *  customers. */
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
  const fill = { demo, taxIds, resourcesDir };
  const groceries = fillCatalogue(ctx, fill, { file: demo.catalogue.file, firstPosition: 0 });
  for (const { productId, openingMilli } of groceries.values())
    moveStock(ctx, { productId, kind: 'opening', quantityMilli: openingMilli, reason: 'opening' });
  const gifts = ctx.services.demoHistory ? fillHistory(ctx, fill) : new Map<string, Shelved>();
  must(setQuickKeys(ctx, { commandId: ctx.commandId, productIds: chooseQuickKeys(demo, groceries, gifts) }));
  fillCustomers(ctx, demo);
  return written;
}

/** The chosen ones first, then grocery spread over the catalogue until the tiles are full. */
function chooseQuickKeys(
  demo: DemoShop,
  groceries: ReadonlyMap<string, Shelved>,
  gifts: ReadonlyMap<string, Shelved>,
): string[] {
  const chosen = demo.quickKeySkus.flatMap((sku) => (groceries.get(sku) ?? gifts.get(sku))?.productId ?? []);
  const rest = [...groceries.values()].map(({ productId }) => productId).filter((id) => !chosen.includes(id));
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
