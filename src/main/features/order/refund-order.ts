import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { looksLikeCardNumber } from '../../../shared/values/card-number.ts';
import type { CommandCtx } from '../../context.ts';
import { findDocument } from '../../journal/document-rows.ts';
import { closeDocument } from '../sale/close-document.ts';
import { readShopFacts } from '../sale/shop-facts.ts';
import { findImportedRegister, listRefunds } from './order.sql.ts';
import { viewPayment } from './order-view.ts';
import { refundDraft } from './refund-draft.ts';

type Refusal = AppError<
  | 'register.inDoubt'
  | 'order.unknown'
  | 'order.alreadyRefunded'
  | 'order.notRefundable'
  | 'order.imported'
  | 'payment.cardNumber'
>;

/** Gives a whole sale back as a document of its own; the sale stays as it is. */
export function refundOrder(
  ctx: CommandCtx,
  input: CallParsedInput<'order.refund'>,
): Result<CallAnswer<'order.refund'>, Refusal> {
  const sure = ctx.services.numbers.check();
  if (!sure.ok) return sure;
  const sale = findDocument(ctx.db, input.id);
  if (!sale) return err({ code: 'order.unknown' });
  if (sale.kind !== 'sale') return err({ code: 'order.notRefundable', data: { kind: sale.kind } });
  if (ctx.db.get(findImportedRegister, { id: sale.registerId })) return err({ code: 'order.imported' });
  const [earlier] = ctx.db.all(listRefunds, { id: sale.id });
  if (earlier)
    return err({
      code: 'order.alreadyRefunded',
      data: { documentId: earlier.id, number: earlier.fiscal_number },
    });
  if (Object.values(input.references).some(looksLikeCardNumber)) return err({ code: 'payment.cardNumber' });
  const { reason, disposition, references } = input;
  const { cash } = readShopFacts(ctx.db);
  const { document } = closeDocument(ctx, refundDraft({ sale, reason, disposition, references, cash }));
  const { id: documentId, fiscalNumber, totalMinor } = document;
  const after = { documentId, fiscalNumber, totalMinor, disposition };
  ctx.audit({ action: 'order.refunded', subjectKind: 'document', subjectId: sale.id, after, reason });
  ctx.changed('order', sale.id);
  ctx.afterCommit(() => ctx.services.documentClosed(document));
  return ok({ documentId, fiscalNumber, totalMinor, payments: document.payments.map(viewPayment) });
}
