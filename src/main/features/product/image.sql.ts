import { modify, select } from '../../storage/sql.ts';
import type { ProductImageTable } from '../../storage/tables.ts';

export const findTile = select<{ id: string }, { webp: Buffer }>(
  'SELECT tile_webp AS webp FROM product_image WHERE id = :id',
);

export const findFullImage = select<{ id: string }, { webp: Buffer }>(
  'SELECT full_webp AS webp FROM product_image WHERE id = :id',
);

export const insertImage = modify<ProductImageTable>(`
INSERT INTO product_image (id, product_id, position, tile_webp, full_webp, created_at_ms)
VALUES (:id, :product_id, :position, :tile_webp, :full_webp, :created_at_ms)`);

export const deleteImage = modify<{ id: string }>('DELETE FROM product_image WHERE id = :id');

export const placeImage = modify<{ id: string; position: number }>(
  'UPDATE product_image SET position = :position WHERE id = :id',
);

/** After its pictures changed: the first one is the tile's. */
export const updateImageOfProduct = modify<{ id: string; now_ms: number }>(`
UPDATE product SET
  image_id = (SELECT i.id FROM product_image i WHERE i.product_id = :id ORDER BY i.position, i.id LIMIT 1),
  updated_at_ms = :now_ms, version = version + 1
WHERE id = :id`);
