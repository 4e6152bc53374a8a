import type { CommandCtx } from '../../context.ts';
import { nextHybridTime } from '../../storage/hybrid-clock.ts';
import type { WritableDb } from '../../storage/sql.ts';
import { insertOutbox } from '../../storage/system.sql.ts';

/** What a job needs to write as a command would: ids, time, events, and for whom. */
export type WritingCtx = Pick<CommandCtx, 'db' | 'nowMs' | 'newId' | 'emit'> & {
  readonly who: { readonly id: string };
};

export function writingContext(db: WritableDb, clock: CommandCtx['clock'], staffId: string): WritingCtx {
  return {
    db,
    get nowMs() {
      return clock.nowMs();
    },
    newId: () => clock.newId(),
    who: { id: staffId },
    emit: ({ kind, ...payload }) => {
      const atMs = clock.nowMs();
      db.runOne(insertOutbox, {
        id: clock.newId(),
        kind,
        payload_json: JSON.stringify(payload),
        hlc: nextHybridTime(db, atMs),
        device_id: null,
        at_ms: atMs,
      });
    },
  };
}
