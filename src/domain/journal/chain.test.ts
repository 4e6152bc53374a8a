import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ClosedDocument } from '../document/closed-document.ts';
import { genesisHead, type JournalEntry, nextEntry, verifyChain } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const genesis = genesisHead('till-1', 'shop-1', sha256);

function documentOf(number: number): ClosedDocument {
  return {
    id: `document-${number}`,
    kind: 'sale',
    registerId: 'till-1',
    registerName: 'Till é',
    fiscalNumber: `T1-00000${number}`,
    seriesNumber: number,
    orderNumber: 'T1-O000001',
    cartId: null,
    originalDocumentId: null,
    deviceId: 'window',
    staffId: 'carl',
    approverId: null,
    customerId: null,
    currency: 'EUR',
    currencyExponent: 2,
    taxMode: 'included',
    taxRounding: 'line',
    closedAtMs: 1000 + number,
    zoneOffsetMinutes: 0,
    businessDay: '2026-03-02',
    itemCount: 0,
    subtotalMinor: 0,
    discountMinor: 0,
    taxMinor: 0,
    totalMinor: 0,
    roundingMinor: 0,
    changeMinor: 0,
    costMinor: null,
    reason: '',
    lines: [],
    payments: [],
  };
}

const documents = [1, 2, 3].map(documentOf);

function chainOf(): JournalEntry[] {
  const entries: JournalEntry[] = [];
  let head = genesis;
  for (const document of documents) {
    const entry = nextEntry(head, document, sha256);
    entries.push(entry);
    head = { count: entry.seq, hash: entry.hash };
  }
  return entries;
}

function verify(
  entries: JournalEntry[],
  rebuild = (id: string) => documents.find((d) => d.id === id) ?? null,
) {
  return verifyChain({ registerId: 'till-1', genesis, entries, rebuild, sha256 });
}

describe('verifyChain', () => {
  it('links each document to the one before it, from the register and the shop on', () => {
    const [first, second] = chainOf();
    expect(first!.previousHash).toBe(sha256('till-1shop-1'));
    expect(first!.hash).toBe(sha256(`${first!.previousHash}\n${first!.payload}`));
    expect(second!.previousHash).toBe(first!.hash);
    expect(first!.payload.startsWith('{"approverId":null,"businessDay":"2026-03-02","cartId":null')).toBe(
      true,
    );
    expect(verify(chainOf())).toEqual({ ok: true, value: { count: 3, hash: chainOf()[2]!.hash } });
  });

  it.each<[string, (entries: JournalEntry[]) => JournalEntry[], number, string]>([
    ['an entry taken out', (e) => e.toSpliced(1, 1), 3, 'missingEntry'],
    ['two entries swapped', (e) => [e[1]!, e[0]!, e[2]!], 2, 'missingEntry'],
    ['another register', (e) => e.with(1, { ...e[1]!, registerId: 'till-2' }), 2, 'wrongRegister'],
    ['an unknown suite', (e) => e.with(1, { ...e[1]!, suite: 'R1-AT0' }), 2, 'unknownFormat'],
    ['a changed payload', (e) => e.with(1, { ...e[1]!, payload: '{}' }), 2, 'wrongHash'],
    ['a changed hash', (e) => e.with(1, { ...e[1]!, hash: 'x' }), 2, 'wrongHash'],
    ['a changed previous hash', (e) => e.with(1, { ...e[1]!, previousHash: 'x' }), 2, 'wrongPreviousHash'],
    ['a changed time', (e) => e.with(1, { ...e[1]!, atMs: 1 }), 2, 'wrongTime'],
  ])('names %s', (_, tamper, seq, fault) => {
    expect(verify(tamper(chainOf()))).toMatchObject({ ok: false, error: { seq, fault } });
  });

  it('names a document that says something else now, or is gone', () => {
    const forged = (id: string) => ({
      ...documents.find((d) => d.id === id)!,
      totalMinor: id === 'document-2' ? 1 : 0,
    });
    expect(verify(chainOf(), forged)).toMatchObject({ error: { seq: 2, fault: 'documentChanged' } });
    expect(verify(chainOf(), () => null)).toMatchObject({ error: { seq: 1, fault: 'documentMissing' } });
  });

  it('names an entry that was forged whole, its hash right, for what it is about', () => {
    const forge = (change: Partial<ClosedDocument>, entry: Partial<JournalEntry>) => {
      const document = { ...documentOf(1), ...change };
      return verify([{ ...nextEntry(genesis, document, sha256), ...entry }], () => document);
    };
    expect(forge({}, {}).ok).toBe(true);
    expect(forge({}, { payloadVersion: 2 })).toMatchObject({ error: { seq: 1, fault: 'unknownFormat' } });
    expect(forge({}, { payloadVersion: 3 })).toMatchObject({ error: { seq: 1, fault: 'unknownFormat' } });
    // A document of another till in this till's chain.
    expect(forge({ registerId: 'till-2' }, { registerId: 'till-1' })).toMatchObject({
      error: { seq: 1, fault: 'wrongRegister' },
    });
  });
});
