import { describe, expect, it } from 'vitest';
import { ALL, choose, countChosen, isChosen, NONE, toSelection } from './selection.ts';

describe('the chosen rows', () => {
  it('are counted and told apart', () => {
    const two = choose(NONE, ['a', 'b'], true);
    expect([isChosen(two, 'a'), isChosen(two, 'c'), countChosen(two, 10)]).toEqual([true, false, 2]);
    const one = choose(two, ['b'], false);
    expect([isChosen(one, 'b'), countChosen(one, 10)]).toEqual([false, 1]);
  });
  it('may be all that match but a few, and a few may come back', () => {
    const most = choose(ALL, ['a', 'b'], false);
    expect([isChosen(most, 'a'), isChosen(most, 'z'), countChosen(most, 10)]).toEqual([false, true, 8]);
    expect(countChosen(choose(most, ['a'], true), 10)).toBe(9);
  });
  it('go to the engine by id, or as the filter and what is left out', () => {
    expect(toSelection(choose(NONE, ['a'], true), { text: 'x' })).toEqual({ kind: 'ids', ids: ['a'] });
    expect(toSelection(choose(ALL, ['a'], false), { text: 'x' })).toEqual({
      kind: 'filter',
      filter: { text: 'x' },
      except: ['a'],
    });
  });
});
