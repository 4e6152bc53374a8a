import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { staged } from '../../handlers.ts';
import { deleteImages, findFullImage, findTile, insertImage, updateImageOfProduct } from './image.sql.ts';
import { getProduct, type ProductView } from './product-view.ts';
import { type EncodedImage, reEncodeImage } from './re-encode-image.ts';

type Input = CallParsedInput<'product.setImage'>;
type Fault = AppError<'product.unknown' | 'image.unreadable' | 'image.tooLarge'>;

/** Decoding takes up to a second, so it happens before the transaction. */
export const setImage = staged<Input, ProductView, Fault['code'], EncodedImage | null, ProductView>({
  prepare: decode,
  run: store,
});

async function decode(ctx: QueryCtx, input: Input): Promise<Result<EncodedImage | null, Fault>> {
  const product = getProduct(ctx.db, input.id);
  if (!product.ok) return product;
  return input.imageBase64 === null ? ok(null) : reEncodeImage(Buffer.from(input.imageBase64, 'base64'));
}

function store(ctx: CommandCtx, { id }: Input, image: EncodedImage | null): Result<ProductView, Fault> {
  const before = getProduct(ctx.db, id);
  if (!before.ok) return before;
  const imageId = image ? ctx.newId() : null;
  ctx.db.run(deleteImages, { product_id: id });
  if (image && imageId) insertEncoded(ctx, id, imageId, image);
  ctx.db.runOne(updateImageOfProduct, { id, image_id: imageId, now_ms: ctx.nowMs });
  ctx.audit({
    action: imageId ? 'product.imageSet' : 'product.imageRemoved',
    subjectKind: 'product',
    subjectId: id,
    before: { imageId: before.value.imageId },
    after: { imageId },
  });
  ctx.emit({ kind: 'product.saved', productId: id, version: before.value.version + 1 });
  ctx.changed('product', id);
  return getProduct(ctx.db, id);
}

function insertEncoded(ctx: CommandCtx, productId: string, imageId: string, image: EncodedImage): void {
  ctx.db.runOne(insertImage, {
    id: imageId,
    product_id: productId,
    tile_webp: image.tileWebp,
    full_webp: image.fullWebp,
    created_at_ms: ctx.nowMs,
  });
}

export function getImage(
  ctx: QueryCtx,
  { imageId, size }: CallParsedInput<'product.getImage'>,
): Result<CallAnswer<'product.getImage'>, AppError<'product.unknown'>> {
  const image = ctx.db.get(size === 'tile' ? findTile : findFullImage, { id: imageId });
  if (!image) return err({ code: 'product.unknown', data: { imageId } });
  return ok({ mediaType: 'image/webp', dataBase64: image.webp.toString('base64') });
}
