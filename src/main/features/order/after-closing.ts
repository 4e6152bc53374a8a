import type { ClosedDocument } from '../../../domain/document/closed-document.ts';
import { toEscPos } from '../../receipt-output/receipt-escpos.ts';
import type { PrintService } from '../printer/print-service.ts';
import { queuePrint } from '../printer/queue-print.ts';
import { type RegisterPrinter, registerPrinter } from '../printer/register-printer.ts';
import type { ServiceParts } from '../services.ts';
import { issueReceipt, wasIssued } from './issue-receipt.ts';
import { buildReceipt } from './receipt-model.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock' | 'log'> & { readonly printing: PrintService };

/** After a document was committed: opens the drawer for cash, puts the receipt in line, as its register is set. Whatever goes
 *  wrong here stays here: the sale is closed. */
export function paperAfterClosing(parts: Parts, document: ClosedDocument): void {
  try {
    const printer = registerPrinter(parts.db, document.registerId);
    if (!printer.address) return;
    if (printer.hasDrawer && movesCash(document)) parts.printing.kickDrawer(printer.registerId);
    if (printer.printAutomatically) printOriginal(parts, document, printer);
  } catch (error) {
    parts.log.bug('paper after closing', error);
  }
}

function movesCash(document: ClosedDocument): boolean {
  return document.kind !== 'training' && document.payments.some((payment) => payment.kind === 'cash');
}

/** The issue and its job in one small transaction; a document that was printed meanwhile is not printed again. */
function printOriginal(parts: Parts, document: ClosedDocument, printer: RegisterPrinter): void {
  const { db, clock, printing } = parts;
  const { id: documentId, staffId } = document;
  const afterwards: (() => void)[] = [];
  const ctx = {
    db,
    nowMs: clock.nowMs(),
    newId: () => clock.newId(),
    afterCommit: (work: () => void) => void afterwards.push(work),
    services: { printing },
  };
  db.transaction(() => {
    const receipt = buildReceipt(db, documentId, 0);
    if (!receipt || wasIssued(db, documentId)) return;
    issueReceipt(db, { id: ctx.newId(), documentId, channel: 'printer', atMs: ctx.nowMs, staffId });
    const bytes = toEscPos(receipt.model, receipt.texts, { ...printer, cut: true, openDrawer: false });
    queuePrint(ctx, { registerId: printer.registerId, documentId, copyNumber: 0, bytes });
  });
  for (const work of afterwards) work();
}
