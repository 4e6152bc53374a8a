import { err, ok } from '../../../shared/result.ts';
import { type FeatureHandlers, staged } from '../../handlers.ts';
import { findOrder } from './find-order.ts';
import {
  issuePdf,
  issuePicture,
  previewReceipt,
  printReceipt,
  renderPdf,
  renderPicture,
} from './hand-out-receipt.ts';
import { listOrders } from './order-list.ts';
import { viewOrder } from './order-view.ts';
import { refundOrder } from './refund-order.ts';

export const orderHandlers: FeatureHandlers<'order'> = {
  list: (ctx, input) => ok(listOrders(ctx.db, input)),

  get: (ctx, { id }) => {
    const order = viewOrder(ctx.db, id);
    return order ? ok(order) : err({ code: 'order.unknown' });
  },

  findByNumber: (ctx, { number }) => {
    const id = findOrder(ctx.db, number, ctx.at?.registerId ?? null);
    return id ? ok({ id }) : err({ code: 'order.unknown' });
  },

  refund: refundOrder,
  getReceiptSvg: previewReceipt,
  getReceiptPdf: staged({ run: issuePdf, finish: renderPdf }),
  issueReceiptSvg: staged({ run: issuePicture, finish: renderPicture }),
  printReceipt,
};
