import { describe, expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

describe('a new password while it is typed', () => {
  it('counts the characters still missing, as people count them', () => {
    expect(passwordStrength('')).toMatchObject({ level: 0, missing: 8 });
    expect(passwordStrength('secret')).toMatchObject({ word: 'short', missing: 2 });
    expect(passwordStrength('😀😀😀😀')).toMatchObject({ word: 'short', missing: 4 });
  });

  it('is too long above 72 bytes, not characters', () => {
    expect(passwordStrength('a1'.repeat(36)).word).not.toBe('long');
    expect(passwordStrength('密码'.repeat(13)).word).toBe('long');
  });

  it('is better the longer and the more varied', () => {
    const levels = ['aaaaaaaa', 'kitchen7', 'plum tin 84', 'plum harbour tin 84'].map(
      (password) => passwordStrength(password).level,
    );
    expect(levels).toEqual([2, 2, 3, 4]);
  });
});
