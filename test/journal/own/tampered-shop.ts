import { join } from 'node:path';
import Database from 'better-sqlite3';
import { documentPayload } from '../../../src/domain/document/document-payload.ts';
import { findDocument } from '../../../src/main/journal/document-rows.ts';
import type { NotedHead } from '../../../src/main/journal/noted-heads.ts';
import { sha256Hex } from '../../../src/main/journal/sha256-hex.ts';
import { SigningKeys } from '../../../src/main/journal/signing-keys.ts';
import { verifyShop } from '../../../src/main/journal/verify-shop.ts';
import { Connection } from '../../../src/main/storage/connection.ts';
import { DATABASE_FILE } from '../../../src/main/storage/open-database.ts';
import { openTill, ringUp, type Till } from '../../sale/open-till.ts';

/** A till with six documents, and a database tool in somebody's hands. Entries of its journal: 1 T1-000001, 2 T1-000002,
 *  3 T1-X000001 (practice), 4 T1-000003, 5 T1-R000001 (of 2), 6 T1-000004; receipts: the start receipt, then the same. */
export class TamperedShop {
  readonly till: Till;
  readonly raw: Database.Database;

  constructor(till: Till) {
    this.till = till;
    this.raw = new Database(join(till.shop.dataDir, DATABASE_FILE));
  }

  /** What is found after `tamper`, and everything as before again. */
  verdictAfter(tamper: (raw: Database.Database) => void, noted: readonly NotedHead[] = []) {
    this.raw.exec('BEGIN');
    try {
      tamper(this.raw);
      return this.verdict(noted);
    } finally {
      this.raw.exec('ROLLBACK');
    }
  }

  verdict(noted: readonly NotedHead[] = []) {
    const verdicts = verifyShop(new Connection(this.raw), {
      keys: new SigningKeys(this.till.shop.dataDir),
      noted,
    });
    return verdicts.find(({ fault }) => fault !== null) ?? verdicts[0]!;
  }

  /** A document as its rows say now, in the one text that stands for it. */
  payloadOf(documentId: string): string {
    const document = findDocument(new Connection(this.raw), documentId);
    if (!document) throw new Error(`no document ${documentId}`);
    return documentPayload(document);
  }

  get registerId(): string {
    return this.till.id('register T1');
  }

  async close(): Promise<void> {
    this.raw.close();
    await this.till.shop.close();
  }
}

export async function openTamperedShop(): Promise<TamperedShop> {
  const till = await openTill({ country: 'AT', currency: 'EUR' });
  await sell(till, 'milk 2', 'bread');
  const second = await sell(till, 'apples 0.348', 'bread', 'milk');
  await till.maya.call('sale.setTraining', { training: true });
  await sell(till, 'milk');
  await till.maya.call('sale.setTraining', { training: false });
  await sell(till, 'bread 3');
  await till.maya.call('order.refund', { id: second, reason: 'bad' });
  await sell(till, 'apples 1.5');
  const shop = new TamperedShop(till);
  dropGuards(shop.raw);
  return shop;
}

async function sell(till: Till, ...goods: readonly string[]): Promise<string> {
  const { id: saleId } = await ringUp(till, ...goods);
  await till.maya.call('sale.setDiscount', {
    saleId,
    discount: { kind: 'amount', amountMinor: 10 },
    reason: 'friend',
  });
  const { totalMinor } = await till.carl.call('sale.get', { saleId });
  const payment = { kind: 'cash', amountMinor: totalMinor + 100 } as const;
  const done = await till.carl.call('sale.complete', { saleId, expectedTotalMinor: totalMinor, payment });
  till.shop.clock.pass(60_000);
  return done.documentId;
}

/** What someone with the file and a database tool can do: the guards are only triggers. */
function dropGuards(raw: Database.Database): void {
  const guards = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of guards) raw.exec(`DROP TRIGGER "${name}"`);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
}

/** Someone who knows how our own chain is made writes it anew from the first entry on: it has no secret. */
export function rehash(raw: Database.Database, registerId: string): void {
  const shopUuid = raw.prepare('SELECT shop_uuid FROM shop').pluck().get() as string;
  const rows = raw
    .prepare('SELECT seq, payload FROM journal WHERE register_id = ? ORDER BY seq')
    .all(registerId) as {
    seq: number;
    payload: string;
  }[];
  let head = sha256Hex(registerId + shopUuid);
  rows.forEach(({ seq, payload }, at) => {
    const hash = sha256Hex(`${head}\n${payload}`);
    raw
      .prepare('UPDATE journal SET seq = ?, previous_hash = ?, hash = ? WHERE register_id = ? AND seq = ?')
      .run(at + 1, head, hash, registerId, seq);
    head = hash;
  });
}

/** Takes a document out as if it had never been. */
export function removeDocument(raw: Database.Database, id: string): void {
  for (const table of ['line_tax', 'line_adjustment', 'document_line', 'payment', 'cash_movement', 'journal'])
    raw.prepare(`DELETE FROM ${table} WHERE document_id = ?`).run(id);
  raw.prepare('DELETE FROM document WHERE id = ?').run(id);
}
