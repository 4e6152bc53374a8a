import sharp, { type Sharp } from 'sharp';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const MAX_PIXELS = 40_000_000;
const TILE_PIXELS = 240;
const FULL_PIXELS = 1200;
const SECONDS = 20;

export interface EncodedImage {
  /** Square, cut to fill. */
  readonly tileWebp: Buffer;
  /** At most 1200 pixels wide and high. */
  readonly fullWebp: Buffer;
}

type Fault = AppError<'image.unreadable' | 'image.tooLarge'>;

/** Decodes a PNG, JPEG or WebP and writes it anew as WebP: what was hidden in the file (EXIF, place, trailing data)
 *  stays behind, an animation keeps its first frame. The kind is read from the bytes; nothing else, and no SVG,
 *  ever reaches a decoder. */
export async function reEncodeImage(file: Buffer): Promise<Result<EncodedImage, Fault>> {
  if (!isRaster(file)) return err({ code: 'image.unreadable' });
  try {
    const { width, height } = await open(file).metadata();
    if (width * height > MAX_PIXELS) return tooLarge();
    return ok({ tileWebp: await tile(file), fullWebp: await full(file) });
  } catch (error) {
    return /pixel limit/i.test((error as Error).message) ? tooLarge() : err({ code: 'image.unreadable' });
  }
}

function open(file: Buffer): Sharp {
  return sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).timeout({
    seconds: SECONDS,
  });
}

function tile(file: Buffer): Promise<Buffer> {
  const size = { width: TILE_PIXELS, height: TILE_PIXELS, fit: 'cover' } as const;
  return open(file).autoOrient().resize(size).webp({ quality: 80 }).toBuffer();
}

function full(file: Buffer): Promise<Buffer> {
  const size = { width: FULL_PIXELS, height: FULL_PIXELS, fit: 'inside', withoutEnlargement: true } as const;
  return open(file).autoOrient().resize(size).webp({ quality: 85 }).toBuffer();
}

function isRaster(file: Buffer): boolean {
  const ascii = (from: number, to: number): string => file.toString('latin1', from, to);
  const png = ascii(0, 8) === '\x89PNG\r\n\x1a\n';
  const jpeg = ascii(0, 3) === '\xff\xd8\xff';
  const webp = ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP';
  return png || jpeg || webp;
}

function tooLarge(): Result<never, Fault> {
  return err({ code: 'image.tooLarge', data: { maxPixels: MAX_PIXELS } });
}
