import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { parseJws } from '../../../src/domain/rksv/jws.ts';
import { parsePayload } from '../../../src/domain/rksv/payload.ts';
import { verifyExport } from '../../../src/domain/rksv/verify-export.ts';
import { exportChains } from '../../../src/main/journal/export-receipts.ts';
import { nodeCrypto } from '../../../src/main/journal/node-crypto.ts';
import { SigningKeys } from '../../../src/main/journal/signing-keys.ts';
import { verifyShop } from '../../../src/main/journal/verify-shop.ts';
import { Connection } from '../../../src/main/storage/connection.ts';
import { DATABASE_FILE } from '../../../src/main/storage/open-database.ts';
import { openTill, ringUp, type Till, type TillOptions } from '../../sale/open-till.ts';

let till: Till;
afterEach(() => till.shop.close());

const open = async (options: TillOptions = {}) => {
  till = await openTill(options);
};

async function sell(...goods: readonly string[]): Promise<string> {
  const { id: saleId, totalMinor } = await ringUp(till, ...goods);
  const payment = { kind: 'cash', amountMinor: totalMinor } as const;
  const sold = await till.carl.call('sale.complete', { saleId, expectedTotalMinor: totalMinor, payment });
  till.shop.clock.pass(60_000);
  return sold.documentId;
}

function receipts() {
  const rows = till.shop.rows<{ kind: string; signed: number; jws: string }>(
    'SELECT s.kind, s.signed, s.jws FROM signed_receipt s JOIN signing_chain c ON c.id = s.chain_id ORDER BY c.edition, s.seq',
  );
  return rows.map(({ kind, signed, jws }) => {
    const parsed = parseJws(jws);
    if (!parsed.ok) throw new Error(parsed.error);
    const payload = parsePayload(parsed.value.payloadText);
    if (!payload.ok) throw new Error(payload.error);
    return { kind, signed: signed === 1, ...payload.value };
  });
}

function onDatabase<T>(work: (db: Connection) => T): T {
  const raw = new Database(join(till.shop.dataDir, DATABASE_FILE));
  try {
    return work(new Connection(raw));
  } finally {
    raw.close();
  }
}

function verdict() {
  const keys = new SigningKeys(till.shop.dataDir);
  return onDatabase((db) => verifyShop(db, { keys })).find(({ prefix }) => prefix === 'T1')!;
}

/** The exported pair, judged as anybody who got the two files would. */
function exported() {
  const [chain] = onDatabase((db) => exportChains(db, new SigningKeys(till.shop.dataDir)));
  const { exportText, keysText } = chain!;
  return verifyExport({ exportText, keysText: keysText! }, nodeCrypto);
}

describe('signing what a till closes', () => {
  it('begins with a start receipt and signs sales, practice and refunds as the format says', async () => {
    await open({ country: 'AT' });
    const first = await sell('milk 2', 'apples 0.5');
    await till.maya.call('sale.setTraining', { training: true });
    await sell('bread');
    await till.maya.call('sale.setTraining', { training: false });
    await till.maya.call('order.refund', { id: first, reason: 'bad' });
    expect(receipts()).toMatchObject([
      { kind: 'start', receiptNumber: 'T1-Z000001', registerId: 'T1', sums: { normalCents: 0 } },
      {
        kind: 'document',
        receiptNumber: 'T1-000001',
        issuedAt: '2026-03-02T10:00:00',
        sums: { normalCents: 250, reduced1Cents: 150, reduced2Cents: 0, zeroCents: 0, specialCents: 0 },
      },
      { receiptNumber: 'T1-X000001', turnover: 'VFJB', sums: { normalCents: 315 } },
      { receiptNumber: 'T1-R000001', turnover: 'U1RP', sums: { normalCents: -250, reduced1Cents: -150 } },
    ]);
    expect(exported()).toMatchObject({
      ok: true,
      value: { registerId: 'T1', turnoverCents: 0n, unsignedCount: 0, head: { receiptCount: 4 } },
    });
  });

  it.each([
    ['JPY', 0, 12_500],
    ['KWD', 3, 13],
    ['EUR', 2, 125],
  ])('writes amounts of %s with two decimals', async (currency, exponent, cents) => {
    await open({ currency, exponent });
    await sell('milk');
    expect(receipts()[1]).toMatchObject({ sums: { normalCents: cents } });
    expect(verdict().fault).toBeNull();
  });

  it('keeps its keys over a restart and gives every register a chain of its own', async () => {
    await open();
    await sell('milk');
    await till.shop.restart();
    await sell('milk');
    expect(receipts().map(({ registerId }) => registerId)).toEqual(['T1', 'T1', 'T1']);
    const productId = till.id('milk');
    const { sale } = await till.dora.call('sale.addProduct', { productId });
    const payment = { kind: 'cash', amountMinor: sale.totalMinor } as const;
    await till.dora.call('sale.complete', {
      saleId: sale.id,
      expectedTotalMinor: sale.totalMinor,
      payment,
    });
    const chains = till.shop.rows<{ cash_box_id: string }>(
      'SELECT cash_box_id FROM signing_chain ORDER BY cash_box_id',
    );
    expect(chains.map(({ cash_box_id }) => cash_box_id)).toEqual(['T1', 'T2']);
  });

  it('keeps no key in the database in plain', async () => {
    await open();
    await sell('milk');
    const keys = new SigningKeys(till.shop.dataDir);
    const [chain] = till.shop.rows<{ id: string; wrapped_aes_key: Buffer }>('SELECT * FROM signing_chain');
    const aesKey = keys.aesKey({ id: chain!.id, wrapped: chain!.wrapped_aes_key })!;
    expect(aesKey).toHaveLength(32);
    const bytes = till.shop
      .rows<{ wrapped_aes_key: Buffer }>('SELECT wrapped_aes_key FROM signing_chain')
      .map((row) => row.wrapped_aes_key);
    expect(bytes.some((wrapped) => wrapped.includes(Buffer.from(aesKey)))).toBe(false);
    const [key] = till.shop.rows<{ wrapped_private_key: Buffer }>('SELECT * FROM signing_key');
    // How a P-256 private key begins in the open.
    expect(key!.wrapped_private_key.includes(Buffer.from('2a8648ce3d030107', 'hex'))).toBe(false);
  });
});

