import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareShop, milk, openBareShop } from '../../../../test/catalogue/bare-shop.ts';
import type { CallOutput } from '../../../shared/contract/index.ts';

type Category = CallOutput<'category.save'>;

let bare: BareShop;
beforeAll(async () => {
  bare = await openBareShop();
});
afterAll(() => bare.shop.close());

const add = (name: string, parentId: string | null = null, position = 0) =>
  bare.maya.call('category.save', { name, parentId, position });
const childrenOf = (tree: readonly Category[], parentId: string | null) =>
  tree.filter((category) => category.parentId === parentId).map(({ name }) => name);
const now = async (id: string): Promise<Category> => {
  const all = await bare.carl.call('category.list', { withArchived: true });
  return all.find((category) => category.id === id)!;
};

describe('category.move', () => {
  it('puts a category between its new sisters, which close up in order', async () => {
    const shelf = await add('shelf');
    const ids = [];
    for (const [position, name] of ['a', 'b', 'c'].entries())
      ids.push((await add(name, shelf.id, position)).id);
    const loose = await add('x');
    const tree = await bare.maya.call('category.move', {
      id: loose.id,
      expectedVersion: loose.version,
      parentId: shelf.id,
      place: 1,
    });
    expect(childrenOf(tree, shelf.id)).toEqual(['a', 'x', 'b', 'c']);
    const last = await now(ids[2]!);
    const back = await bare.maya.call('category.move', {
      id: last.id,
      expectedVersion: last.version,
      parentId: shelf.id,
      place: 0,
    });
    expect(childrenOf(back, shelf.id)).toEqual(['c', 'a', 'x', 'b']);
  });

  it('never goes into itself, however deep, nor moves on a version that has passed', async () => {
    const top = await add('top');
    const middle = await add('middle', top.id);
    const bottom = await add('bottom', middle.id);
    const before = bare.shop.snapshot();
    const move = { id: top.id, expectedVersion: top.version, place: 0 };
    for (const parentId of [top.id, middle.id, bottom.id])
      expect(await bare.maya.refused('category.move', { ...move, parentId })).toMatchObject({
        code: 'category.cycle',
      });
    const stale = { ...move, expectedVersion: 99, parentId: null };
    expect(await bare.maya.refused('category.move', stale)).toMatchObject({ code: 'version.conflict' });
    expect(bare.shop.snapshot()).toBe(before);
  });
});

describe('category.countProducts', () => {
  it('counts what lies below, also where what is between was archived', async () => {
    const top = await add('counted', null, 9);
    const parent = await add('z parent', top.id);
    const child = await add('a child', parent.id);
    const product = await bare.maya.call('product.create', {
      ...milk,
      name: 'counted',
      categoryId: child.id,
    });
    const turn = (status: 'active' | 'archived', expectedVersion: number) =>
      bare.maya.call('product.setStatus', { id: product.id, expectedVersion, status });
    const away = await turn('archived', product.version);
    for (const { id, version } of [child, parent])
      await bare.maya.call('category.archive', { id, expectedVersion: version });
    await turn('active', away.version);
    const counts = await bare.maya.call('category.countProducts', {});
    expect(counts.find(({ categoryId }) => categoryId === top.id)?.products).toBe(1);
  });
});

describe('category.archive', () => {
  it('is refused while something lies in it, and says how much', async () => {
    const full = await add('full');
    await add('below', full.id);
    await bare.maya.call('product.create', { ...milk, name: 'in it', categoryId: full.id });
    const { id, version: expectedVersion } = await now(full.id);
    expect(await bare.maya.refused('category.archive', { id, expectedVersion })).toMatchObject({
      code: 'category.notEmpty',
      data: { products: 1, categories: 1 },
    });
  });

  it('moves products and subcategories where it is told, each with a version of its own', async () => {
    const [from, to] = [await add('from'), await add('to')];
    const child = await add('child', from.id);
    const product = await bare.maya.call('product.create', { ...milk, name: 'moves', categoryId: from.id });
    const tree = await bare.maya.call('category.archive', {
      id: from.id,
      expectedVersion: from.version,
      moveTo: to.id,
    });
    expect(tree.find(({ id }) => id === from.id)).toBeUndefined();
    expect(tree.find(({ id }) => id === child.id)).toMatchObject({ parentId: to.id });
    expect(await bare.carl.call('product.get', { id: product.id })).toMatchObject({
      categoryId: to.id,
      version: product.version + 1,
    });
    expect(await now(from.id)).toMatchObject({ archived: true });
  });

  it('moves nothing into the category itself or below it', async () => {
    const self = await add('self');
    const inside = await add('inside', self.id);
    for (const moveTo of [self.id, inside.id])
      expect(
        await bare.maya.refused('category.archive', { id: self.id, expectedVersion: self.version, moveTo }),
      ).toMatchObject({ code: 'category.cycle' });
  });

  it('takes no new products, keeps its archived ones, and comes back', async () => {
    const old = await add('old');
    const kept = await bare.maya.call('product.create', { ...milk, name: 'kept', categoryId: old.id });
    const away = await bare.maya.call('product.setStatus', {
      id: kept.id,
      expectedVersion: kept.version,
      status: 'archived',
    });
    await bare.maya.call('category.archive', { id: old.id, expectedVersion: old.version });
    expect(await bare.maya.refused('product.create', { ...milk, categoryId: old.id })).toMatchObject({
      code: 'category.unknown',
    });
    const same = { ...milk, id: kept.id, name: 'kept well', categoryId: old.id };
    await bare.maya.call('product.update', { ...same, expectedVersion: away.version });
    const { version: expectedVersion } = await now(old.id);
    const tree = await bare.maya.call('category.restore', { id: old.id, expectedVersion });
    expect(tree.find(({ id }) => id === old.id)).toMatchObject({ archived: false });
  });

  it('comes back at the top when its parent is archived meanwhile', async () => {
    const parent = await add('parent');
    const child = await add('only child', parent.id);
    await bare.maya.call('category.archive', { id: child.id, expectedVersion: child.version });
    await bare.maya.call('category.archive', { id: parent.id, expectedVersion: parent.version });
    const { version: expectedVersion } = await now(child.id);
    await bare.maya.call('category.restore', { id: child.id, expectedVersion });
    expect(await now(child.id)).toMatchObject({ archived: false, parentId: null });
  });
});
