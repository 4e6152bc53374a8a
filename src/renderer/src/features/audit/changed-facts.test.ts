import { describe, expect, it } from 'vitest';
import { changedFacts } from './changed-facts.ts';

describe('what an act changed', () => {
  it('names only what is different, before and after', () => {
    const before = { id: '1', name: 'Carl', role: 'cashier', active: true, version: 1 };
    const after = { id: '1', name: 'Carl', role: 'manager', active: true, version: 2 };
    expect(changedFacts(before, after)).toEqual([{ name: 'role', before: 'cashier', after: 'manager' }]);
  });

  it('looks into lists and groups', () => {
    expect(changedFacts({ rates: [{ ratePpm: 190_000 }] }, { rates: [{ ratePpm: 200_000 }] })).toEqual([
      { name: 'rates.1.ratePpm', before: '190000', after: '200000' },
    ]);
  });

  it('shows everything of what is new, and nothing where nothing was noted', () => {
    expect(changedFacts(null, { name: 'Till 2', host: null })).toEqual([
      { name: 'name', before: null, after: 'Till 2' },
    ]);
    expect(changedFacts(null, undefined)).toEqual([]);
  });
});
