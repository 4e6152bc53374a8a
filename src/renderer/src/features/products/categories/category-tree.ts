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

/** A category and its sisters, swapped one place up or down: their new positions; null at the edge. */
export function movedAmongSisters(
  nodes: readonly CategoryNode[],
  id: string,
  by: -1 | 1,
): { node: CategoryNode; position: number }[] | null {
  const self = nodes.find((node) => node.id === id);
  const sisters = nodes.filter((node) => node.parentId === self?.parentId);
  const from = sisters.findIndex((node) => node.id === id);
  const other = sisters[from + by];
  if (!self || !other) return null;
  const order = sisters.map((node, index) => (index === from ? other : index === from + by ? self : node));
  return order
    .map((node, position) => ({ node, position }))
    .filter(({ node, position }) => node.position !== position);
}
