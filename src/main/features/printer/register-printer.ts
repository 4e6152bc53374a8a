import type { PrinterEncoding } from '../../receipt-output/receipt-escpos.ts';
import type { RollWidthMm } from '../../receipt-output/receipt-paper.ts';
import type { ReadableDb } from '../../storage/sql.ts';
import { getPrinterSettings } from './print-job.sql.ts';

/** How one register prints. `address` is null where it has no printer of its own. */
export interface RegisterPrinter {
  readonly registerId: string;
  readonly registerName: string;
  readonly address: { readonly host: string; readonly port: number } | null;
  readonly widthMm: RollWidthMm;
  readonly encoding: PrinterEncoding;
  readonly printAutomatically: boolean;
  readonly hasDrawer: boolean;
}

export function registerPrinter(db: ReadableDb, registerId: string): RegisterPrinter {
  const row = db.get(getPrinterSettings, { register_id: registerId });
  if (!row) throw new Error(`there is no register ${registerId}`);
  return {
    registerId: row.id,
    registerName: row.name,
    address: row.printer_host ? { host: row.printer_host, port: row.printer_port } : null,
    widthMm: row.paper_width_mm,
    encoding: row.printer_encoding as PrinterEncoding,
    printAutomatically: row.print_automatically === 1,
    hasDrawer: row.has_drawer === 1,
  };
}
