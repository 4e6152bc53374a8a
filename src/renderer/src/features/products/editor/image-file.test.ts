import { expect, it } from 'vitest';
import { pictureFault } from './image-file.ts';

it('takes photographs and drawings of pixels', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    expect(pictureFault({ type, size: 9_000_000 })).toBeNull();
});

it('refuses pictures that are programs, and files that are no pictures', () => {
  expect(pictureFault({ type: 'image/svg+xml', size: 10 })).toBe('imageNotRaster');
  expect(pictureFault({ type: 'application/pdf', size: 10 })).toBe('imageNotRaster');
});

it('refuses what is too large to send', () => {
  expect(pictureFault({ type: 'image/png', size: 10_000_001 })).toBe('imageTooLarge');
});
