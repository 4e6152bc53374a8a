import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err } from '../../../shared/result.ts';
import { businessDayOf, zoneOffsetMinutes } from '../../../shared/values/business-day.ts';
import type { BackupOrder, MadeBackup } from '../../jobs/make-backup.ts';
import { OPENED_PREFIX } from '../../jobs/opened-prefix.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { ownBackupFolder } from '../../storage/backup.ts';
import { answering, type BackupErrorCode, type BackupResult } from '../../storage/backup-fault.ts';
import type { WritableDb } from '../../storage/sql.ts';
import type { ServiceParts } from '../services.ts';
import {
  getLastAuto,
  getLastChange,
  getLastSeen,
  getShopForBackup,
  getSummary,
  insertRun,
  markProven,
} from './backup.sql.ts';
import { listOutdated, shopMark, writeName } from './backup-names.ts';
import { assertUsable, chosenFolder, notePinKey, readKey } from './backup-settings.ts';
import { listBackups, notedHeads } from './list-backups.ts';
import { type NightClock, nextDuty } from './next-duty.ts';

const LOOK_EVERY_MS = 5 * 60_000;

/** Makes backups by itself: at night, on closing; and proves the newest once a week. One at a time, in a worker thread. */
export class BackupKeeper {
  readonly #parts: ServiceParts;
  #line: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
  }

  /** Looks whether something is due, every five minutes. */
  start(): void {
    if (!this.#parts.options.automaticBackups) return;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** On closing: what changed since the last backup goes into one more. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#line;
    if (this.#parts.options.automaticBackups && this.#hasChanged()) await this.#makeByItself();
  }

  /** Nothing of ours has the database open any more. */
  async settled(): Promise<void> {
    await this.#line;
  }

  /** What is due by the clock, done now. Never throws: a failure is on record and in the log. */
  async look(): Promise<void> {
    try {
      const duty = nextDuty(this.#clock());
      if (duty === 'backUp') await this.#makeByItself();
      if (duty === 'prove') await this.#proveNewest();
    } catch (error) {
      this.#parts.log.bug('backup.look', error);
    }
  }

  /** Copies the shop as it is now. The run is written down by who asked (`record`). */
  make(kind: 'auto' | 'hand'): Promise<BackupResult<MadeBackup>> {
    return this.#inLine(async () => {
      const { db, options } = this.#parts;
      notePinKey(db, options.dataDir);
      this.#clearLeftovers();
      const order = await answering(() => this.#order(kind));
      return order.ok ? runInWorker('makeBackup', order.value) : order;
    });
  }

  /** Into the caller's transaction. */
  record(db: WritableDb, kind: 'auto' | 'hand', made: BackupResult<MadeBackup>): void {
    const { clock } = this.#parts;
    const common = { id: clock.newId(), at_ms: clock.nowMs(), kind, proven_at_ms: null };
    if (made.ok) db.runOne(insertRun, { ...common, ...describe(made.value) });
    else db.runOne(insertRun, { ...common, ...describeFailure(made.error.code) });
  }

  /** Clears away automatic backups that newer ones stand for. */
  rotate(folder: string): void {
    const shop = this.#parts.db.get(getShopForBackup, {});
    if (!shop) return;
    for (const file of listOutdated(readdirSync(folder), shopMark(shop.shop_uuid)))
      rmSync(join(folder, file), { force: true });
  }

  async #makeByItself(): Promise<void> {
    const { db, live, log } = this.#parts;
    const made = await this.make('auto').catch((error: unknown) => {
      log.bug('backup.make', error);
      return err({ code: 'backup.damaged' as const });
    });
    db.transaction(() => this.record(db, 'auto', made));
    if (made.ok) this.rotate(made.value.folder);
    log.info('backup.made', made.ok ? { file: made.value.file, bytes: made.value.bytes } : { ...made.error });
    live.notify({ topic: 'backup', id: null });
  }

  async #proveNewest(): Promise<void> {
    const { db, options, clock, live, log } = this.#parts;
    const newest = listBackups(db, options.dataDir).find(({ kind }) => kind !== 'aside');
    if (!newest) return;
    const { file, folder } = newest;
    const opened = await this.#inLine(() =>
      runInWorker('openBackup', {
        dataDir: options.dataDir,
        source: join(folder, file),
        storedKey: readKey(options.dataDir),
        passphrase: null,
        sealNeeded: true,
        notedHeads: notedHeads(db, newest),
        thorough: true,
        keep: false,
      }),
    );
    if (opened.ok) db.run(markProven, { file, folder, now_ms: clock.nowMs() });
    log.info('backup.proven', opened.ok ? { file } : { file, ...opened.error });
    live.notify({ topic: 'backup', id: null });
    // One that cannot be restored is no backup: make another, to be proven next.
    if (!opened.ok) await this.#makeByItself();
  }

  #order(kind: 'auto' | 'hand'): BackupOrder {
    const { db, options, clock } = this.#parts;
    const shop = db.get(getShopForBackup, {});
    if (!shop) throw new Error('there is no shop to back up');
    const key = readKey(options.dataDir);
    const chosen = chosenFolder(db);
    const folder = chosen ?? ownBackupFolder(options.dataDir);
    if (chosen === null) mkdirSync(folder, { recursive: true, mode: 0o700 });
    assertUsable(folder);
    const nowMs = clock.nowMs();
    const wall = new Date(nowMs + zoneOffsetMinutes(nowMs, shop.time_zone) * 60_000).toISOString();
    const name = {
      shop: shopMark(shop.shop_uuid),
      day: wall.slice(0, 10),
      time: wall.slice(11, 19).replaceAll(':', ''),
      kind,
      encrypted: key !== null,
    };
    let count = 1;
    while (existsSync(join(folder, writeName(name, count)))) count += 1;
    return { dataDir: options.dataDir, folder, file: writeName(name, count), key };
  }

  #clock(): NightClock {
    const { db, clock } = this.#parts;
    const shop = db.get(getShopForBackup, {});
    const nowMs = clock.nowMs();
    const summary = db.get(getSummary, {});
    return {
      nowMs,
      dayOf: (atMs, cutOffMinutes) => businessDayOf(atMs, shop?.time_zone ?? 'UTC', cutOffMinutes),
      changed: this.#hasChanged(),
      lastAutoAtMs: db.get(getLastAuto, {})?.at_ms ?? null,
      lastMadeAtMs: summary?.made_at_ms ?? null,
      lastProvenAtMs: summary?.proven_at_ms ?? null,
      lastSeenAtMs: db.get(getLastSeen, {})?.at_ms ?? null,
    };
  }

  #hasChanged(): boolean {
    const { db } = this.#parts;
    const now = db.get(getLastChange, {})?.seq ?? 0;
    return db.get(getShopForBackup, {}) !== undefined && now > (db.get(getSummary, {})?.outbox_seq ?? 0);
  }

  /** What a power cut left half done. Only this process works in the folder. */
  #clearLeftovers(): void {
    const own = ownBackupFolder(this.#parts.options.dataDir);
    if (!existsSync(own)) return;
    for (const name of readdirSync(own))
      if (name.startsWith(OPENED_PREFIX) || name.endsWith('.part'))
        rmSync(join(own, name), { recursive: true, force: true });
  }

  /** Openings too: clearing up must not meet one at work. */
  inLine<T>(work: () => Promise<T>): Promise<T> {
    return this.#inLine(work);
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }
}

function describe({ file, folder, encrypted, bytes, sha256, facts }: MadeBackup) {
  return {
    file,
    folder,
    encrypted: Number(encrypted),
    bytes,
    sha256,
    documents: facts.documents,
    heads_json: JSON.stringify(facts.heads),
    outbox_seq: facts.outboxSeq,
    verified: 1,
    error_code: null,
  };
}

function describeFailure(code: BackupErrorCode) {
  return {
    file: '',
    folder: '',
    encrypted: 0,
    bytes: 0,
    sha256: '',
    documents: 0,
    heads_json: '[]',
    outbox_seq: 0,
    verified: 0,
    error_code: code,
  };
}
