import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { lastNumbers } from '../../journal/head-note.ts';
import type { ReadableDb, WritableDb } from '../../storage/sql.ts';
import { insertAudit } from '../../storage/system.sql.ts';
import { takeNextNumber } from '../sale/register-numbers.ts';
import {
  copyRegister,
  copySeries,
  listCartsToRenumber,
  listPrefixes,
  listRegistersInUse,
  rebindDevices,
  renumberCart,
  retireRegister,
} from './backup.sql.ts';

/** Crockford's: no letter is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SUFFIX = /-[0-9A-HJKMNP-TV-Z]{5}$/;

export interface ReplacedRegister {
  readonly id: string;
  readonly name: string;
  readonly oldPrefix: string;
  readonly newPrefix: string;
}

type Numbers = Readonly<Record<string, number>>;

interface Replacing {
  /** A backup, about to become the shop; or the shop itself, copied or with documents missing. */
  readonly db: WritableDb;
  /** Prefixes that others gave out. */
  readonly taken: readonly string[];
  /** How far a register's series are known to have gone elsewhere. */
  readonly lastKnown: (registerId: string) => Numbers;
  readonly clock: Clock;
  readonly staffId: string;
  /** For the audit log. */
  readonly reason: string;
}

/** Every register makes way for a new one with its own id, prefix and series: what was sold after this file was made, or in
 *  another copy of it, has used numbers (and keystream) that it does not know. The old one keeps its documents, its
 *  journal and its chain. The audit log says where the old numbers end in the file, and how far they are known to have
 *  gone. */
export function replaceRegisters(work: Replacing): ReplacedRegister[] {
  const taken = new Set([...prefixesOf(work.db), ...work.taken]);
  return work.db
    .all(listRegistersInUse, {})
    .map((old) => replaceRegister(work, old, freePrefix(old.prefix, taken)));
}

export function prefixesOf(db: ReadableDb): string[] {
  return db.all(listPrefixes, {}).map(({ prefix }) => prefix);
}

function replaceRegister(
  work: Replacing,
  old: { readonly id: string; readonly name: string; readonly prefix: string },
  prefix: string,
): ReplacedRegister {
  const { db, clock } = work;
  const id = clock.newId();
  const nowMs = clock.nowMs();
  db.runOne(copyRegister, { id, old_id: old.id, prefix, now_ms: nowMs });
  db.run(copySeries, { id, old_id: old.id });
  db.runOne(retireRegister, { id: old.id, now_ms: nowMs });
  db.run(rebindDevices, { id, old_id: old.id });
  renumberCarts(db, { id, name: old.name, prefix }, old.id);
  noteGap(work, old, { id, prefix });
  return { id, name: old.name, oldPrefix: old.prefix, newPrefix: prefix };
}

/** A cart of this file may have been paid elsewhere under its number: if it is sold again, then under another. */
function renumberCarts(
  db: WritableDb,
  register: { readonly id: string; readonly name: string; readonly prefix: string },
  oldId: string,
): void {
  for (const { id } of db.all(listCartsToRenumber, { register_id: oldId })) {
    const order_number = takeNextNumber(db, register, 'order').text;
    db.runOne(renumberCart, { id, register_id: register.id, order_number });
  }
}

function noteGap(
  { db, lastKnown: knownOf, clock, staffId, reason }: Replacing,
  old: { readonly id: string; readonly prefix: string },
  next: { readonly id: string; readonly prefix: string },
): void {
  const inFile = lastNumbers(db)[old.id] ?? {};
  const lastKnown = knownOf(old.id);
  db.runOne(insertAudit, {
    id: clock.newId(),
    at_ms: clock.nowMs(),
    action: 'register.replaced',
    staff_id: staffId,
    approver_id: null,
    device_id: null,
    register_id: next.id,
    subject_kind: 'register',
    subject_id: next.id,
    before_json: JSON.stringify({ registerId: old.id, prefix: old.prefix, lastNumbers: inFile }),
    after_json: JSON.stringify({
      registerId: next.id,
      prefix: next.prefix,
      lastKnown,
      gap: gapOf(inFile, lastKnown),
    }),
    reason,
  });
}

/** Numbers that were given out and are not in this file: `{ sale: '13-20' }`, or `'13-unknown'` where
 *  nobody is left to ask. */
function gapOf(inFile: Numbers, lastKnown: Numbers): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {};
  for (const [series, last] of Object.entries(inFile)) {
    const known = lastKnown[series];
    if (known === undefined) gaps[series] = `${last + 1}-unknown`;
    else if (known > last) gaps[series] = `${last + 1}-${known}`;
  }
  return gaps;
}

/** T1 → T1-7KX2M. Drawn, not counted: after a disk is lost nobody knows which prefixes earlier restores gave out. */
function freePrefix(old: string, taken: Set<string>): string {
  for (;;) {
    const drawn = Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const prefix = `${old.replace(SUFFIX, '')}-${drawn}`;
    if (taken.has(prefix)) continue;
    taken.add(prefix);
    return prefix;
  }
}
