import { type ReadSql, select } from '../../storage/sql.ts';
import type { ProductTable } from '../../storage/tables.ts';
import { type SummaryRow, summaryColumns, summaryJoins } from './product.sql.ts';
import { bm25 } from './search.sql.ts';

export type ListSort = 'name' | 'sku' | 'category' | 'price' | 'stock' | 'updated' | 'sales' | 'relevance';
/** Where the rows come from: all products, those of a category and what lies below it, those of a brand, or those with
 *  words. */
export type ListSource = 'all' | 'category' | 'brand' | 'words';

type Status = ProductTable['status'] | '';

export type StockFilter = 'any' | 'low' | 'out' | 'in';

/** `:other_status` is '' or, for products of any status, the other one. */
export type ListFilter = {
  status: Status;
  other_status: Status;
  priced: 'any' | 'with' | 'without';
  price_from: number | null;
  price_to: number | null;
  category_id: string | null;
  brand: string | null;
  /** Null: every product. Of what follows each is empty then. */
  words: string | null;
  /** The text that was searched for, folded. */
  folded: string;
  /** Products it is a code of: first, and found whatever the words say. */
  exact_json: string;
  /** Products found as typed where others are found by parts of words. */
  begun_json: string;
};

export type ListParams = ListFilter & { limit: number; offset: number };

/** In the words of the indexes of product, which hold every column named here. */
const stockConditions: Readonly<Record<StockFilter, string>> = {
  any: '',
  low: 'AND p.low_stock_milli IS NOT NULL AND p.on_hand_milli <= p.low_stock_milli AND p.stock_counted = 1',
  out: 'AND p.on_hand_milli <= 0 AND p.stock_counted = 1',
  in: 'AND p.on_hand_milli > 0 AND p.stock_counted = 1',
};

/** Rows that need no test are not read at all: OR stops at its first true side. */
const filters = (stock: StockFilter): string =>
  `(:priced = 'any' OR (p.price_minor IS NULL) = (:priced = 'without'))
  AND (:price_from IS NULL OR p.price_minor >= :price_from) AND (:price_to IS NULL OR p.price_minor <= :price_to)
  ${stockConditions[stock]}`;

const branch = `(WITH RECURSIVE branch (id) AS (
    SELECT :category_id UNION SELECT c.id FROM category c JOIN branch ON c.parent_id = branch.id
  ) SELECT id FROM branch)`;

/** Rows with equal keys follow in the order of `tie`, so that no row is on two pages. */
const orders: Readonly<
  Record<ListSort, { readonly key: string; readonly tie: string; readonly index: string }>
> = {
  name: { key: 'p.sort_name', tie: 'p.seq', index: 'product_name' },
  sku: { key: 'p.sku', tie: 'p.seq', index: 'product_by_sku' },
  category: {
    key: '(SELECT c.name FROM category c WHERE c.id = p.category_id)',
    tie: 'p.sort_name',
    index: 'product_category',
  },
  price: { key: 'p.price_minor', tie: 'p.seq', index: 'product_price' },
  stock: { key: 'p.on_hand_milli', tie: 'p.seq', index: 'product_stock' },
  updated: { key: 'p.updated_at_ms', tie: 'p.seq', index: 'product_updated' },
  sales: { key: 'p.sold_count', tie: 'p.seq', index: 'product_sales' },
  // Without words nothing is more relevant than another.
  relevance: { key: 'p.sort_name', tie: 'p.seq', index: 'product_name' },
};

/** Arms that each read an index in order are merged without sorting; with one status the second arm is empty. */
const bothStatuses = (arm: (status: string) => string): string =>
  `${arm(':status')}\n  UNION ALL ${arm(':other_status')}`;

const everything = (columns: string, index: string, stock: StockFilter): string =>
  bothStatuses(
    (status) =>
      `SELECT ${columns} FROM product p INDEXED BY ${index} WHERE p.status = ${status} AND ${filters(stock)}`,
  );

