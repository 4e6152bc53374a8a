import type { Result } from '../../../shared/result.ts';

export type PrinterErrorCode =
  | 'printer.offline'
  | 'printer.paperEnd'
  | 'printer.coverOpen'
  | 'printer.stuck'
  | 'printer.notConfigured';

/** @property mayHavePrinted some of the bytes had left for the printer: printing again may print twice. */
export interface PrinterError {
  readonly code: PrinterErrorCode;
  readonly mayHavePrinted: boolean;
}

/** @property confirmed the printer itself said that it worked through all bytes; false where it cannot. */
export interface PrintDone {
  readonly confirmed: boolean;
}

export interface PrinterStatus {
  readonly online: boolean;
  readonly paper: 'ok' | 'low' | 'end';
  readonly coverOpen: boolean;
}

/** One printer. Expected troubles are returned, never thrown. */
export interface Printer {
  print(bytes: Buffer): Promise<Result<PrintDone, PrinterError>>;
  status(): Promise<Result<PrinterStatus, PrinterError>>;
  /** Opens the cash drawer that hangs on it, out of paper or not. */
  openDrawer(): Promise<Result<PrintDone, PrinterError>>;
}

/** Stands for the printer of a register that has none. */
export const noPrinter: Printer = {
  print: async () => ({ ok: false, error: { code: 'printer.notConfigured', mayHavePrinted: false } }),
  status: async () => ({ ok: false, error: { code: 'printer.notConfigured', mayHavePrinted: false } }),
  openDrawer: async () => ({ ok: false, error: { code: 'printer.notConfigured', mayHavePrinted: false } }),
};
