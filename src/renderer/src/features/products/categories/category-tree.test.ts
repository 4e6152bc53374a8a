import { describe, expect, it } from 'vitest';
import type { Category } from '../product-filters.ts';
import { categoryNodes, placeAfterStep, possibleParents } from './category-tree.ts';

const category = (id: string, parentId: string | null = null, position = 0): Category => ({
  id,
  name: id.toUpperCase(),
  parentId,
  position,
  colour: null,
  archived: false,
  version: 1,
});

const SHELF = [
  category('food', null, 0),
  category('tea', 'drinks', 0),
  category('drinks', 'food', 1),
  category('bread', 'food', 0),
  category('gifts', null, 1),
];

describe('the category tree', () => {
  it('shows each category right before what lies in it, with its whole path', () => {
    const shown = categoryNodes(SHELF).map(({ path, depth }) => [path, depth]);
    expect(shown).toEqual([
      ['FOOD', 0],
      ['FOOD / DRINKS', 1],
      ['FOOD / DRINKS / TEA', 2],
      ['FOOD / BREAD', 1],
      ['GIFTS', 0],
    ]);
  });

  it('shows a category whose parent is not there at the top, rather than not at all', () => {
    expect(categoryNodes([category('lost', 'gone')]).map(({ id }) => id)).toEqual(['lost']);
  });

  it('never offers to put a category inside itself', () => {
    const offered = possibleParents(categoryNodes(SHELF), 'drinks').map(({ id }) => id);
    expect(offered).toEqual(['food', 'bread', 'gifts']);
  });

  it('steps past its sister, and not past the first or last', () => {
    const nodes = categoryNodes(SHELF);
    expect(placeAfterStep(nodes, 'gifts', -1)).toBe(0);
    expect(placeAfterStep(nodes, 'food', 1)).toBe(1);
    expect(placeAfterStep(nodes, 'food', -1)).toBeNull();
    expect(placeAfterStep(nodes, 'gifts', 1)).toBeNull();
  });
});