const byCategory = (stock: StockFilter): string =>
  bothStatuses(
    (status) => `SELECT p.seq, NULL AS key, p.sort_name AS tie FROM product p INDEXED BY product_category
    WHERE p.category_id IS NULL AND p.status = ${status} AND ${filters(stock)}
  UNION ALL SELECT p.seq, c.name, p.sort_name
    FROM category c CROSS JOIN product p INDEXED BY product_category ON p.category_id = c.id
    WHERE p.status = ${status} AND ${filters(stock)}`,
  );

const inBranch = (columns: string, stock: StockFilter): string =>
  `SELECT ${columns} FROM product p INDEXED BY product_category
  WHERE p.category_id IN ${branch} AND p.status IN (:status, :other_status) AND ${filters(stock)}`;

const inCategory = `(:category_id IS NULL OR p.category_id IN ${branch})`;

/** A brand has few products: its rows are read and sorted, whatever else is asked. */
const ofBrand = (columns: string, stock: StockFilter): string =>
  `SELECT ${columns} FROM product p INDEXED BY product_brand
  WHERE p.brand = :brand COLLATE NOCASE AND p.status IN (:status, :other_status) AND ${inCategory} AND ${filters(stock)}`;

/** Smaller is better: codes, the very name, names that begin so, then words by BM25 and what sells. */
const relevance = `CASE WHEN p.sort_name = :folded THEN -1e6 WHEN substr(p.sort_name, 1, length(:folded)) = :folded
    THEN -1e5 ELSE 0 END - CASE WHEN p.seq IN (SELECT value FROM json_each(:begun_json)) THEN 1e4 ELSE 0 END
    + ${bm25} * (1 + 0.25 * ln(1 + p.sold_count))`;

const withWords = (columns: string, exactColumns: string, stock: StockFilter): string => {
  const narrowed = `p.status IN (:status, :other_status)
  AND (:brand IS NULL OR p.brand = :brand COLLATE NOCASE) AND ${inCategory} AND ${filters(stock)}`;
  return `SELECT ${columns} FROM product_search f CROSS JOIN product p ON p.seq = f.rowid
  WHERE f.product_search MATCH :words AND p.seq NOT IN (SELECT value FROM json_each(:exact_json)) AND ${narrowed}
  UNION ALL SELECT ${exactColumns} FROM json_each(:exact_json) e CROSS JOIN product p ON p.seq = e.value
  WHERE ${narrowed}`;
};

function keysOf(source: ListSource, sort: ListSort, stock: StockFilter): string {
  const { key, tie, index } = orders[sort];
  const columns = `p.seq, ${key} AS key, ${tie} AS tie`;
  if (source === 'category') return inBranch(columns, stock);
  if (source === 'words' && sort === 'relevance')
    return withWords(`p.seq, ${relevance} AS key, ${tie} AS tie`, 'p.seq, -1e9, p.seq', stock);
  if (source === 'words') return withWords(columns, columns, stock);
  if (source === 'brand') return ofBrand(columns, stock);
  return sort === 'category' ? byCategory(stock) : everything(columns, index, stock);
}

/** The page is cut on keys alone; only its rows are joined and read in full. */
function pageSql(keys: string, order: 'ASC' | 'DESC'): ReadSql<ListParams, SummaryRow> {
  return select(`
WITH page AS MATERIALIZED (
  ${keys}
  ORDER BY key ${order}, tie ${order}, seq ${order} LIMIT :limit OFFSET :offset
)
SELECT ${summaryColumns} FROM page CROSS JOIN product p ON p.seq = page.seq
${summaryJoins}
ORDER BY page.key ${order}, page.tie ${order}, page.seq ${order}`);
}

/** Counts up to `most`; -1: all. */
type TotalSql = ReadSql<ListFilter & { most: number }, { total: number }>;

