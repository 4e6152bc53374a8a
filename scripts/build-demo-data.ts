/** Makes the demo shop's product list, resources/demo/grocery-500.csv, from real products of Open Food Facts.
 *  node scripts/build-demo-data.ts [--data DIR]     the prepared data, ../shared/data unless told
 *  The same input always gives the same file. Prices, costs and stock are made up from the barcode's digits. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { demoCategoryOf, demoPrice, hashOf, isSoldSize } from './demo-data/categories.ts';
import { packSizeOf, tidyBrand, tidyName, wordsOf } from './demo-data/tidy.ts';
import { weighedGoods } from './demo-data/weighed-goods.ts';

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

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = 500;
const maxPerBrand = 6;
const english = new Set(['United States', 'United Kingdom', 'Ireland', 'Australia', 'Canada', 'New Zealand']);

function readSource(): SourceRow[] {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: join(root, '../shared/data') } },
  });
  const file = join(resolve(values.data), 'products/off_rich.csv.gz');
  if (!existsSync(file)) {
    console.error(
      `There is no ${file}: name the folder of the prepared data with --data DIR. Nothing was changed.`,
    );
    process.exit(1);
  }
  return Papa.parse<SourceRow>(gunzipSync(readFileSync(file)).toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

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
  const order = (one: Candidate) => hashOf(one.gtin) + one.rank * 2 ** 31;
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

const source = readSource();
const known = commonWords(source);
const products = choose(source.map((row) => candidateOf(row, known)).filter((one) => one !== null));
const columns = [
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
const rows = products.map((one, index) => {
  const { priceMinor, costMinor, taxCategory } = demoPrice(one);
  const stock = 6 + (hashOf(`${one.gtin}s`) % 55);
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
    stock,
  ];
});
if (rows.length < wanted)
  throw new Error(`only ${rows.length} products were good enough, ${wanted} are wanted`);
writeFileSync(
  join(root, 'resources/demo/grocery-500.csv'),
  `${Papa.unparse([columns, ...weighedGoods, ...rows], { newline: '\n' })}\n`,
);
console.log(
  `${rows.length} products and ${weighedGoods.length} goods of our own written to resources/demo/grocery-500.csv`,
);
