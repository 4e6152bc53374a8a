import type { PrinterErrorCode, PrinterStatus } from './printer.ts';

/** The real-time questions of ESC/POS (DLE EOT n), answered by one byte each even while offline. */
export type StatusQuestion = 1 | 2 | 4;

export function statusRequest(question: StatusQuestion): Buffer {
  return Buffer.from([0x10, 0x04, question]);
}

/** GS r 1: queued behind everything sent before, so its answer says that all of it was worked through. */
export const confirmRequest = Buffer.from([0x1d, 0x72, 0x01]);

/** Answers to DLE EOT have bits 1 and 4 set, bits 0 and 7 clear. Anything else on the line is noise. */
export function isStatusAnswer(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** Answers to GS r have bits 4 and 7 clear. */
export function isConfirmAnswer(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** ESC p: a 50 ms pulse on the drawer's pin 2, 500 ms rest. Every printer knows it, in line with what it prints. */
export const drawerPulse = Buffer.from([0x1b, 0x70, 0x00, 25, 250]);

/** DLE DC4 1: a 100 ms pulse at once, even while the printer waits for paper; not every printer knows it. */
export const drawerPulseNow = Buffer.from([0x10, 0x14, 0x01, 0x00, 0x01]);

/** Without paper or with its cover open a printer prints nothing, but can still open the drawer. */
export function opensDrawerAllTheSame(
  code: PrinterErrorCode,
): code is 'printer.paperEnd' | 'printer.coverOpen' {
  return code === 'printer.paperEnd' || code === 'printer.coverOpen';
}

export interface StatusAnswers {
  readonly printer: number;
  readonly offlineCause: number;
  readonly paper: number;
}

/** Bits as in Epson's reference of DLE EOT: n=1 bit 3 offline; n=2 bit 2 cover, bit 5 paper end;
 *  n=4 bits 2, 3 paper near its end, bits 5, 6 no paper. */
export function readStatus(answers: StatusAnswers): PrinterStatus {
  const noPaper = (answers.paper & 0x60) !== 0 || (answers.offlineCause & 0x20) !== 0;
  return {
    online: (answers.printer & 0x08) === 0,
    paper: noPaper ? 'end' : (answers.paper & 0x0c) !== 0 ? 'low' : 'ok',
    coverOpen: (answers.offlineCause & 0x04) !== 0,
  };
}

/** What keeps a printer from printing, the most telling cause first; null when it can print. */
export function hindrance(status: PrinterStatus): PrinterErrorCode | null {
  if (status.coverOpen) return 'printer.coverOpen';
  if (status.paper === 'end') return 'printer.paperEnd';
  return status.online ? null : 'printer.offline';
}
