import { expect, it } from 'vitest';
import { moved } from './reorder.ts';

it('moves a favourite one place', () => {
  expect(moved(['milk', 'bread', 'tea'], 2, -1)).toEqual(['milk', 'tea', 'bread']);
  expect(moved(['milk', 'bread', 'tea'], 0, 1)).toEqual(['bread', 'milk', 'tea']);
});

it('leaves the first first and the last last', () => {
  const list = ['milk', 'bread'];
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 1, 1)).toBe(list);
});
