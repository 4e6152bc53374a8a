import { connect, type Socket } from 'node:net';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

const closingTimeMs = 500;

/** A TCP line to a printer with a limit on every wait. Never throws: a dead line answers false or null. */
export class PrinterConnection {
  readonly #socket: Socket;
  readonly #received: number[] = [];
  #closed = false;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      // A printer says single bytes; more than this is a machine that babbles.
      if (this.#received.length < 4_096) this.#received.push(...chunk.subarray(0, 4_096));
      this.#wake();
    });
    const close = () => {
      this.#closed = true;
      this.#wake();
    };
    socket.on('close', close);
    socket.on('end', close);
    socket.on('error', close);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** @returns null when nobody answers at the address within the time. */
  static async open(address: PrinterAddress, timeoutMs: number): Promise<PrinterConnection | null> {
    const socket = connect(address.port, address.host);
    return await new Promise((resolve) => {
      const timer = setTimeout(() => fail(), timeoutMs);
      const fail = () => {
        clearTimeout(timer);
        socket.destroy();
        resolve(null);
      };
      socket.once('error', fail);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('error', fail);
        resolve(new PrinterConnection(socket));
      });
    });
  }

  /** Hands the bytes to the line. False when the line dies or takes nothing more for `timeoutMs`. */
  async write(bytes: Buffer, timeoutMs: number): Promise<boolean> {
    if (this.#closed) return false;
    return await new Promise((resolve) => {
      const end = (sent: boolean) => {
        clearTimeout(timer);
        this.#socket.off('close', dead);
        resolve(sent);
      };
      const dead = () => end(false);
      const timer = setTimeout(dead, timeoutMs);
      this.#socket.once('close', dead);
      this.#socket.write(bytes, (error) => end(!error));
    });
  }

  /** Takes the first byte that `wanted` accepts and leaves the others: two kinds of answer may be under way at
   *  once. Null when none comes in time. */
  async read(wanted: (byte: number) => boolean, timeoutMs: number): Promise<number | null> {
    const until = performance.now() + timeoutMs;
    while (true) {
      const at = this.#received.findIndex(wanted);
      if (at >= 0) return this.#received.splice(at, 1)[0] ?? null;
      const left = until - performance.now();
      if (this.#closed || left <= 0) return null;
      await this.#nextEvent(left);
    }
  }

  /** Bytes that came and answered nothing. */
  get unreadCount(): number {
    return this.#received.length;
  }

  /** Throws away what came so far, so that the next answer belongs to the next question. */
  forget(): void {
    this.#received.length = 0;
  }

  /** Lets what was sent go out and the line close (many printers take one line at a time); does not wait for a
   *  machine that never closes. */
  async finish(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    const timer = setTimeout(() => this.#socket.destroy(), closingTimeMs);
    if (!this.#socket.closed) {
      this.#socket.end();
      await closed;
    }
    clearTimeout(timer);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #nextEvent(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
