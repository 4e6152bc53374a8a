import type { Category } from '../product-filters.ts';

export interface CategoryNode extends Category {
  /** 0 at the top. */
  depth: number;
  /** "Food / Drinks / Tea" */
  path: string;
}

/** The tree as a list in reading order: each category right before what lies in it. The engine's order decides among
 *  sisters. */
export function categoryNodes(categories: readonly Category[]): CategoryNode[] {
  const known = new Set(categories.map(({ id }) => id));
  const childrenOf = Map.groupBy(categories, ({ parentId }) =>
    parentId && known.has(parentId) ? parentId : null,
  );
  const walk = (parentId: string | null, depth: number, prefix: string): CategoryNode[] =>
    (childrenOf.get(parentId) ?? []).flatMap((category) => {
      const path = prefix + category.name;
      return [{ ...category, depth, path }, ...walk(category.id, depth + 1, `${path} / `)];
    });
  return walk(null, 0, '');
}

/** Where a category may be moved to: anywhere but into itself. */
export function possibleParents(nodes: readonly CategoryNode[], id: string): CategoryNode[] {
  const start = nodes.findIndex((node) => node.id === id);
  const self = nodes[start];
  if (!self) return [...nodes];
  const after = nodes.findIndex((node, index) => index > start && node.depth <= self.depth);
  const end = after === -1 ? nodes.length : after;
  return nodes.filter((_, index) => index < start || index >= end);
}

/** Where a category stands among its sisters after a step up or down; null at the edge. */
export function placeAfterStep(nodes: readonly CategoryNode[], id: string, by: -1 | 1): number | null {
  const self = nodes.find((node) => node.id === id);
  const sisters = nodes.filter((node) => node.parentId === self?.parentId);
  const place = sisters.findIndex((node) => node.id === id) + by;
  return self && place >= 0 && place < sisters.length ? place : null;
}
