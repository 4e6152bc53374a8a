import { expect, it } from 'vitest';
import { labelSuggestions } from '../../shared/reference/label-suggestions.ts';
import { isShopPrefix, parsePattern } from './label-pattern.ts';
import { findClash } from './scale-label.ts';

it.each(['GB', 'US', 'JP', 'SE', 'FR'])('labels suggested in %s can be read and told apart', (country) => {
  const read = labelSuggestions(country).map(({ pattern, kind, decimals }) => {
    const parsed = parsePattern(pattern);
    if (!parsed.ok) throw new Error(`${pattern}: ${parsed.error.fault}`);
    expect(parsed.value.valueKind).toBe(kind);
    expect(decimals).toBeLessThanOrEqual(parsed.value.valueLength);
    expect(isShopPrefix(pattern)).toBe(true);
    return { pattern: parsed.value };
  });
  for (const [at, { pattern }] of read.entries())
    expect(findClash(pattern, read.toSpliced(at, 1))).toBeNull();
});
