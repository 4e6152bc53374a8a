import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CallAnswer } from '../../../shared/contract/index.ts';
import type { Clock } from '../../clock.ts';
import { lastNumbers, removeHeadNote } from '../../journal/head-note.ts';
import { type BackupFacts, readFacts } from '../../storage/backup-facts.ts';
import { replaceDatabase } from '../../storage/backup-swap.ts';
import { forgetPlace } from '../../storage/folder-place.ts';
import { connect } from '../../storage/open-database.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { insertAudit, insertCommandResult } from '../../storage/system.sql.ts';
import type { ServiceParts } from '../services.ts';
import {
  cancelWaitingPrints,
  endAllSessions,
  findDeviceByToken,
  getDeviceToCarry,
  getShopForBackup,
  insertCarriedDevice,
  insertRun,
  listRuns,
  removePins,
} from './backup.sql.ts';
import { chosenFolder, setChosenFolder } from './backup-settings.ts';
import { prefixesOf, type ReplacedRegister, replaceRegisters } from './new-registers.ts';

export interface RestoreOrder {
  /** The opened backup, in a folder of its own under backups/. */
  readonly staged: string;
  readonly file: string;
  readonly facts: BackupFacts;
  readonly pinsWork: boolean;
  readonly commandId: string;
  readonly staff: { readonly id: string; readonly name: string };
  readonly deviceId: string | null;
}

export type RestoredShop = CallAnswer<'backup.restore'>;

type Restoring = RestoreOrder & {
  /** Name under backups/ for the shop as it is now. */
  readonly putAsideAs: string;
};

/** Replaces the open shop by an opened backup. Whatever fails, the shop stays as it is. */
export async function restoreShop(
  { db, clock, options }: Pick<ServiceParts, 'db' | 'clock' | 'options'>,
  order: RestoreOrder,
): Promise<RestoredShop> {
  const putAsideAs = `before-restore-${clock.newId()}.db`;
  const next = connect(order.staged);
  let registers: ReplacedRegister[];
  try {
    registers = next.transaction(() => makeReady(next, db, clock, { ...order, putAsideAs }));
  } finally {
    next.close();
  }
  await replaceDatabase(db, options.dataDir, { staged: order.staged, name: putAsideAs });
  // The note is of the shop that was put aside: the restored one has not lost what it never had. It goes last: a gap may be
  // asked about needlessly, but is never forgotten by a restore that fails.
  removeHeadNote(options.dataDir);
  rmSync(dirname(order.staged), { recursive: true, force: true });
  const { shopName, documents } = order.facts;
  return {
    shopName,
    documents,
    putAsideAs,
    registers: registers.map(({ name, oldPrefix, newPrefix }) => ({ name, oldPrefix, newPrefix })),
    pinsWork: order.pinsWork,
  };
}

/** Makes a backup ready to be the shop, inside one transaction of its database: new registers, nobody signed in, nothing
 *  printed twice, and on record who brought it back, from which file, and what was put aside. */
function makeReady(db: WritableDb, aside: ReadableDb, clock: Clock, order: Restoring): ReplacedRegister[] {
  const nowMs = clock.nowMs();
  const known = lastNumbers(aside);
  const registers = replaceRegisters({
    db,
    taken: prefixesOf(aside),
    lastKnown: (registerId) => known[registerId] ?? {},
    clock,
    staffId: order.staff.id,
    reason: 'restored from a backup',
  });
  forgetPlace(db);
  db.run(endAllSessions, { now_ms: nowMs });
  db.run(cancelWaitingPrints, { now_ms: nowMs });
  if (!order.pinsWork) db.run(removePins, {});
  carryDevice(db, aside, order.deviceId, registers, nowMs);
  setChosenFolder(db, chosenFolder(aside));
  carryRuns(db, aside);
  noteRestore(db, aside, clock, order);
  db.runOne(insertCommandResult, {
    id: order.commandId,
    call: 'backup.restore',
    actor: order.staff.id,
    input_hash: '',
    result_json: '',
    at_ms: nowMs,
  });
  return registers;
}

/** Whoever restores goes on at the same screen, also where the backup has never seen it. */
function carryDevice(
  db: WritableDb,
  aside: ReadableDb,
  deviceId: string | null,
  registers: readonly ReplacedRegister[],
  nowMs: number,
): void {
  const device = deviceId === null ? undefined : aside.get(getDeviceToCarry, { id: deviceId });
  const register = registers[0];
  if (!device || !register || db.get(findDeviceByToken, { token_hash: device.token_hash })) return;
  db.run(insertCarriedDevice, { ...device, register_id: register.id, now_ms: nowMs });
}

/** Backups made since are still there, and what is known of them. */
function carryRuns(db: WritableDb, aside: ReadableDb): void {
  if (db.get(getShopForBackup, {})?.shop_uuid !== aside.get(getShopForBackup, {})?.shop_uuid) return;
  // Of a later state than the shop is in now: changes since count from zero.
  for (const run of aside.all(listRuns, {}))
    db.run(insertRun, { ...run, heads_json: headsStillHere(db, run.heads_json), outbox_seq: 0 });
}

/** A backup made later knows of documents that this shop now has not: the gap is on record, and is no missing end. */
function headsStillHere(db: ReadableDb, headsJson: string): string {
  const counts = new Map(readFacts(db).heads.map(({ registerId, count }) => [registerId, count]));
  const heads = JSON.parse(headsJson) as readonly { readonly registerId: string; readonly count: number }[];
  return JSON.stringify(heads.filter(({ registerId, count }) => count <= (counts.get(registerId) ?? 0)));
}

function noteRestore(db: WritableDb, aside: ReadableDb, clock: Clock, order: Restoring): void {
  const was = readFacts(aside);
  const { file, facts, putAsideAs, staff } = order;
  db.runOne(insertAudit, {
    id: clock.newId(),
    at_ms: clock.nowMs(),
    action: 'backup.restored',
    staff_id: staff.id,
    approver_id: null,
    device_id: order.deviceId,
    register_id: null,
    subject_kind: 'shop',
    subject_id: facts.shopUuid,
    before_json: JSON.stringify({ name: was.shopName, putAsideAs, ...headsOf(was) }),
    after_json: JSON.stringify({ name: facts.shopName, file, restoredBy: staff.name, ...headsOf(facts) }),
    reason: '',
  });
}

/** Where each journal ends, so that a cut tail can be told from one that never was. */
function headsOf({ documents, lastSaleAtMs, heads }: BackupFacts) {
  return { documents, lastSaleAtMs, heads };
}
