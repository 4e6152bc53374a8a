import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { Clock } from '../../clock.ts';
import type { ExportResult } from '../../jobs/export-catalogue.ts';
import { type ListJob, runListJob } from '../../jobs/run-list-job.ts';
import type { Log } from '../../log.ts';

type ExportView = CallAnswer<'export.get'>;

const KEPT_MS = 60 * 60 * 1000;
const PIECE_BYTES = 750_000;
const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export interface ExportJobsParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly options: { readonly dataDir: string };
}

interface Export {
  readonly staffId: string;
  readonly file: string;
  readonly fileName: string;
  readonly format: keyof typeof MEDIA_TYPES;
  readonly begunAtMs: number;
  /** Two Int32: rows written; not zero: stop. */
  readonly signal: SharedArrayBuffer;
  state: ExportView['state'];
  rows: number;
  bytes: number;
  errorCode: string | null;
}

export interface ExportOrder {
  readonly id: string;
  readonly staffId: string;
  readonly fileName: string;
  readonly format: keyof typeof MEDIA_TYPES;
  job(file: string, signal: SharedArrayBuffer): ListJob;
}

/** Lists being written in threads of their own, and those waiting to be fetched: <data folder>/exports, in no backup.
 *  They are forgotten with the program. */
export class ExportJobs {
  readonly #parts: ExportJobsParts;
  readonly #folder: string;
  readonly #exports = new Map<string, Export>();
  readonly #jobs = new Set<Promise<void>>();

  constructor(parts: ExportJobsParts) {
    this.#parts = parts;
    this.#folder = join(parts.options.dataDir, 'exports');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  isBusy(): boolean {
    return [...this.#exports.values()].some((one) => one.state === 'writing');
  }

  /** Notes an export before its command is committed, so that the answer can show it. */
  begin(order: ExportOrder): ExportView {
    this.#forgetOld();
    const { id, staffId, fileName, format } = order;
    this.#exports.set(id, {
      staffId,
      fileName: `${fileName}.${format}`,
      format,
      file: join(this.#folder, `${id}.${format}`),
      begunAtMs: this.#parts.clock.nowMs(),
      signal: new SharedArrayBuffer(8),
      state: 'writing',
      rows: 0,
      bytes: 0,
      errorCode: null,
    });
    return this.#view(id);
  }

  start(order: ExportOrder): void {
    const entry = this.#exports.get(order.id);
    if (entry === undefined) return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const job: Promise<void> = runListJob(order.job(entry.file, entry.signal))
      .then((result) => this.#finish(entry, result))
      .catch((error: unknown) => {
        this.#fail(entry, 'internal');
        this.#parts.log.bug('export', error);
      })
      .finally(() => this.#jobs.delete(job));
    this.#jobs.add(job);
  }

  /** @returns null where there is none of this person's. */
  find(id: string, staffId: string): ExportView | null {
    return this.#exports.get(id)?.staffId === staffId ? this.#view(id) : null;
  }

  read(id: string, staffId: string, offset: number): CallAnswer<'export.read'> | null {
    const entry = this.#exports.get(id);
    if (entry?.staffId !== staffId || entry.state !== 'ready') return null;
    const piece = Buffer.alloc(Math.max(0, Math.min(PIECE_BYTES, entry.bytes - offset)));
    const descriptor = openSync(entry.file, 'r');
    try {
      readSync(descriptor, piece, 0, piece.length, offset);
    } finally {
      closeSync(descriptor);
    }
    const end = offset + piece.length;
    return { dataBase64: piece.toString('base64'), nextOffset: end < entry.bytes ? end : null };
  }

  async close(): Promise<void> {
    for (const { signal } of this.#exports.values()) Atomics.store(new Int32Array(signal), 1, 1);
    await Promise.all(this.#jobs);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #finish(entry: Export, result: ExportResult | 'outOfMemory'): void {
    if (result === 'outOfMemory' || result.bytes === null) this.#fail(entry, 'export.tooLarge');
    else Object.assign(entry, { state: 'ready', rows: result.rows, bytes: result.bytes });
  }

  #fail(entry: Export, errorCode: string): void {
    Object.assign(entry, { state: 'failed', errorCode });
    rmSync(entry.file, { force: true });
  }

  #forgetOld(): void {
    const since = this.#parts.clock.nowMs() - KEPT_MS;
    for (const [id, { state, begunAtMs, file }] of this.#exports) {
      if (state === 'writing' || begunAtMs >= since) continue;
      rmSync(file, { force: true });
      this.#exports.delete(id);
    }
  }

  #view(id: string): ExportView {
    const entry = this.#exports.get(id);
    if (entry === undefined) throw new Error(`export ${id} is gone`);
    const { fileName, format, state, bytes, errorCode, signal } = entry;
    const rows = state === 'writing' ? Atomics.load(new Int32Array(signal), 0) : entry.rows;
    return { id, fileName, mediaType: MEDIA_TYPES[format], state, rows, bytes, errorCode };
  }
}
