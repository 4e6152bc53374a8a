import { err, ok, type Result } from '../../../../shared/result.ts';

/** As wide as 80 mm paper prints in 2/3 of its dots: sharp, and small enough to store. */
const WIDEST_PX = 384;
const HIGHEST_PX = 192;
const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
const LARGEST_PNG_BASE64 = 133_000;

/** Turns a picture file into the PNG a receipt carries, shrunk on white to what a printer can show.
 *  @returns base64 without a prefix */
export async function toReceiptLogo(
  file: File,
): Promise<Result<string, 'image.unreadable' | 'image.tooLarge'>> {
  if (file.size > LARGEST_FILE_BYTES) return err('image.tooLarge');
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return err('image.unreadable');
  for (let shrink = 1; shrink >= 0.25; shrink /= 2) {
    const png = drawPng(bitmap, shrink);
    if (png !== null && png.length <= LARGEST_PNG_BASE64) return ok(png);
  }
  return err('image.tooLarge');
}

function drawPng(bitmap: ImageBitmap, shrink: number): string | null {
  const scale = Math.min(1, WIDEST_PX / bitmap.width, HIGHEST_PX / bitmap.height) * shrink;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1] ?? null;
}
