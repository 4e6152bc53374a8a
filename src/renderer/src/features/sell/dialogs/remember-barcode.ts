import { parseBarcode } from '../../../../../shared/values/barcode.ts';
import { command, query } from '../../../client/client.ts';

/** What kind of code a scan is: a GTIN by its length and check digit, else the shop's own. */
export function barcodeInput(code: string): { code: string; kind: 'gtin' | 'inStore' } {
  const read = parseBarcode(code);
  return { code, kind: read.ok ? read.value.kind : 'inStore' };
}

/** Adds a code to a product that exists; all its other facts stay. @throws CallError */
export async function rememberBarcode(productId: string, code: string): Promise<void> {
  const product = await query('product.get', { id: productId });
  const { id, version, name, sku, barcodes, brand, packSize, categoryId, unit, priceMinor } = product;
  const { costMinor, taxCategoryId, description, negativeStock, lowStockMilli } = product;
  await command('product.update', {
    id,
    expectedVersion: version,
    ...{ name, sku, brand, packSize, categoryId, unit, priceMinor },
    ...{ costMinor, taxCategoryId, description, negativeStock, lowStockMilli },
    barcodes: [...barcodes, barcodeInput(code)],
  });
}
