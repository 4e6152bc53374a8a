import type { ImportField } from './types.ts';

export type ListLanguage = 'en' | 'zh';

/** The columns of an exported catalogue, in order, with headings that an import knows for its own. */
export const EXPORT_COLUMNS: readonly {
  readonly field: ImportField;
  readonly en: string;
  readonly zh: string;
}[] = [
  { field: 'id', en: 'Tillwise id', zh: '商品ID' },
  { field: 'name', en: 'Name', zh: '名称' },
  { field: 'sku', en: 'SKU', zh: 'SKU编码' },
  { field: 'barcode', en: 'Barcode', zh: '条码' },
  { field: 'inStoreCode', en: 'In-store code', zh: '店内码' },
  { field: 'brand', en: 'Brand', zh: '品牌' },
  { field: 'category', en: 'Category', zh: '类别' },
  { field: 'packSize', en: 'Pack size', zh: '规格' },
  { field: 'unit', en: 'Unit', zh: '单位' },
  { field: 'price', en: 'Price', zh: '价格' },
  { field: 'cost', en: 'Cost', zh: '成本' },
  { field: 'taxCategory', en: 'Tax category', zh: '税类' },
  { field: 'stock', en: 'Stock', zh: '库存' },
  { field: 'description', en: 'Description', zh: '描述' },
  { field: 'supplierCode', en: 'Supplier code', zh: '供应商货号' },
  { field: 'notes', en: 'Notes', zh: '备注' },
  { field: 'minimumAge', en: 'Minimum age', zh: '最低年龄' },
  { field: 'tracked', en: 'Tracked', zh: '管理库存' },
];

/** A product as a list tells it. Amounts in minor units, stock in thousandths. */
export interface ExportedProduct {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly gtins: readonly string[];
  readonly inStoreCodes: readonly string[];
  readonly brand: string | null;
  /** As `joinCategoryPath` writes it. */
  readonly category: string;
  readonly packSize: string | null;
  readonly unit: string;
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  readonly taxCategory: string;
  readonly stockMilli: number;
  readonly description: string;
  readonly supplierCode: string | null;
  readonly notes: string;
  readonly minimumAge: number | null;
  readonly tracked: boolean;
}

/** A number as a list writes it: digits, a point, no grouping. */
export interface ListNumber {
  readonly number: string;
}
export type ListCell = string | ListNumber | null;

/** The cells of a product, in the order of `EXPORT_COLUMNS`. */
export function exportCells(product: ExportedProduct, currencyExponent: number): ListCell[] {
  const amount = (minor: number | null) =>
    minor === null ? null : { number: scaledText(minor, currencyExponent) };
  const cells: Readonly<Record<ImportField, ListCell>> = {
    id: product.id,
    name: product.name,
    sku: product.sku,
    barcode: product.gtins.map(shortGtin).join('|'),
    inStoreCode: product.inStoreCodes.join('|'),
    brand: product.brand,
    category: product.category,
    packSize: product.packSize,
    unit: product.unit,
    price: amount(product.priceMinor),
    cost: amount(product.costMinor),
    taxCategory: product.taxCategory,
    stock: product.tracked ? { number: scaledText(product.stockMilli, 3).replace(/\.?0+$/, '') } : null,
    description: product.description,
    supplierCode: product.supplierCode,
    notes: product.notes,
    minimumAge: product.minimumAge === null ? null : { number: String(product.minimumAge) },
    tracked: product.tracked ? 'yes' : 'no',
  };
  return EXPORT_COLUMNS.map(({ field }) => cells[field]);
}

/** 1230, 2 → '12.30'; -5, 3 → '-0.005'; 7, 0 → '7'. */
export function scaledText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return value < 0 ? `-${text}` : text;
}

/** As it stands on the pack where that is sure: an EAN-13 without the zero before it. Eight digits stay fourteen, as
 *  they could be read in two ways. */
function shortGtin(gtin14: string): string {
  return gtin14.startsWith('0') && !gtin14.startsWith('000000') ? gtin14.slice(1) : gtin14;
}
