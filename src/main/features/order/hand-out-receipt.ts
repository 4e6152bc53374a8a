import { join } from 'node:path';
import type { CallAnswer, CallParsedInput } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { toEscPos } from '../../receipt-output/receipt-escpos.ts';
import { toSvg } from '../../receipt-output/receipt-svg.ts';
import { queuePrint } from '../printer/queue-print.ts';
import { registerPrinter } from '../printer/register-printer.ts';
import { issueReceipt, type ReceiptChannel } from './issue-receipt.ts';
import { getFiscalNumber } from './order.sql.ts';
import { buildReceipt } from './receipt-model.ts';

type Unknown = AppError<'order.unknown'>;

/** How the receipt looks on the roll. Looking hands out nothing: it is no copy. */
export function previewReceipt(
  ctx: QueryCtx,
  input: CallParsedInput<'order.getReceiptSvg'>,
): Result<CallAnswer<'order.getReceiptSvg'>, Unknown> {
  const receipt = buildReceipt(ctx.db, input.id, 0);
  if (!receipt) return err({ code: 'order.unknown' });
  return ok({ svg: toSvg(receipt.model, receipt.texts, input.widthMm) });
}

/** What a PDF is drawn from again when the same command is asked twice. */
export interface IssuedPdf {
  readonly documentId: string;
  readonly copyNumber: number;
  readonly paper: CallParsedInput<'order.getReceiptPdf'>['paper'];
}

export function issuePdf(
  ctx: CommandCtx,
  input: CallParsedInput<'order.getReceiptPdf'>,
): Result<IssuedPdf, Unknown> {
  if (!ctx.db.get(getFiscalNumber, { id: input.id })) return err({ code: 'order.unknown' });
  return ok({ documentId: input.id, copyNumber: handOut(ctx, input.id, 'pdf'), paper: input.paper });
}

export async function renderPdf(
  ctx: QueryCtx,
  issued: IssuedPdf,
): Promise<CallAnswer<'order.getReceiptPdf'>> {
  const receipt = buildReceipt(ctx.db, issued.documentId, issued.copyNumber);
  if (!receipt) throw new Error(`the document is gone: ${issued.documentId}`);
  const fontsDir = join(ctx.services.resourcesDir, 'fonts');
  // Loaded with the first PDF: the till starts without it.
  const { toPdf } = await import('../../receipt-output/receipt-pdf.ts');
  const bytes = await toPdf(receipt.model, receipt.texts, { pageSize: issued.paper, fontsDir });
  const fileName = `receipt-${receipt.model.fiscalNumber ?? ''}.pdf`;
  return { fileName, mediaType: 'application/pdf', dataBase64: bytes.toString('base64') };
}

/** What a picture for the system's printer is drawn from again when the same command is asked twice. */
export interface IssuedPicture {
  readonly documentId: string;
  readonly copyNumber: number;
  readonly widthMm: 58 | 80;
}

export function issuePicture(
  ctx: CommandCtx,
  input: CallParsedInput<'order.issueReceiptSvg'>,
): Result<IssuedPicture, Unknown> {
  if (!ctx.db.get(getFiscalNumber, { id: input.id })) return err({ code: 'order.unknown' });
  return ok({ documentId: input.id, copyNumber: handOut(ctx, input.id, 'system'), widthMm: input.widthMm });
}

export function renderPicture(ctx: QueryCtx, issued: IssuedPicture): CallAnswer<'order.issueReceiptSvg'> {
  const receipt = buildReceipt(ctx.db, issued.documentId, issued.copyNumber);
  if (!receipt) throw new Error(`the document is gone: ${issued.documentId}`);
  return { svg: toSvg(receipt.model, receipt.texts, issued.widthMm), copyNumber: issued.copyNumber };
}

export function printReceipt(
  ctx: CommandCtx,
  input: CallParsedInput<'order.printReceipt'>,
): Result<CallAnswer<'order.printReceipt'>, AppError<'order.unknown' | 'printer.notConfigured'>> {
  if (!ctx.db.get(getFiscalNumber, { id: input.id })) return err({ code: 'order.unknown' });
  const printer = registerPrinter(ctx.db, ctx.device.registerId);
  if (!printer.address) return err({ code: 'printer.notConfigured' });
  const copyNumber = handOut(ctx, input.id, 'printer');
  const receipt = buildReceipt(ctx.db, input.id, copyNumber);
  if (!receipt) throw new Error(`the document is gone: ${input.id}`);
  const bytes = toEscPos(receipt.model, receipt.texts, { ...printer, cut: true, openDrawer: false });
  const { registerId } = printer;
  return ok({ jobId: queuePrint(ctx, { registerId, documentId: input.id, copyNumber, bytes }) });
}

function handOut(ctx: CommandCtx, documentId: string, channel: ReceiptChannel): number {
  const issue = { id: ctx.newId(), documentId, channel, atMs: ctx.nowMs, staffId: ctx.staff.id };
  const copyNumber = issueReceipt(ctx.db, issue);
  if (copyNumber > 0) {
    const after = { copyNumber, channel };
    ctx.audit({ action: 'receipt.reprinted', subjectKind: 'document', subjectId: documentId, after });
  }
  ctx.changed('order', documentId);
  return copyNumber;
}
