import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SigningKeys } from '../../src/main/journal/signing-keys.ts';
import { verifyShop } from '../../src/main/journal/verify-shop.ts';
import { Connection } from '../../src/main/storage/connection.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import { openTill, ringUp, type Till } from './open-till.ts';

type Value = string | number | Uint8Array | null;

let till: Till;
let raw: Database.Database;
beforeEach(async () => {
  till = await openTill({ country: 'CH', currency: 'CHF', cashStepMinor: 5 });
  raw = new Database(join(till.shop.dataDir, DATABASE_FILE));
});
afterEach(async () => {
  raw.close();
  await till.shop.close();
});

/** Three documents with everything a document can have, practice among them. */
async function sellThree(): Promise<void> {
  for (const training of [false, true, false]) {
    if (training) await till.maya.call('sale.setTraining', { training });
    const { id: saleId, lines } = await ringUp(till, 'milk 2', 'bread', 'apples 0.348');
    const line = { saleId, lineId: lines[1]!.id };
    await till.maya.call('sale.setPrice', { ...line, unitPriceMinor: 300, reason: 'dented' });
    await till.maya.call('sale.setLineDiscount', {
      ...line,
      discount: { kind: 'percent', ppm: 50_000 },
      reason: 'old',
    });
    await till.maya.call('sale.setDiscount', {
      saleId,
      discount: { kind: 'amount', amountMinor: 33 },
      reason: 'friend',
    });
    await till.carl.call('sale.addPayment', { saleId, kind: 'card', amountMinor: 300, reference: 'slip 1' });
    const view = await till.carl.call('sale.get', { saleId });
    const payment = { kind: 'cash', amountMinor: 500 } as const;
    await till.carl.call('sale.complete', { saleId, expectedTotalMinor: view.totalMinor, payment });
    till.shop.clock.pass(60_000);
  }
}

function verify(register = 'register T1') {
  const verdicts = verifyShop(new Connection(raw), { keys: new SigningKeys(till.shop.dataDir) });
  const verdict = verdicts.find(({ registerId }) => registerId === till.id(register));
  if (!verdict) throw new Error(`no verdict about ${register}`);
  return verdict;
}

/** Nothing of the shop is in doubt. */
function allHolds(): boolean {
  return verifyShop(new Connection(raw), { keys: new SigningKeys(till.shop.dataDir) }).every(
    ({ fault, signed }) => fault === null && signed?.turnoverChecked,
  );
}

/** What someone with the file and a database tool can do: the guards are only triggers. */
function dropGuards(): void {
  const guards = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of guards) raw.exec(`DROP TRIGGER "${name}"`);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
}

