import { parseGtin } from '../../shared/values/barcode.ts';
import { foldText } from '../product-search/tokens.ts';
import { type ImportField, type ImportMapping, importFields } from './types.ts';

/** Column headings as price lists carry them, folded and without signs: English, German, French, Spanish, Chinese. */
const headings: Readonly<Record<ImportField, string>> = {
  id: 'tillwiseid 商品id',
  name: 'name productname product producttitle title item itemname articlename bezeichnung artikelbezeichnung artikelname artikel produkt produktname nom nomduproduit libelle designation produit article nombre nombredelproducto producto articulo denominacion naziv 名称 品名 商品名称 商品名 产品名称 商品 产品',
  sku: 'sku itemno itemnumber itemcode productcode productid articleno articlenumber stockcode artikelnummer artikelnr artnr referenz reference ref referencia codigoarticulo codearticle 货号 编码 商品编码 商品编号 编号 货品编号 sku编码',
  barcode:
    'barcode barcodes barcodenumber gtin gtin13 gtin14 ean ean13 ean8 upc upca eancode eancodes strichcode codebarres codebarre codebarras codigodebarras codigobarras ian isbn 条码 条形码 商品条码 国际条码',
  inStoreCode:
    'instorecode storecode internalcode plu plucode plunr interncode codeinterne codigointerno 店内码 内部码 自编码',
  brand:
    'brand brandname brands manufacturer marke hersteller marque fabricant marca fabricante 品牌 商标 厂家',
  category:
    'category categories categoryname categorypath department group productgroup type kategorie kategorien warengruppe produktgruppe rayon famille categorie categoria categorias familia seccion 类别 分类 类目 品类 商品分类 部门',
  packSize:
    'packsize size pack packing content contents netweight netcontent quantity packung packungsgrosse inhalt gebinde groesse grosse contenance conditionnement quantite tamano contenido formato 规格 包装 净含量 容量',
  unit: 'unit units uom unitofmeasure sellby einheit mengeneinheit me unite unitedevente unidad unidaddemedida 单位 计量单位',
  price:
    'price unitprice retailprice sellingprice saleprice salesprice rrp pricegbp priceusd priceeur preis verkaufspreis vk vkpreis bruttopreis prix prixdevente prixunitaire prixttc pvp precio precioventa preciodeventa 价格 售价 零售价 单价 销售价',
  cost: 'cost costprice unitcost purchaseprice buyingprice wholesaleprice einkaufspreis ek ekpreis einstandspreis prixachat prixdachat cout coste costo preciocompra preciodecompra preciodecosto 成本 进价 成本价 进货价',
  taxCategory:
    'taxcategory tax taxrate taxclass taxcode vat vatrate vatcode gst steuer steuersatz mwst mwstsatz ust steuerklasse tva tauxtva tauxdetva iva tipoiva impuesto 税率 税类 税种 增值税',
  stock:
    'stock stockquantity onhand quantityonhand qtyonhand qty inventory available bestand lagerbestand menge anzahl stockdisponible quantiteenstock existencias cantidad inventario 库存 库存数量 数量 现有库存',
  description:
    'description longdescription details beschreibung langtext beschrieb descriptif descripcion descripcionlarga 描述 说明 商品描述',
  supplierCode:
    'suppliercode suppliersku supplieritem suppliersno supplierno supplierarticle lieferantenartikelnummer lieferantennummer lieferantennr reffournisseur referencefournisseur codigoproveedor referenciaproveedor 供应商货号 供应商编码',
  notes: 'notes note internalnotes notiz notizen remarque remarques notas 备注 内部备注',
  minimumAge:
    'minimumage minage agelimit agerestriction age mindestalter altersfreigabe agemin ageminimum edadminima 最低年龄 年龄限制',
  tracked:
    'tracked trackstock tracksstock stocktracked trackinventory lagergefuhrt bestandsfuhrung suivistock controlarexistencias 管理库存 跟踪库存',
};

