import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const LARGEST_BYTES = 100_000;
const LARGEST_SIDE = 1000;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a real PNG of at most 100 kB and 1000 × 1000 and writes it anew, so that nothing but pixels is kept. */
export async function readLogo(
  base64: string,
): Promise<Result<Buffer, AppError<'image.unreadable' | 'image.tooLarge'>>> {
  const bytes = Buffer.from(base64, 'base64');
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE))
    return err({ code: 'image.unreadable' });
  if (bytes.length > LARGEST_BYTES) return tooLarge();
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (width > LARGEST_SIDE || height > LARGEST_SIDE) return tooLarge();
    const clean = await sharp(bytes, { limitInputPixels: LARGEST_SIDE * LARGEST_SIDE })
      .png({ compressionLevel: 9 })
      .toBuffer();
    return clean.length > LARGEST_BYTES ? tooLarge() : ok(clean);
  } catch {
    return err({ code: 'image.unreadable' });
  }
}

function tooLarge() {
  return err({
    code: 'image.tooLarge' as const,
    data: { largestBytes: LARGEST_BYTES, largestSide: LARGEST_SIDE },
  });
}
