/** Paper rolls: millimetres, printable dots (8 a millimetre) and columns of the printer's 12-dot characters. */
export type RollWidthMm = 58 | 80;

export const rolls = {
  58: { columns: 32, dots: 384 },
  80: { columns: 48, dots: 576 },
} as const;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const tallestLogoDots = 1_000;

/** A logo that cannot be printed is left out: a receipt without one is better than none.
 *  Accepts a PNG no wider than the roll's dots and no taller than 1,000. */
export function isPrintableLogo(pngBase64: string, widestDots: number): boolean {
  const head = Buffer.from(pngBase64.slice(0, 64), 'base64');
  if (head.length < 24 || !head.subarray(0, 8).equals(pngSignature)) return false;
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  return width > 0 && width <= widestDots && height > 0 && height <= tallestLogoDots;
}
