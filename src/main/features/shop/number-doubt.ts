import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { countMissing, readHeadNote, writeHeadNote } from '../../journal/head-note.ts';
import { isInItsPlace, notePlace } from '../../storage/folder-place.ts';
import type { ServiceParts } from '../services.ts';

/** Why the registers' next numbers may have been given out already, elsewhere or before; null: they were not. */
export type Doubt = CallAnswer<'register.getDoubt'>['doubt'];

/** At most this much of selling is not yet written down beside the shop. */
const NOTE_AFTER_MS = 5000;

/** Knows whether the shop may go on with its registers' numbers: not in a copy of its data folder while nobody said which
 *  of the two goes on, and not where documents are missing that were closed here. Looked at when the shop is opened;
 *  while it is open, the end of the journals is written down beside it after sales, outside of them. */
export class NumberDoubt {
  readonly #parts: ServiceParts;
  #doubt: Doubt = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    const { db, options, log } = parts;
    const missing = countMissing(db, readHeadNote(options.dataDir));
    if (missing > 0) this.#doubt = { kind: 'salesMissing', missing };
    else if (!isInItsPlace(db, options.dataDir)) this.#doubt = { kind: 'copied' };
    if (this.#doubt) log.info('numbers.doubted', { ...this.#doubt });
    else notePlace(db, options.dataDir);
  }

  get doubt(): Doubt {
    return this.#doubt;
  }

  /** Ok, or the refusal to give out a number. */
  check(): Result<null, AppError<'register.inDoubt'>> {
    return this.#doubt ? err({ code: 'register.inDoubt', data: { ...this.#doubt } }) : ok(null);
  }

  /** The doubt is settled, or another shop stands in the folder. */
  settled(): void {
    this.#doubt = null;
    const { db, options, log } = this.#parts;
    try {
      notePlace(db, options.dataDir);
    } catch (error) {
      // What was decided stands; the next opening asks again.
      log.bug('numbers.place', error);
    }
    this.#note();
  }

  /** A document was closed. */
  noteSoon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.#note(), NOTE_AFTER_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer) this.#note();
    await this.#writing;
  }

  #note(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const { db, options, log } = this.#parts;
    // A disk that is full must not stop the till for want of this note.
    const write = () =>
      writeHeadNote(db, options.dataDir).catch((error) => void log.bug('numbers.note', error));
    this.#writing = this.#writing.then(write);
  }
}
