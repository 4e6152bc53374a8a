import { expect, it } from 'vitest';
import { keptNames } from './kept-names.ts';

const kept = [{ name: 'Milk' }, { name: 'Tea' }];

it('names all that stay, and says when there are more', () => {
  expect(keptNames({ kept, keptCount: 2 })).toBe('Milk, Tea');
  expect(keptNames({ kept, keptCount: 300 })).toBe('Milk, Tea, …');
});
