import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareShop, milk, openBareShop } from '../../../../test/catalogue/bare-shop.ts';

let bare: BareShop;
let id: string;

beforeAll(async () => {
  bare = await openBareShop();
  id = (await bare.maya.call('product.create', milk)).id;
});
afterAll(() => bare.shop.close());

const base64 = (file: Buffer | string) => Buffer.from(file).toString('base64');
const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c02020' } });
const refused = (file: Buffer | string) =>
  bare.maya.refused('product.addImage', { id, imageBase64: base64(file) });

/** The product with this picture and no other. */
async function onlyImage(file: Buffer) {
  await bare.maya.call('product.arrangeImages', { id, imageIds: [] });
  return bare.maya.call('product.addImage', { id, imageBase64: base64(file) });
}

/** A PNG of one black bit a pixel: huge on screen, small as a file. */
function png(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe('product.addImage', () => {
  it('stores a tile of 240 pixels and a picture of at most 1200, as WebP', async () => {
    const file = await red(3000, 1500).png().toBuffer();
    const { imageId } = await onlyImage(file);
    const sizes = [];
    for (const size of ['tile', 'full'] as const) {
      const image = await bare.carl.call('product.getImage', { imageId: imageId ?? '', size });
      const { format, width, height } = await sharp(Buffer.from(image.dataBase64, 'base64')).metadata();
      sizes.push([image.mediaType, format, width, height]);
    }
    expect(sizes).toEqual([
      ['image/webp', 'webp', 240, 240],
      ['image/webp', 'webp', 1200, 600],
    ]);
  });

  it.each(['png', 'jpeg', 'webp'] as const)('takes %s', async (format) => {
    const file = await red(40, 40).toFormat(format).toBuffer();
    const product = await onlyImage(file);
    expect(product.imageId).not.toBeNull();
    expect(bare.shop.rows('SELECT id FROM product_image')).toEqual([{ id: product.imageId }]);
  });

  it('turns a photo upright and leaves its EXIF data behind', async () => {
    const exif = { IFD0: { Copyright: 'secret place', Artist: 'somebody' } };
    const photo = await red(60, 30).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { imageId } = await onlyImage(photo);
    const { dataBase64 } = await bare.carl.call('product.getImage', { imageId: imageId ?? '', size: 'full' });
    const stored = await sharp(Buffer.from(dataBase64, 'base64')).metadata();
    expect([stored.exif, stored.orientation, stored.width, stored.height]).toEqual([
      undefined,
      undefined,
      30,
      60,
    ]);
  });

  it('keeps the first frame of an animation', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const file = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    const { imageId } = await onlyImage(file);
    const { dataBase64 } = await bare.carl.call('product.getImage', { imageId: imageId ?? '', size: 'full' });
    const { data, info } = await sharp(Buffer.from(dataBase64, 'base64'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.height, (data[0] ?? 0) > 200, (data[1] ?? 255) < 60]).toEqual([20, true, true]);
  });

  it.each([
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    ],
    ['an SVG behind an XML head', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a text', 'name,price\nmilk,1.09\n'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00'],
    ['a PNG signature and nothing more', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG cut short', Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF', 'latin1')],
    ['nothing', ''],
  ])('refuses %s', async (_, file) => {
    const before = bare.shop.snapshot();
    expect(await refused(file)).toMatchObject({ code: 'image.unreadable' });
    expect(bare.shop.snapshot()).toBe(before);
  });

  it('refuses a tiny file that claims 50,000 by 50,000 pixels', async () => {
    expect(await refused(png(50_000, 50_000, Buffer.alloc(1)))).toMatchObject({ code: 'image.tooLarge' });
  });

  it('refuses a small file that unpacks to 300 megapixels, without unpacking it', async () => {
    const bomb = png(20_000, 15_000, Buffer.alloc(2501 * 15_000));
    expect(bomb.length).toBeLessThan(100_000);
    const started = performance.now();
    expect(await refused(bomb)).toMatchObject({ code: 'image.tooLarge', data: { maxPixels: 40_000_000 } });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('keeps at most eight pictures, in order, the first for the tile', async () => {
    await onlyImage(await red(10, 10).png().toBuffer());
    const file = await red(12, 12).png().toBuffer();
    for (let n = 0; n < 7; n++) await bare.maya.call('product.addImage', { id, imageBase64: base64(file) });
    const { imageIds, imageId } = await bare.carl.call('product.get', { id });
    expect([imageIds.length, imageId]).toEqual([8, imageIds[0]]);
    expect(await refused(file)).toMatchObject({ code: 'image.tooMany', data: { max: 8 } });
  });

  it('says when product or picture is unknown', async () => {
    const unknown = '019ca000-0000-7000-8fff-00000000dead';
    const file = base64(await red(10, 10).png().toBuffer());
    const set = await bare.maya.refused('product.addImage', { id: unknown, imageBase64: file });
    const get = await bare.carl.refused('product.getImage', { imageId: unknown });
    expect([set.code, get.code]).toEqual(['product.unknown', 'product.unknown']);
  });
});

describe('product.arrangeImages', () => {
  const add = async () =>
    bare.maya.call('product.addImage', { id, imageBase64: base64(await red(10, 10).png().toBuffer()) });

  it('puts pictures in another order and takes out what is left out, raises the version and audits it', async () => {
    await bare.maya.call('product.arrangeImages', { id, imageIds: [] });
    await add();
    await add();
    const before = await add();
    const [first, second, third] = before.imageIds as [string, string, string];
    const after = await bare.maya.call('product.arrangeImages', { id, imageIds: [third, first] });
    expect(after).toMatchObject({
      imageId: third,
      imageIds: [third, first],
      version: before.version + 1,
    });
    expect(bare.shop.rows('SELECT id FROM product_image ORDER BY position')).toEqual([
      { id: third },
      { id: first },
    ]);
    expect(await bare.carl.refused('product.getImage', { imageId: second })).toMatchObject({
      code: 'product.unknown',
    });
    const last = bare.shop.rows(
      "SELECT action, after_json FROM audit WHERE subject_kind = 'product' ORDER BY seq DESC LIMIT 1",
    );
    expect(last).toEqual([
      { action: 'product.imageRemoved', after_json: JSON.stringify({ imageIds: [third, first] }) },
    ]);
  });

  it('takes no picture of another product', async () => {
    const other = await bare.maya.call('product.create', { ...milk, name: 'Another' });
    const { imageIds } = await add();
    const before = bare.shop.snapshot();
    expect(await bare.maya.refused('product.arrangeImages', { id: other.id, imageIds })).toMatchObject({
      code: 'image.unknown',
    });
    expect(bare.shop.snapshot()).toBe(before);
  });
});
