import Papa from 'papaparse';
import { demoCategoryOf, demoPrice, hashOf, isSoldSize } from './categories.ts';
import { packSizeOf, tidyBrand, tidyName, wordsOf } from './tidy.ts';
import { weighedGoods } from './weighed-goods.ts';

interface SourceRow {
  readonly gtin: string;
  readonly rcn: string;
  readonly name: string;
  readonly brand: string;
  readonly categories: string;
  readonly quantity: string;
  readonly country: string;
  readonly lang: string;
}

interface Candidate {
  readonly gtin: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly packSize: string;
  /** Lower is taken first: metric packs, and what British and Irish shops were seen to sell. */
  readonly rank: number;
}

const wanted = 300;
/** In the aisle whatever else is chosen: what the guided tour, the pictures and the journeys scan. */
const alwaysThere = new Set(['0051651060325', '0843076000556', '0023627190046']);
const maxPerBrand = 6;
const english = new Set(['United States', 'United Kingdom', 'Ireland', 'Australia', 'Canada', 'New Zealand']);

/** Words that many products of English-speaking countries carry: a name of such words only is English and spelt right. */
function commonWords(rows: readonly SourceRow[]): Set<string> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.country !== 'United States' && row.country !== 'United Kingdom') continue;
    for (const word of new Set(wordsOf(row.name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 4).map(([word]) => word));
}

function candidateOf(row: SourceRow, known: ReadonlySet<string>): Candidate | null {
  if (row.rcn !== '0' || row.gtin.length !== 13 || !english.has(row.country) || !/^(?:en|)$/.test(row.lang))
    return null;
  const brand = tidyBrand(row.brand);
  const name = brand === null ? null : tidyName(row.name, brand);
  const size = packSizeOf(row.quantity);
  if (brand === null || name === null || size === null) return null;
  const brandWords = new Set(wordsOf(brand));
  if (wordsOf(name).some((word) => word.length > 2 && !known.has(word) && !brandWords.has(word))) return null;
  const category = demoCategoryOf(row.categories, name);
  if (category === null || !isSoldSize({ name, category, packSize: size.text })) return null;
  const rank = (size.metric ? 0 : 2) + (/Kingdom|Ireland/.test(row.country) ? 0 : 1);
  return { gtin: row.gtin, name, brand, category, packSize: size.text, rank };
}

/** Takes products category by category in turn, so that the small ones are all in and the large ones share the rest. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const shelves = new Map<string, Candidate[]>();
  for (const one of candidates) shelves.set(one.category, [...(shelves.get(one.category) ?? []), one]);
  const order = (one: Candidate) => (alwaysThere.has(one.gtin) ? -1 : hashOf(one.gtin) + one.rank * 2 ** 31);
  for (const shelf of shelves.values()) shelf.sort((a, b) => order(a) - order(b));
  const chosen: Candidate[] = [];
  const perBrand = new Map<string, number>();
  const names = new Set<string>();
  while (chosen.length < wanted && [...shelves.values()].some((shelf) => shelf.length > 0)) {
    for (const shelf of shelves.values()) {
      const next = shelf
        .splice(0)
        .filter((one) => (perBrand.get(one.brand) ?? 0) < maxPerBrand && !names.has(one.name.toLowerCase()));
      shelf.push(...next.slice(1));
      const taken = next[0];
      if (taken === undefined || chosen.length >= wanted) continue;
      chosen.push(taken);
      perBrand.set(taken.brand, (perBrand.get(taken.brand) ?? 0) + 1);
      names.add(taken.name.toLowerCase());
    }
  }
  return chosen.sort(
    (a, b) => a.category.localeCompare(b.category, 'en') || a.name.localeCompare(b.name, 'en'),
  );
}

function amount(minor: number): string {
  return (minor / 100).toFixed(2);
}

/** The columns of both demo lists, as an import reads them. */
export const LIST_COLUMNS = [
  'sku',
  'name',
  'barcode',
  'in_store_code',
  'brand',
  'category',
  'pack_size',
  'unit',
  'price',
  'cost',
  'tax_category',
  'stock',
];

function toRow(one: Candidate, index: number): readonly (string | number)[] {
  const { priceMinor, costMinor, taxCategory } = demoPrice(one);
  return [
    `G${String(index + 1).padStart(3, '0')}`,
    one.name,
    one.gtin,
    '',
    one.brand,
    one.category,
    one.packSize,
    'each',
    amount(priceMinor),
    amount(costMinor),
    taxCategory,
    6 + (hashOf(`${one.gtin}s`) % 55),
  ];
}

/** The grocery aisle as a product list: real products of Open Food Facts, and loose goods of our own.
 *  Prices, costs and stock are made up from the barcode's digits. @param csv  off_rich.csv, unpacked */
export function groceryList(csv: string): string {
  const source = Papa.parse<SourceRow>(csv, { header: true, skipEmptyLines: true }).data;
  const known = commonWords(source);
  const products = choose(source.map((row) => candidateOf(row, known)).filter((one) => one !== null));
  if (products.length < wanted)
    throw new Error(`only ${products.length} products were good enough, ${wanted} are wanted`);
  return `${Papa.unparse([LIST_COLUMNS, ...weighedGoods, ...products.map(toRow)], { newline: '\n' })}\n`;
}
