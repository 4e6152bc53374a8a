import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUES } from '../../src/renderer/src/ui/hue.ts';
import { TILE_COLOURS } from '../../src/shared/contract/product.contract.ts';

const css = readFileSync(new URL('../../src/renderer/src/ui/tokens.css', import.meta.url), 'utf8');

/** Every value a token has: the light one first, the dark one after it. */
function valuesOf(token: string): string[] {
  return [...css.matchAll(new RegExp(`--${token}: (#[0-9a-f]{6});`, 'g'))].map((match) => match[1]!);
}

/** WCAG 2.1 relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of tiles', () => {
  it('are the ones products and categories may have', () => {
    expect(HUES).toEqual(TILE_COLOURS);
  });
  it.each(HUES.map((name, index) => [name, index] as const))('%s can be read in both themes', (_, index) => {
    const [papers, inks] = [valuesOf(`hue-${index}`), valuesOf(`hue-${index}-ink`)];
    expect([papers.length, inks.length]).toEqual([2, 2]);
    for (const [theme, paper] of papers.entries())
      expect(contrast(paper, inks[theme]!)).toBeGreaterThanOrEqual(4.5);
  });
});
