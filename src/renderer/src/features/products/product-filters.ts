import type { CallInput, CallOutput } from '../../../../shared/contract/index.ts';
import type { Sort } from '../../ui/index.ts';

export type ProductRow = CallOutput<'product.list'>['rows'][number];
export type Product = CallOutput<'product.get'>;
export type Category = CallOutput<'category.list'>[number];
type ListInput = CallInput<'product.list'>;

/** What the address keeps of the list: search, filters, order, and what lies open beside it. */
export const PRODUCT_FILTERS = {
  q: '',
  /** The text that is meant as it stands, if it is still the one searched for. */
  exact: '',
  category: '',
  brand: '',
  from: '',
  to: '',
  stock: 'any',
  priced: 'any',
  status: 'active',
  /** '': the best match of a search, else by name. */
  sort: '',
  dir: 'asc',
  id: '',
  /** Which editor lies open, if one does: of the product with the id, of a copy of it, or of a new one. */
  edit: '',
  /** The code a new product begins with. */
  code: '',
};
export type ProductFilters = typeof PRODUCT_FILTERS;

const STOCK = ['any', 'in', 'low', 'out'] as const;
const PRICED = ['any', 'with', 'without'] as const;
const STATUS = ['active', 'archived', 'any'] as const;
const SORTS = ['name', 'sku', 'category', 'price', 'stock', 'updated', 'sales', 'relevance'] as const;
export const FILTER_VALUES = { stock: STOCK, priced: PRICED, status: STATUS } as const;

/** An address may hold anything: what the engine would refuse falls back to its default. */
export function toListInput(filters: ProductFilters): Omit<ListInput, 'offset' | 'limit'> {
  return {
    text: filters.q.trim().slice(0, 200),
    brand: filters.brand.trim().slice(0, 200) || null,
    priceFromMinor: minorOf(filters.from),
    priceToMinor: minorOf(filters.to),
    exactly: filters.exact !== '' && filters.exact === filters.q.trim(),
    categoryId: /^[0-9a-f-]{36}$/i.test(filters.category) ? filters.category : null,
    stock: oneOf(STOCK, filters.stock, 'any'),
    priced: oneOf(PRICED, filters.priced, 'any'),
    status: oneOf(STATUS, filters.status, 'active'),
    sort: sortOf(filters),
    descending: filters.dir === 'desc',
  };
}

function sortOf({ sort, q }: Pick<ProductFilters, 'sort' | 'q'>): (typeof SORTS)[number] {
  return oneOf(SORTS, sort, q.trim() === '' ? 'name' : 'relevance');
}

export function toSort(filters: Pick<ProductFilters, 'sort' | 'dir' | 'q'>): Sort {
  return { key: sortOf(filters), direction: filters.dir === 'desc' ? 'desc' : 'asc' };
}

/** The orders of the menu; those of columns without a name here are chosen at their heads. */
export const ORDERS = ['best', 'name', 'price', 'sales'] as const;
type Order = (typeof ORDERS)[number];

export function orderOf(filters: Pick<ProductFilters, 'sort' | 'q'>): Order | '' {
  const sort = sortOf(filters);
  return sort === 'relevance' ? 'best' : (ORDERS.find((order) => order === sort) ?? '');
}

/** Best sellers are asked for from the top. */
export function changeOrder(order: string): Pick<ProductFilters, 'sort' | 'dir'> {
  return { sort: order === 'best' ? '' : order, dir: order === 'sales' ? 'desc' : 'asc' };
}

/** True when something narrows the list, so that an empty one is no empty catalogue. */
export function isNarrowed({ q, category, brand, from, to, stock, priced, status }: ProductFilters): boolean {
  return (
    [q.trim(), category, brand, from, to].some(Boolean) ||
    stock !== 'any' ||
    priced !== 'any' ||
    status !== 'active'
  );
}

/** Which editor lies open beside the list; a new product has no id yet. */
export interface EditorPlace {
  readonly edit: 'new' | 'edit' | 'copy';
  readonly id: string;
}

export function editorPlace({ edit, id }: Pick<ProductFilters, 'edit' | 'id'>): EditorPlace | null {
  if (edit === 'new') return { edit, id: '' };
  return (edit === 'edit' || edit === 'copy') && id !== '' ? { edit, id } : null;
}

/** An amount in minor units as the address has it. */
function minorOf(text: string): number | null {
  return /^\d{1,13}$/.test(text) ? Number(text) : null;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, fallback: T): T {
  return allowed.find((one) => one === value) ?? fallback;
}
