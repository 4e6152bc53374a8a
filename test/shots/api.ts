import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';

/** One call of the public API from the page itself, so that its cookies and origin are a browser's. */
export async function call<Answer>(page: Page, name: string, input: object): Promise<Answer> {
  const { ok, text } = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(path, { method: 'POST', headers, body });
      return { ok: response.ok, text: await response.text() };
    },
    [`/api/${name.replace('.', '/')}`, JSON.stringify(input)] as const,
  );
  if (!ok) throw new Error(`${name}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

interface Goods {
  readonly name: string;
  readonly code: string;
  readonly priceMinor: number;
  readonly packSize?: string;
  readonly unit?: 'each' | 'kg';
  readonly negativeStock?: 'allow' | 'block';
  readonly openingStockMilli?: number;
  readonly minimumAge?: number;
}

/** Goods with a barcode, taxed as the shop's first category is. */
export async function addProduct(page: Page, { code, ...goods }: Goods): Promise<void> {
  const [tax] = await call<readonly { id: string }[]>(page, 'tax.listCategories', {});
  const unsaid = {
    sku: null,
    brand: null,
    packSize: null,
    categoryId: null,
    unit: 'each',
    costMinor: null,
    description: '',
    negativeStock: 'allow',
    lowStockMilli: null,
  };
  const barcodes = [{ code, kind: 'gtin' }];
  await call(page, 'product.create', command({ ...unsaid, barcodes, taxCategoryId: tax?.id, ...goods }));
}

export const command = (input: object) => ({ commandId: uuidv7(), ...input });
