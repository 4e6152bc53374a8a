import type { ImportProduct, RowFault } from './types.ts';

/** Remembers the codes of one file's rows. A code that stood on an earlier line makes the later row faulty: which
 *  of the two was meant is for a person to say. */
export function createDuplicateCheck(): (product: ImportProduct) => RowFault | null {
  const lineByCode = new Map<string, number>();
  return (product) => {
    const keys = keysOf(product);
    const taken = keys.find(({ key }) => lineByCode.has(key));
    if (taken === undefined) {
      for (const { key } of keys) lineByCode.set(key, product.line);
      return null;
    }
    const firstLine = lineByCode.get(taken.key) ?? 0;
    const code = codeByField[taken.field];
    return {
      code,
      line: product.line,
      field: taken.field,
      column: null,
      value: taken.key.slice(2),
      firstLine,
    };
  };
}

const codeByField = {
  barcode: 'import.duplicateBarcode',
  inStoreCode: 'import.duplicateBarcode',
  sku: 'import.duplicateSku',
  id: 'import.duplicateId',
  name: 'import.duplicateName',
} as const;

function keysOf(product: ImportProduct) {
  const keys = codesOf(product);
  if (keys.length > 0) return keys;
  // Without any code the name is what a product is known by.
  const name = [product.name, product.brand ?? '', product.packSize ?? ''].join(' ').trim();
  return [{ key: `n:${name}`, field: 'name' as const }];
}

function codesOf(product: ImportProduct) {
  return [
    ...(product.id === null ? [] : [{ key: `p:${product.id}`, field: 'id' as const }]),
    ...product.gtins.map((gtin) => ({ key: `g:${gtin}`, field: 'barcode' as const })),
    ...product.inStoreCodes.map((code) => ({ key: `i:${code}`, field: 'inStoreCode' as const })),
    ...(product.sku === null ? [] : [{ key: `s:${product.sku}`, field: 'sku' as const }]),
  ];
}
