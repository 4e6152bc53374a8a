import * as z from 'zod';
import type { ReadableDb } from '../storage/sql.ts';
import { listNotedHeads } from './check.sql.ts';

/** Where chains ended at some moment, written down elsewhere: a chain alone cannot show that its end was cut. */
export interface NotedHeads {
  /** Of a register's own chain: by number of entries, the hash. */
  readonly entries: ReadonlyMap<number, string>;
  /** Of its signed receipts: by name of the chain and number of receipts, the chain value. */
  readonly receipts: ReadonlyMap<string, string>;
}

export const notedHead = z.object({
  registerId: z.string(),
  count: z.int(),
  hash: z.string(),
  receipts: z.object({ cashBoxId: z.string(), count: z.int(), chainValue: z.string() }).nullish(),
});

const shape = z.array(notedHead);

export type NotedHead = z.infer<typeof notedHead>;

/** What backups of this shop wrote down. A record that cannot be read says nothing. */
export function readNotedHeads(db: ReadableDb): readonly NotedHead[] {
  return db.all(listNotedHeads, {}).flatMap(({ heads_json }) => {
    try {
      return shape.safeParse(JSON.parse(heads_json)).data ?? [];
    } catch {
      return [];
    }
  });
}

export function headsOf(noted: readonly NotedHead[], registerId: string): NotedHeads {
  const own = noted.filter((head) => head.registerId === registerId);
  const receipts = own.flatMap((head) => (head.receipts ? [head.receipts] : []));
  return {
    entries: new Map(own.filter(({ count }) => count > 0).map(({ count, hash }) => [count, hash])),
    receipts: new Map(
      receipts.map(({ cashBoxId, count, chainValue }) => [receiptHeadKey(cashBoxId, count), chainValue]),
    ),
  };
}

export function receiptHeadKey(cashBoxId: string, count: number): string {
  return `${cashBoxId}_${count}`;
}
