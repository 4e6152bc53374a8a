import { describe, expect, it } from 'vitest';
import { type ImageDraft, movedBy } from './image-drafts.ts';

const images: readonly ImageDraft[] = ['a', 'b', 'c'].map((key) => ({ kind: 'stored', key }));
const keys = (list: readonly ImageDraft[]) => list.map(({ key }) => key).join('');

describe("a product's pictures", () => {
  it('change places one step at a time', () => {
    expect(keys(movedBy(images, 'b', -1))).toBe('bac');
    expect(keys(movedBy(images, 'b', 1))).toBe('acb');
  });
  it('stay where they are at the ends', () => {
    expect(keys(movedBy(images, 'a', -1))).toBe('abc');
    expect(keys(movedBy(images, 'c', 1))).toBe('abc');
  });
});
