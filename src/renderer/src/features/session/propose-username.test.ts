import { describe, expect, it } from 'vitest';
import { isUsername, proposeUsername } from './propose-username.ts';

describe('the user name proposed for a person', () => {
  it.each([
    ['Olive Owner', 'olive'],
    ['Zoë Müller', 'zoe'],
    ["Seán O'Brien", 'sean'],
    ['王小明', 'staff'],
    ['X', 'staff'],
    ['  Ana   Ribeiro ', 'ana'],
  ])('%s → %s', (name, username) => {
    expect(proposeUsername(name)).toBe(username);
  });

  it('is always one the engine takes, and a free one', () => {
    const taken: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      const username = proposeUsername('Ana Ribeiro', taken);
      expect(isUsername(username)).toBe(true);
      expect(taken).not.toContain(username);
      taken.push(username);
    }
    expect(taken.slice(0, 4)).toEqual(['ana', 'ana.ribeiro', 'staff', 'ana2']);
  });
});
