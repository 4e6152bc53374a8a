import { err, ok, type Result } from '../../../shared/result.ts';
import {
  confirmRequest,
  drawerPulse,
  drawerPulseNow,
  hindrance,
  isConfirmAnswer,
  isStatusAnswer,
  opensDrawerAllTheSame,
  readStatus,
  type StatusQuestion,
  statusRequest,
} from './escpos-status.ts';
import type { PrintDone, Printer, PrinterError, PrinterErrorCode, PrinterStatus } from './printer.ts';
import { type PrinterAddress, PrinterConnection } from './printer-connection.ts';

export interface NetworkPrinterOptions extends PrinterAddress {
  /** False for the few printers that never talk back: nothing can then be confirmed or found out. */
  readonly answers?: boolean;
  readonly connectTimeoutMs?: number;
  readonly statusTimeoutMs?: number;
  /** Longest stretch in which the printer may take no byte. */
  readonly writeTimeoutMs?: number;
  /** Longest wait for the printer to say that it is done, after the last byte. */
  readonly confirmTimeoutMs?: number;
}

type Settings = Required<NetworkPrinterOptions>;

const chunkBytes = 4_096;
/** A printer left in automatic status mode sends a few bytes unasked; more than this is no printer. */
const mostStrayBytes = 16;
const standard = {
  answers: true,
  connectTimeoutMs: 3_000,
  statusTimeoutMs: 1_500,
  writeTimeoutMs: 8_000,
  confirmTimeoutMs: 15_000,
};

/** An ESC/POS printer on the network (raw TCP, usually port 9100). Asks how it is before the first byte, so a
 *  printer that is out of paper, open or stuck gets none; ends each job with a question whose answer means done. */
export class NetworkPrinter implements Printer {
  readonly #settings: Settings;
  /** Printers take one connection at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: NetworkPrinterOptions) {
    this.#settings = { ...standard, ...options };
  }

  print(bytes: Buffer): Promise<Result<PrintDone, PrinterError>> {
    return this.#inTurn((connection) => this.#printOn(connection, bytes));
  }

  status(): Promise<Result<PrinterStatus, PrinterError>> {
    return this.#inTurn((connection) => this.#ask(connection));
  }

  openDrawer(): Promise<Result<PrintDone, PrinterError>> {
    return this.#inTurn(async (connection) => {
      const before = this.#settings.answers ? await this.#ask(connection) : null;
      if (before && !before.ok) return before;
      const code = before && hindrance(before.value);
      if (!code) return this.#send(connection, drawerPulse);
      if (!opensDrawerAllTheSame(code)) return fault(code, false);
      const sent = await connection.write(drawerPulseNow, this.#settings.writeTimeoutMs);
      return sent ? ok({ confirmed: false }) : await this.#explain(connection);
    });
  }

  #inTurn<T>(
    work: (connection: PrinterConnection) => Promise<Result<T, PrinterError>>,
  ): Promise<Result<T, PrinterError>> {
    const mine = this.#turn.then(() => this.#withConnection(work));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #withConnection<T>(
    work: (connection: PrinterConnection) => Promise<Result<T, PrinterError>>,
  ): Promise<Result<T, PrinterError>> {
    const connection = await PrinterConnection.open(this.#settings, this.#settings.connectTimeoutMs);
    if (!connection) return fault('printer.offline', false);
    const result = await work(connection).catch((error: unknown) => {
      connection.destroy();
      throw error;
    });
    if (result.ok) await connection.finish();
    else connection.destroy();
    return result;
  }

  async #printOn(connection: PrinterConnection, bytes: Buffer): Promise<Result<PrintDone, PrinterError>> {
    if (this.#settings.answers) {
      const before = await this.#ask(connection);
      if (!before.ok) return before;
      const code = hindrance(before.value);
      if (code) return fault(code, false);
    }
    return this.#send(connection, bytes);
  }

  async #send(connection: PrinterConnection, bytes: Buffer): Promise<Result<PrintDone, PrinterError>> {
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      const sent = await connection.write(
        bytes.subarray(start, start + chunkBytes),
        this.#settings.writeTimeoutMs,
      );
      if (!sent) return await this.#explain(connection);
    }
    return this.#settings.answers ? await this.#confirm(connection) : ok({ confirmed: false });
  }

  async #confirm(connection: PrinterConnection): Promise<Result<PrintDone, PrinterError>> {
    const { confirmTimeoutMs, statusTimeoutMs, writeTimeoutMs } = this.#settings;
    connection.forget();
    if (!(await connection.write(confirmRequest, writeTimeoutMs))) return await this.#explain(connection);
    const until = performance.now() + confirmTimeoutMs;
    while (performance.now() < until && !connection.closed) {
      const patience = Math.min(statusTimeoutMs, until - performance.now());
      if ((await connection.read(isConfirmAnswer, patience)) !== null) return ok({ confirmed: true });
      const troubled = await this.#troubleNow(connection);
      if (troubled) return fault(troubled, true);
    }
    return await this.#explain(connection);
  }

  /** Looks while waiting whether the paper ran out or the cover was opened; a printer that is merely slow has
   *  no trouble. */
  async #troubleNow(connection: PrinterConnection): Promise<PrinterErrorCode | null> {
    if (!(await connection.write(statusRequest(2), this.#settings.writeTimeoutMs))) return null;
    const byte = await connection.read(isStatusAnswer, this.#settings.statusTimeoutMs);
    return byte === null ? null : hindrance(readStatus({ printer: 0x12, offlineCause: byte, paper: 0x12 }));
  }

  /** Bytes are out and no "done" came back: says why as well as it can. */
  async #explain(connection: PrinterConnection): Promise<{ ok: false; error: PrinterError }> {
    if (connection.closed) return fault('printer.offline', true);
    if (!this.#settings.answers) return fault('printer.stuck', true);
    const after = await this.#ask(connection);
    const code = after.ok ? hindrance(after.value) : after.error.code;
    return fault(code ?? 'printer.stuck', true);
  }

  async #ask(connection: PrinterConnection): Promise<Result<PrinterStatus, PrinterError>> {
    const printer = await this.#answer(connection, 1);
    const offlineCause = printer === null ? null : await this.#answer(connection, 2);
    const paper = offlineCause === null ? null : await this.#answer(connection, 4);
    const babbles = connection.unreadCount > mostStrayBytes;
    if (!babbles && printer !== null && offlineCause !== null && paper !== null) {
      return ok(readStatus({ printer, offlineCause, paper }));
    }
    return fault(connection.closed ? 'printer.offline' : 'printer.stuck', false);
  }

  async #answer(connection: PrinterConnection, question: StatusQuestion): Promise<number | null> {
    const { statusTimeoutMs } = this.#settings;
    if (!(await connection.write(statusRequest(question), statusTimeoutMs))) return null;
    return await connection.read(isStatusAnswer, statusTimeoutMs);
  }
}

function fault(code: PrinterErrorCode, mayHavePrinted: boolean): { ok: false; error: PrinterError } {
  return err({ code, mayHavePrinted });
}
