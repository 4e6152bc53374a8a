import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import { MOST_IMAGES } from '../../../shared/contract/product.contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { staged } from '../../handlers.ts';
import {
  deleteImage,
  findFullImage,
  findTile,
  insertImage,
  placeImage,
  updateImageOfProduct,
} from './image.sql.ts';
import { getProduct, type ProductView } from './product-view.ts';
import { type EncodedImage, reEncodeImage } from './re-encode-image.ts';

type AddInput = CallParsedInput<'product.addImage'>;
type AddFault = AppError<'product.unknown' | 'image.unreadable' | 'image.tooLarge' | 'image.tooMany'>;
type Arranged = Result<ProductView, AppError<'product.unknown' | 'image.unknown'>>;

/** Decoding takes up to a second, so it happens before the transaction. */
export const addImage = staged<AddInput, ProductView, AddFault['code'], EncodedImage, ProductView>({
  prepare: decode,
  run: store,
});

async function decode(ctx: QueryCtx, input: AddInput): Promise<Result<EncodedImage, AddFault>> {
  const product = withRoom(ctx, input.id);
  return product.ok ? reEncodeImage(Buffer.from(input.imageBase64, 'base64')) : product;
}

function store(ctx: CommandCtx, { id }: AddInput, image: EncodedImage): Result<ProductView, AddFault> {
  const before = withRoom(ctx, id);
  if (!before.ok) return before;
  ctx.db.runOne(insertImage, {
    id: ctx.newId(),
    product_id: id,
    position: before.value.imageIds.length,
    tile_webp: image.tileWebp,
    full_webp: image.fullWebp,
    created_at_ms: ctx.nowMs,
  });
  return saveImages(ctx, before.value, 'product.imageSet');
}

/** The pictures in the order of the list; a picture not in it is removed. */
export function arrangeImages(
  ctx: CommandCtx,
  { id, imageIds }: CallParsedInput<'product.arrangeImages'>,
): Arranged {
  const before = getProduct(ctx.db, id);
  if (!before.ok) return before;
  const wanted = [...new Set(imageIds)];
  const had = before.value.imageIds;
  const foreign = wanted.find((imageId) => !had.includes(imageId));
  if (foreign !== undefined) return err({ code: 'image.unknown', data: { imageId: foreign } });
  if (JSON.stringify(wanted) === JSON.stringify(had)) return before;
  for (const imageId of had) if (!wanted.includes(imageId)) ctx.db.runOne(deleteImage, { id: imageId });
  for (const [position, imageId] of wanted.entries()) ctx.db.runOne(placeImage, { id: imageId, position });
  return saveImages(
    ctx,
    before.value,
    wanted.length < had.length ? 'product.imageRemoved' : 'product.imageSet',
  );
}

function withRoom(
  ctx: QueryCtx,
  id: string,
): Result<ProductView, AppError<'product.unknown' | 'image.tooMany'>> {
  const product = getProduct(ctx.db, id);
  if (!product.ok || product.value.imageIds.length < MOST_IMAGES) return product;
  return err({ code: 'image.tooMany', data: { max: MOST_IMAGES } });
}

function saveImages(
  ctx: CommandCtx,
  before: ProductView,
  action: 'product.imageSet' | 'product.imageRemoved',
): Result<ProductView, AppError<'product.unknown'>> {
  const { id } = before;
  ctx.db.runOne(updateImageOfProduct, { id, now_ms: ctx.nowMs });
  const after = getProduct(ctx.db, id);
  if (!after.ok) return after;
  ctx.audit({
    action,
    subjectKind: 'product',
    subjectId: id,
    before: { imageIds: before.imageIds },
    after: { imageIds: after.value.imageIds },
  });
  ctx.emit({ kind: 'product.saved', productId: id, version: after.value.version });
  ctx.changed('product', id);
  return after;
}

export function getImage(
  ctx: QueryCtx,
  { imageId, size }: CallParsedInput<'product.getImage'>,
): Result<CallAnswer<'product.getImage'>, AppError<'product.unknown'>> {
  const image = ctx.db.get(size === 'tile' ? findTile : findFullImage, { id: imageId });
  if (!image) return err({ code: 'product.unknown', data: { imageId } });
  return ok({ mediaType: 'image/webp', dataBase64: image.webp.toString('base64') });
}
