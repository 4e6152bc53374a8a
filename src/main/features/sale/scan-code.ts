import { err } from '../../../shared/result.ts';
import type { CommandCtx } from '../../context.ts';
import { addGoods } from './add-to-cart.ts';
import { auditCart } from './cart-lines.ts';
import { readGoods } from './read-goods.ts';
import type { Answer, Input } from './sale-answers.ts';
import { readShopFacts, shopDay } from './shop-facts.ts';

/** Adds what a scanned code names; an unknown code changes nothing and is answered with what was read (R38). Goods past
 *  their expiry date stop the scan; who may sell them, or has a colleague's approval, says so (R33). */
export function scanBarcode(ctx: CommandCtx, input: Input<'sale.scanBarcode'>): Answer<'sale.scanBarcode'> {
  const shop = readShopFacts(ctx.db);
  const today = shopDay(shop, ctx.nowMs);
  const goods = readGoods(ctx.db, shop, { text: input.barcode, today });
  if (!goods.ok) return goods;
  const { product, item } = goods.value;
  const { expiresOn = null, batch = null } = item?.trace ?? {};
  if (expiresOn === null || expiresOn >= today) return addGoods(ctx, input, goods.value);
  if (!input.acceptExpired)
    return err({ code: 'sale.expired', data: { productId: product.id, name: product.name, expiresOn } });
  const allowed = ctx.require('sale.expired');
  if (!allowed.ok) return allowed;
  const added = addGoods(ctx, input, goods.value);
  if (added.ok) {
    const { sale, lineId } = added.value;
    auditCart(ctx, sale, 'sale.expiredSold', { after: { lineId, name: product.name, expiresOn, batch } });
  }
  return added;
}