function columnsOf(table: string): string[] {
  return (raw.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
}

function changed(value: Value): Value {
  if (typeof value === 'number') return value + 1;
  if (value instanceof Uint8Array) return Buffer.from(value.map((byte) => byte ^ 1));
  return value === null ? 1 : `${value}x`;
}

const TABLES = [
  'document',
  'document_line',
  'line_adjustment',
  'line_tax',
  'payment',
  'journal',
  'signing_chain',
  'signing_key',
  'signed_receipt',
] as const;
/** Where the row stands in the file, not what it says; the journal has its own order. */
const PLACES = new Set([
  'document.seq',
  // Facts about keys that say nothing of a document; the wrapped signing key speaks up at the next sale.
  'signing_chain.created_at_ms',
  'signing_key.created_at_ms',
  'signing_key.number',
  'signing_key.wrapped_private_key',
]);

describe('the journal', () => {
  it('holds for what was sold, over a restart, register by register', async () => {
    expect(verify()).toMatchObject({ fault: null, documents: 0 });
    await sellThree();
    await till.shop.restart();
    const head = raw.prepare('SELECT hash FROM journal ORDER BY seq DESC').pluck().get();
    expect(verify()).toMatchObject({ fault: null, documents: 3, headHash: head });
    expect(verify('register T2')).toMatchObject({ documents: 0 });
  });

  it('lets nobody change a closed document through the program', async () => {
    await sellThree();
    for (const table of TABLES) {
      expect(() => raw.exec(`DELETE FROM ${table}`), table).toThrow('immutable');
      expect(() => raw.exec(`UPDATE ${table} SET ${columnsOf(table)[1]} = 1`), table).toThrow('immutable');
    }
  });

  it('notices every single field of every row that is changed behind its back', {
    timeout: 180_000,
  }, async () => {
    await sellThree();
    dropGuards();
    let flips = 0;
    for (const table of TABLES) {
      const columns = columnsOf(table).filter((column) => !PLACES.has(`${table}.${column}`));
      const rows = raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, Value>[];
      expect(rows.length, table).toBeGreaterThan(table.startsWith('signing') ? 0 : 2);
      const key = (raw.pragma(`table_info(${table})`) as { name: string; pk: number }[])
        .filter((column) => column.pk > 0)
        .map((column) => column.name);
      for (const row of rows) {
        const where = key.map((column) => `${column} IS :${column}`).join(' AND ');
        for (const column of columns) {
          raw.exec('BEGIN');
          try {
            raw.prepare(`UPDATE OR REPLACE ${table} SET ${column} = :changed WHERE ${where}`).run({
              ...Object.fromEntries(key.map((name) => [name, row[name]])),
              changed: flip(table, column, row[column]!),
            });
            expect(allHolds(), `${table}.${column} = ${row[column]}`).toBe(false);
          } finally {
            raw.exec('ROLLBACK');
          }
          flips += 1;
        }
      }
    }
    expect(allHolds()).toBe(true);
    expect(flips).toBeGreaterThan(400);
  });

  it('names the first entry that does not hold, and why', async () => {
    await sellThree();
    dropGuards();
    raw.exec('UPDATE document SET total_minor = total_minor - 1 WHERE seq = 2');
    expect(verify()).toMatchObject({ fault: { seq: 2, code: 'documentChanged' } });
    raw.exec(
      'UPDATE document SET total_minor = total_minor + 1 WHERE seq = 2; DELETE FROM journal WHERE seq = 2',
    );
    expect(verify()).toMatchObject({ fault: { code: 'receiptMissing', seq: 2 } });
  });

  it('is verified by whoever may read the log, register by register, while the till goes on selling', async () => {
    await sellThree();
    expect((await till.carl.refused('journal.verify', {})).code).toBe('auth.forbidden');
    const before = await till.maya.call('journal.verify', {});
    expect(before.ok).toBe(true);
    expect(before.registers.map(({ documents, fault }) => [documents, fault])).toEqual([
      [3, null],
      [0, null],
    ]);
    dropGuards();
    raw.exec(
      'UPDATE line_tax SET amount_minor = amount_minor + 1 WHERE document_id IN (SELECT id FROM document WHERE seq = 3)',
    );
    const after = await till.maya.call('journal.verify', {});
    expect(after).toMatchObject({
      ok: false,
      registers: [{ documents: 2, headHash: null }, { fault: null }],
    });
    const documentNumber = 'T1-000002';
    expect(after.registers[0]!.fault).toMatchObject({ code: 'documentChanged', seq: 3, documentNumber });
  });

  it('notices an added row, a removed row and a document that no entry names', async () => {
    await sellThree();
    dropGuards();
    const [last] = raw.prepare('SELECT id FROM document ORDER BY seq DESC').pluck().all() as string[];
    for (const sql of [
      `DELETE FROM payment WHERE document_id = '${last}' AND kind = 'card'`,
      `DELETE FROM document_line WHERE document_id = '${last}' AND position = 0`,
      `INSERT INTO payment SELECT id || 'x', document_id, position + 9, kind, label, 0, 0, 0, 0, NULL, NULL FROM payment WHERE document_id = '${last}' AND kind = 'cash'`,
      `DELETE FROM journal WHERE document_id = '${last}'`,
      `DELETE FROM document WHERE id = '${last}'`,
    ]) {
      raw.exec('BEGIN');
      raw.exec(sql);
      expect(allHolds(), sql).toBe(false);
      raw.exec('ROLLBACK');
    }
  });
});

function flip(table: string, column: string, value: Value): Value {
  // Columns with two values take the other one: any other text would not be stored.
  if (table === 'line_tax' && column === 'compound') return value === 1 ? 0 : 1;
  return changed(value);
}
