import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What shim/failing-disk.c counts: calls on files below the watched folder. */
export const OPERATIONS = { write: 1, sync: 2, open: 4, resize: 8, name: 16, any: 31 } as const;
export type Operation = keyof typeof OPERATIONS;
const MODES = { once: 0, fromThenOn: 1, kill: 2 } as const;
export type Mode = keyof typeof MODES;
const ERRNO = { EIO: 5, ENOSPC: 28 } as const;

export interface Order {
  readonly operation: Operation;
  /** The first call that fails, from 1. */
  readonly nth: number;
  readonly mode: Mode;
  readonly error?: keyof typeof ERRNO;
}

export interface Told {
  /** Calls of the kind asked for since the order was given. */
  readonly seen: number;
  readonly hits: number;
  /** The name of the file whose call failed last. */
  readonly file: string;
}

const BYTES = 24 + 64;

/** The page that the preloaded shim and the test share. */
export class DiskControl {
  readonly #descriptor: number;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r+');
  }

  order({ operation, nth, mode, error = 'EIO' }: Order): void {
    this.#write([OPERATIONS[operation], nth, ERRNO[error], MODES[mode], 0, 0]);
  }

  /** All calls succeed again. @returns what happened since the order. */
  stop(): Told {
    const page = Buffer.alloc(BYTES);
    readSync(this.#descriptor, page, 0, BYTES, 0);
    this.#write([0, 0, 0, 0, 0, 0]);
    const name = page.subarray(24);
    const file = name.toString('utf8', 0, name.indexOf(0));
    return { seen: page.readInt32LE(16), hits: page.readInt32LE(20), file };
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(numbers: readonly number[]): void {
    const page = Buffer.alloc(BYTES);
    for (const [index, number] of numbers.entries()) page.writeInt32LE(number, index * 4);
    writeSync(this.#descriptor, page, 0, BYTES, 0);
  }
}

export interface ControlFile {
  readonly file: string;
  readonly control: DiskControl;
  /** What a process needs to be under the shim's hand. */
  environment(shim: string, folder: string): Record<string, string>;
  discard(): void;
}

export function makeControl(): ControlFile {
  const base = mkdtempSync(join(tmpdir(), 'tillwise-control-'));
  const file = join(base, 'control');
  writeFileSync(file, Buffer.alloc(BYTES));
  const control = new DiskControl(file);
  return {
    file,
    control,
    environment: (shim, folder) => ({ LD_PRELOAD: shim, FAULTS_CONTROL: file, FAULTS_FOLDER: folder }),
    discard: () => {
      control.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