const fieldByHeading = new Map<string, ImportField>();
for (const field of importFields)
  for (const word of headings[field].split(' ')) fieldByHeading.set(word, field);

export interface MappingGuess {
  readonly mapping: ImportMapping;
  /** False when the first row is already a product. */
  readonly hasHeader: boolean;
}

/** Guesses what each column means, from its heading and, where a heading says two things ("code", "quantity") or
 *  nothing, from what stands in it. A person confirms it before anything is imported. */
export function guessMapping(rows: readonly (readonly string[])[]): MappingGuess {
  const header = rows[0] ?? [];
  const hasHeader =
    !header.some((cell) => parseGtin(cell).ok) && header.some((cell) => fieldOf(cell) !== null);
  const samples = (hasHeader ? rows.slice(1) : rows).slice(0, 200);
  // A list that this program wrote means what its headings say, whatever stands in it.
  const isOwn = hasHeader && header.some((cell) => fieldOf(cell) === 'id');
  const guesses = header.map((heading, column) => {
    const values = samples.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
    return { column, field: byHeading(hasHeader ? heading : '', isOwn ? [] : values), values };
  });
  const mapping = new Map<ImportField, number>();
  for (const field of importFields) {
    const best = guesses
      .filter((guess) => guess.field === field)
      .sort((a, b) => rank(field, b.values) - rank(field, a.values))[0];
    if (best !== undefined) mapping.set(field, best.column);
  }
  addByContents(mapping, guesses);
  return { mapping: Object.fromEntries(mapping), hasHeader };
}

function fieldOf(heading: string): ImportField | 'code' | null {
  const word = foldText(heading)
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (/^(?:code|kod|codigo|nummer|number|no|nr|id)$/.test(word)) return 'code';
  return fieldByHeading.get(word) ?? null;
}

function byHeading(heading: string, values: readonly string[]): ImportField | null {
  const field = fieldOf(heading);
  if (field === 'code') return share(values, isGtinLike) >= 0.5 ? 'barcode' : 'sku';
  if (field === 'packSize' && share(values, isPlainNumber) > 0.8) return 'stock';
  if (field === 'stock' && values.length > 0 && share(values, isPlainNumber) < 0.5) return 'packSize';
  if (field === 'sku' && share(values, (value) => parseGtin(value).ok) > 0.9) return 'barcode';
  return field;
}

/** Of two columns of one meaning: the category with the whole path, else the one that is filled more often. */
function rank(field: ImportField, values: readonly string[]): number {
  const paths = field === 'category' && values.some((value) => value.includes(' > ')) ? 1_000_000 : 0;
  return paths + values.length;
}

interface ColumnGuess {
  readonly column: number;
  readonly field: ImportField | null;
  readonly values: readonly string[];
}

/** Barcodes and names can be told by looking at them. */
function addByContents(mapping: Map<ImportField, number>, guesses: readonly ColumnGuess[]): void {
  const free = () =>
    guesses.filter((guess) => guess.field === null && ![...mapping.values()].includes(guess.column));
  if (!mapping.has('barcode') && !mapping.has('inStoreCode')) {
    const codes = free().find(
      (guess) => guess.values.length > 0 && share(guess.values, (value) => parseGtin(value).ok) >= 0.8,
    );
    if (codes !== undefined) mapping.set('barcode', codes.column);
  }
  if (!mapping.has('name')) {
    const texts = free().filter((guess) => share(guess.values, isWordy) >= 0.8);
    const longest = texts.sort((a, b) => averageLength(b.values) - averageLength(a.values))[0];
    if (longest !== undefined) mapping.set('name', longest.column);
  }
}

function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

function averageLength(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
}

const isPlainNumber = (value: string) => /^-?\d+(?:[.,]\d+)?$/.test(value);
const isGtinLike = (value: string) => /^\d{8}$|^\d{11,14}$/.test(value);
const isWordy = (value: string) => /\p{L}{2}/u.test(value) && !/^https?:/i.test(value);
