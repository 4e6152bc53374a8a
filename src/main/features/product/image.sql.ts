import { modify, select } from '../../storage/sql.ts';
import type { ProductImageTable } from '../../storage/tables.ts';

export const findTile = select<{ id: string }, { webp: Buffer }>(
  'SELECT tile_webp AS webp FROM product_image WHERE id = :id',
);

export const findFullImage = select<{ id: string }, { webp: Buffer }>(
  'SELECT full_webp AS webp FROM product_image WHERE id = :id',
);

export const insertImage = modify<ProductImageTable>(`
INSERT INTO product_image (id, product_id, tile_webp, full_webp, created_at_ms)
VALUES (:id, :product_id, :tile_webp, :full_webp, :created_at_ms)`);

export const deleteImages = modify<{ product_id: string }>(
  'DELETE FROM product_image WHERE product_id = :product_id',
);

export const updateImageOfProduct = modify<{ id: string; image_id: string | null; now_ms: number }>(
  'UPDATE product SET image_id = :image_id, updated_at_ms = :now_ms, version = version + 1 WHERE id = :id',
);
