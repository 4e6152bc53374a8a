import { createServer, type Server, type Socket } from 'node:net';
import { EscPosInterpreter, type PrintedPaper } from './escpos-paper.ts';

/**
 * `stuck` accepts and never reads; `mute` reads and prints but never answers; `freezesMidJob` answers until the job
 * comes and then stops reading; `paperEndsMidJob` prints `afterBytes` and then holds the rest; `cutsMidJob` closes
 * the line after `afterBytes` of a job; `garbage` answers with another protocol; `slow` takes its time.
 */
export type PrinterFault =
  | 'none'
  | 'paperOut'
  | 'paperLow'
  | 'coverOpen'
  | 'offline'
  | 'stuck'
  | 'mute'
  | 'freezesMidJob'
  | 'paperEndsMidJob'
  | 'cutsMidJob'
  | 'garbage'
  | 'slow';

const afterBytes = 200;
const slowDelayMs = 60;

/** A network receipt printer that speaks ESC/POS over TCP, with faults to order. */
export class FakePrinter {
  fault: PrinterFault = 'none';
  connections = 0;
  /** Most lines open at the same moment: a real printer takes one. */
  mostAtOnce = 0;
  readonly #interpreter: EscPosInterpreter;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(kanjiCodec?: string) {
    this.#interpreter = new EscPosInterpreter(kanjiCodec);
    this.#server = createServer((socket) => this.#accept(socket));
  }

  get openLines(): number {
    return this.#sockets.size;
  }

  get paper(): PrintedPaper {
    return this.#interpreter.paper;
  }

  /** Turns it on. @returns the port it listens on; give it again to come back at the same address. */
  async start(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no TCP address');
    return address.port;
  }

  /** Turns it off. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#sockets.size);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => {});
    if (this.fault === 'stuck') {
      socket.pause();
      return;
    }
    this.#listen(socket);
  }

  #listen(socket: Socket): void {
    let pending = Buffer.alloc(0);
    let jobBytes = 0;
    socket.on('data', (chunk: Buffer) => {
      const { job, questions } = takeQuestions(chunk);
      for (const question of questions) this.#answerStatus(socket, question);
      if (job.length === 0) return;
      if (isPulse(job)) {
        this.paper.drawerKicks += 1;
        return;
      }
      jobBytes += job.length;
      const room = this.#room(socket, job, jobBytes);
      pending = Buffer.concat([pending, room]);
      const used = this.#interpreter.feed(pending, () => this.#answer(socket, 0x00));
      pending = pending.subarray(used);
    });
  }

  /** How much of the job this printer takes in, with what its fault makes of the line. */
  #room(socket: Socket, job: Buffer, jobBytes: number): Buffer {
    const left = Math.max(0, afterBytes - (jobBytes - job.length));
    switch (this.fault) {
      case 'freezesMidJob':
        socket.pause();
        return job.subarray(0, left);
      case 'cutsMidJob':
        socket.destroy();
        return job.subarray(0, left);
      case 'paperEndsMidJob':
        return job.subarray(0, left);
      // Held back until there is paper and the cover is shut.
      case 'paperOut':
      case 'coverOpen':
        return job.subarray(0, 0);
      default:
        return job;
    }
  }

  #answerStatus(socket: Socket, question: number): void {
    const ranOut = this.fault === 'paperEndsMidJob' && this.paper.lines.length > 0;
    const noPaper = this.fault === 'paperOut' || ranOut;
    const open = this.fault === 'coverOpen';
    if (question === 1) this.#answer(socket, noPaper || open || this.fault === 'offline' ? 0x1a : 0x12);
    else if (question === 2) this.#answer(socket, 0x12 | (open ? 0x04 : 0) | (noPaper ? 0x20 : 0));
    else if (question === 4) this.#answer(socket, noPaper ? 0x72 : this.fault === 'paperLow' ? 0x1e : 0x12);
  }

  #answer(socket: Socket, byte: number): void {
    if (this.fault === 'mute') return;
    if (this.fault === 'garbage') socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else if (this.fault === 'slow') setTimeout(() => socket.write(Buffer.from([byte])), slowDelayMs);
    else socket.write(Buffer.from([byte]));
  }
}

/** Real-time questions (DLE EOT n) before or after a piece of the job are answered at once and are no part of it.
 *  The same bytes inside a picture are left alone. */
function takeQuestions(chunk: Buffer): { job: Buffer; questions: number[] } {
  const questions: number[] = [];
  let [start, end] = [0, chunk.length];
  for (; isQuestion(chunk, start); start += 3) questions.push(chunk[start + 2]!);
  for (; end - 3 >= start && isQuestion(chunk, end - 3); end -= 3) questions.push(chunk[end - 1]!);
  return { job: chunk.subarray(start, end), questions };
}

/** DLE DC4 1 m t: the drawer opens at once, whatever else the printer lacks. */
function isPulse(job: Buffer): boolean {
  return job.length === 5 && job.subarray(0, 3).equals(Buffer.from([0x10, 0x14, 0x01]));
}

function isQuestion(chunk: Buffer, at: number): boolean {
  return chunk[at] === 0x10 && chunk[at + 1] === 0x04 && [1, 2, 4].includes(chunk[at + 2] ?? 0);
}