describe('a signing key that cannot be used', () => {
  const breakKey = () => {
    till.write('DROP TRIGGER signing_key_no_update');
    till.write("UPDATE signing_key SET wrapped_private_key = x'00'");
  };

  it('never stops a sale: receipts say so, and after a new key a signed zero receipt stands for them', async () => {
    await open();
    await sell('milk');
    breakKey();
    await till.shop.restart();
    await sell('milk');
    await sell('bread');
    expect(receipts().map(({ kind, signed }) => [kind, signed])).toEqual([
      ['start', true],
      ['document', true],
      ['document', false],
      ['document', false],
    ]);
    expect(verdict()).toMatchObject({ fault: null, signed: { unsigned: 2 } });
    const maya = await till.maya.call('journal.heads', {});
    expect(maya.registers[0]).toMatchObject({ prefix: 'T1', outOfOrder: true });
    expect((await till.maya.refused('journal.renewKey', { registerId: till.id('register T1') })).code).toBe(
      'auth.forbidden',
    );
    till.write("UPDATE staff SET role = 'owner' WHERE name = 'Maya'");
    await till.maya.call('journal.renewKey', { registerId: till.id('register T1') });
    await sell('milk');
    expect(receipts().slice(4)).toMatchObject([
      { kind: 'collective', signed: true, receiptNumber: 'T1-Z000005', sums: { normalCents: 0 } },
      { kind: 'document', signed: true, receiptNumber: 'T1-000004' },
    ]);
    expect(verdict()).toMatchObject({ fault: null, signed: { receipts: 6, unsigned: 2 } });
    expect(exported()).toMatchObject({ ok: true, value: { unsignedCount: 2 } });
    const acts = till.shop.rows<{ action: string }>(
      "SELECT action FROM audit WHERE action LIKE 'journal.%' ORDER BY seq",
    );
    expect(acts.map(({ action }) => action)).toEqual(['journal.signingFailed', 'journal.keyRenewed']);
  });

  it('prints the published words where the signature would be', async () => {
    await open();
    await sell('milk');
    breakKey();
    await till.shop.restart();
    const id = await sell('milk');
    const { svg } = await till.carl.call('order.getReceiptSvg', { id });
    expect(svg.replace(/<[^>]+>/g, '')).toContain('Sicherheitseinrichtung');
  });

  it('begins another chain under another name where the key file is lost', async () => {
    await open();
    await sell('milk');
    await till.shop.engine.close();
    rmSync(join(till.shop.dataDir, 'signing.key'));
    await till.shop.start();
    await sell('milk');
    expect(receipts()).toMatchObject([
      { registerId: 'T1', kind: 'start' },
      { registerId: 'T1', receiptNumber: 'T1-000001' },
      { registerId: 'T1.2', kind: 'start', receiptNumber: 'T1.2-Z000001' },
      { registerId: 'T1.2', receiptNumber: 'T1-000002' },
    ]);
    expect(verdict()).toMatchObject({ fault: null, signed: { receipts: 4, turnoverChecked: false } });
    const acts = till.shop.rows<{ action: string }>(
      "SELECT action FROM audit WHERE action LIKE 'journal.%' ORDER BY seq",
    );
    expect(acts.map(({ action }) => action)).toEqual(['journal.chainRestarted']);
  });
});

describe('a shop that sold before receipts were signed', () => {
  it('goes on with its own chain and begins the receipts with the next sale', async () => {
    await open();
    await sell('milk');
    await sell('bread');
    // As the upgrade finds it: documents and a chain, no receipts.
    for (const table of ['signed_receipt', 'signing_key', 'signing_chain']) {
      till.write(`DROP TRIGGER ${table}_no_delete`);
      till.write(`DELETE FROM ${table}`);
    }
    till.write('INSERT INTO unsigned_history SELECT register_id, max(seq) FROM journal GROUP BY register_id');
    expect(verdict()).toMatchObject({ fault: null, documents: 2, signed: { receipts: 0, head: null } });
    await sell('milk');
    expect(receipts()).toMatchObject([{ kind: 'start' }, { receiptNumber: 'T1-000003' }]);
    expect(verdict()).toMatchObject({ fault: null, documents: 3, signed: { receipts: 2 } });
  });
});
