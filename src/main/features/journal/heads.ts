import { join } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { zoneOffsetMinutes } from '../../../shared/values/business-day.ts';
import type { CommandCtx, QueryCtx } from '../../context.ts';
import { readReceiptHead } from '../../journal/receipt-head.ts';
import { rowsToEscPos } from '../../receipt-output/receipt-escpos.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { queuePrint } from '../printer/queue-print.ts';
import { receiptLocale, receiptTexts } from '../printer/receipt-language.ts';
import { registerPrinter } from '../printer/register-printer.ts';
import { type HeadsSlip, headsSlip } from './heads-slip.ts';
import { getShopName, listHeads } from './journal.sql.ts';

type Heads = CallAnswer<'journal.heads'>['registers'];

export function readHeads(db: ReadableDb): Heads {
  return db.all(listHeads, {}).map((row) => ({
    registerId: row.id,
    registerName: row.name,
    prefix: row.prefix,
    retired: row.retired === 1,
    count: row.entries,
    hash: row.hash,
    lastAtMs: row.at_ms,
    receipts: readReceiptHead(db, row.id),
    beforeSigning: row.before_signing,
    outOfOrder: row.signed === 0,
  }));
}

export function printHeads(
  ctx: CommandCtx,
): Result<CallAnswer<'journal.printHeads'>, AppError<'printer.notConfigured'>> {
  const printer = registerPrinter(ctx.db, ctx.device.registerId);
  if (!printer.address) return err({ code: 'printer.notConfigured' });
  const rows = headsSlip(slipOf(ctx), receiptTexts(ctx.db));
  const bytes = rowsToEscPos(rows, { ...printer, cut: true, openDrawer: false });
  const jobId = queuePrint(ctx, { registerId: printer.registerId, documentId: null, copyNumber: 0, bytes });
  ctx.audit({ action: 'journal.headsPrinted', subjectKind: 'shop', subjectId: 'journal' });
  return ok({ jobId });
}

export async function drawHeadsPdf(ctx: QueryCtx): Promise<Result<CallAnswer<'journal.getHeadsPdf'>, never>> {
  const slip = slipOf(ctx);
  const texts = receiptTexts(ctx.db);
  // Loaded with the first PDF: the till starts without it.
  const { rowsToPdf } = await import('../../receipt-output/receipt-pdf.ts');
  const { shopName: author, locale, atMs: createdAtMs } = slip;
  const bytes = await rowsToPdf(
    headsSlip(slip, texts),
    { title: texts.heads.title, author, locale, createdAtMs },
    { pageSize: 'A4', fontsDir: join(ctx.services.resourcesDir, 'fonts') },
  );
  const day = new Date(slip.atMs + slip.zoneOffsetMinutes * 60_000).toISOString().slice(0, 10);
  return ok({
    fileName: `journal-${day}.pdf`,
    mediaType: 'application/pdf' as const,
    dataBase64: bytes.toString('base64'),
  });
}

function slipOf({ db, nowMs }: QueryCtx): HeadsSlip {
  const shop = db.get(getShopName, {});
  if (!shop) throw new Error('there is no shop');
  return {
    shopName: shop.name,
    heads: readHeads(db),
    atMs: nowMs,
    zoneOffsetMinutes: zoneOffsetMinutes(nowMs, shop.time_zone),
    locale: receiptLocale(db),
  };
}
