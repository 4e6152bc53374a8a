import { openReadyShop, type ReadyShop } from '../helpers/ready-shop.ts';

export const BARCODES = ['TILL-A', 'TILL-B', 'TILL-C'];

/** A ready shop with three goods, closed: tills of their own processes open it. */
export async function closedShopWithGoods(): Promise<ReadyShop> {
  const ready = await openReadyShop();
  for (const [index, code] of BARCODES.entries()) {
    await ready.addProduct(ready.owner, {
      name: `Goods ${index}`,
      priceMinor: 199 + index,
      barcodes: [{ code, kind: 'inStore' }],
    });
  }
  await ready.shop.engine.close();
  return ready;
}
