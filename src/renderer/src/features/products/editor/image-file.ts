/** Formats that hold pixels only; an SVG is a program and stays out. */
export const RASTER_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
const MOST_BYTES = 10_000_000;

export type PictureFault = 'imageNotRaster' | 'imageTooLarge';

/** What speaks against a file before it is read; the engine looks inside it later. */
export function pictureFault(file: { type: string; size: number }): PictureFault | null {
  if (!RASTER_TYPES.some((type) => type === file.type)) return 'imageNotRaster';
  return file.size > MOST_BYTES ? 'imageTooLarge' : null;
}

/** A file's bytes in base64, read without blocking the page. */
export async function readBase64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}