/** How many there are of each kind of stock is read off the index that is in its order. */
function totalSql(source: ListSource, stock: StockFilter): TotalSql {
  const index = { any: 'product_price', low: 'product_low', out: 'product_stock', in: 'product_stock' }[
    stock
  ];
  const rows = {
    all: () => everything('p.seq', index, stock),
    category: () => inBranch('p.seq', stock),
    words: () => withWords('p.seq', 'p.seq', stock),
    brand: () => ofBrand('p.seq', stock),
  }[source]();
  return select(`SELECT count(*) AS total FROM (${rows} LIMIT :most)`);
}

const sources: readonly ListSource[] = ['all', 'category', 'brand', 'words'];
const sorts = Object.keys(orders) as ListSort[];
const stocks = Object.keys(stockConditions) as StockFilter[];

/** One statement for each way to list, so that each gets the index it needs. */
const pages: ReadonlyMap<string, ReadSql<ListParams, SummaryRow>> = new Map(
  sources.flatMap((source) =>
    sorts.flatMap((sort) =>
      stocks.flatMap((stock) => {
        const keys = keysOf(source, sort, stock);
        const name = `${source} ${sort} ${stock}`;
        return [
          [`${name} up`, pageSql(keys, 'ASC')] as const,
          [`${name} down`, pageSql(keys, 'DESC')] as const,
        ];
      }),
    ),
  ),
);

const totals: ReadonlyMap<string, TotalSql> = new Map(
  sources.flatMap((source) =>
    stocks.map((stock) => [`${source} ${stock}`, totalSql(source, stock)] as const),
  ),
);

export interface ListWay {
  readonly source: ListSource;
  readonly sort: ListSort;
  readonly stock: StockFilter;
  readonly descending: boolean;
}

export function listPage({ source, sort, stock, descending }: ListWay): ReadSql<ListParams, SummaryRow> {
  return pages.get(`${source} ${sort} ${stock} ${descending ? 'down' : 'up'}`)!;
}

export function listTotal({ source, stock }: Pick<ListWay, 'source' | 'stock'>): TotalSql {
  return totals.get(`${source} ${stock}`)!;
}

export const listBrands = select<{ from: string; before: string; limit: number }, { brand: string }>(`
SELECT p.brand FROM product p INDEXED BY product_brand
WHERE p.brand >= :from COLLATE NOCASE AND p.brand < :before COLLATE NOCASE
GROUP BY p.brand COLLATE NOCASE ORDER BY p.brand COLLATE NOCASE LIMIT :limit`);

/** What changing many products at once reads of each. */
export type ChosenRow = Pick<
  ProductTable,
  'id' | 'name' | 'price_minor' | 'category_id' | 'tax_category_id' | 'version'
>;

const chosenColumns = 'p.id, p.name, p.price_minor, p.category_id, p.tax_category_id, p.version';

/** All that a list with the filter shows, up to a limit, in no promised order. */
const matching: ReadonlyMap<string, ReadSql<ListFilter & { limit: number }, ChosenRow>> = new Map(
  sources.flatMap((source) =>
    stocks.map((stock) => [
      `${source} ${stock}`,
      select<ListFilter & { limit: number }, ChosenRow>(`
WITH page AS MATERIALIZED (
  ${keysOf(source, 'name', stock)}
  LIMIT :limit
)
SELECT ${chosenColumns} FROM page CROSS JOIN product p ON p.seq = page.seq`),
    ]),
  ),
);

export function listMatching({
  source,
  stock,
}: Pick<ListWay, 'source' | 'stock'>): ReadSql<ListFilter & { limit: number }, ChosenRow> {
  return matching.get(`${source} ${stock}`)!;
}

/** @param ids  a JSON list */
export const listChosen = select<{ ids: string }, ChosenRow>(
  `SELECT ${chosenColumns} FROM json_each(:ids) page CROSS JOIN product p ON p.id = page.value`,
);
