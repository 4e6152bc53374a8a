import { join } from 'node:path';
import type { CommandCtx } from '../../context.ts';
import { type HistoryFile, readHistoryFile } from '../history/history-file.ts';
import { importHistory } from '../history/import-history.ts';
import { momentsFrom, shiftedFirstDay } from '../history/trading-days.ts';
import { productHandlers } from '../product/product.service.ts';
import { writeProduct } from '../product/write-product.ts';
import { dayOf, readShopFacts } from '../sale/shop-facts.ts';
import { type DemoFill, fillCatalogue, must, type Shelved } from './fill-catalogue.ts';

/** They stand after those of the grocery aisle. */
const GIFT_SHELVES = 100;

/** The gift shelves and the year they sold in, as if it had ended a few days ago.
 *  @returns the gifts by SKU */
export function fillHistory(ctx: CommandCtx, fill: DemoFill): Map<string, Shelved> {
  const { history } = fill.demo;
  const file = readHistoryFile(join(fill.resourcesDir, 'demo', history.file));
  const shop = readShopFacts(ctx.db);
  const firstDay = shiftedFirstDay(file.firstDay, file.days, dayOf(shop, ctx.nowMs).businessDay);
  const momentOf = momentsFrom(firstDay, shop.timeZone);
  const gifts = fillCatalogue(ctx, fill, { file: history.catalogueFile, firstPosition: GIFT_SHELVES });
  const chargeIds = fillCharges(ctx, fill, file.charges);
  const { name, prefix, username } = history;
  const items = file.items.map((sku) => gifts.get(sku) as Shelved);
  const productIds = [...items.map(({ productId }) => productId), ...chargeIds];
  const openingsMilli = items.map(({ openingMilli }) => openingMilli);
  importHistory(ctx, { file, productIds, openingsMilli, momentOf, name, prefix, username });
  return gifts;
}

/** Postage and the like stand on old invoices and are not for sale here. */
function fillCharges(ctx: CommandCtx, { taxIds }: DemoFill, charges: HistoryFile['charges']): string[] {
  const { setStatus } = productHandlers;
  if (typeof setStatus !== 'function') throw new Error('products are archived in one step');
  return charges.map(({ code, name }) => {
    const { id, version } = must(
      writeProduct(ctx, null, {
        name,
        sku: code,
        barcodes: [],
        brand: null,
        packSize: null,
        categoryId: null,
        unit: 'each',
        priceMinor: null,
        costMinor: null,
        taxCategoryId: taxIds.get('standard') as string,
        description: '',
        negativeStock: 'allow',
        lowStockMilli: null,
        tracked: false,
      }),
    );
    must(setStatus(ctx, { commandId: ctx.commandId, id, expectedVersion: version, status: 'archived' }));
    return id;
  });
}
