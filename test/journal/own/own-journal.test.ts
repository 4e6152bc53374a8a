import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/main/journal/sha256-hex.ts';
import { CHAIN_CASES, ROW_CASES, type TamperCase } from './tamper-cases.ts';
import { openTamperedShop, rehash, removeDocument, type TamperedShop } from './tampered-shop.ts';

let shop: TamperedShop;
beforeAll(async () => {
  shop = await openTamperedShop();
}, 60_000);
afterAll(() => shop.close());

function idOf(seq: number): string {
  return shop.raw.prepare('SELECT document_id FROM journal WHERE seq = ?').pluck().get(seq) as string;
}

function faultAfter(tamper: TamperCase['tamper']) {
  return shop.verdictAfter((raw) => {
    if (typeof tamper === 'string') raw.exec(tamper);
    else tamper(raw);
  }).fault;
}

describe("a shop's own journal", () => {
  it('holds as it is: six documents, seven receipts, all signed', () => {
    expect(shop.verdict()).toMatchObject({
      prefix: 'T1',
      documents: 6,
      fault: null,
      signed: { receipts: 7, unsigned: 0, turnoverChecked: true, head: { cashBoxId: 'T1', count: 7 } },
    });
  });

  it.each(ROW_CASES)('names the first bad document, its rows changed: $what', ({ tamper, code, number }) => {
    expect(faultAfter(tamper)).toMatchObject({ code, documentNumber: number });
  });

  it.each(CHAIN_CASES)('names the first bad document, a chain changed: $what', ({ tamper, code, number }) => {
    expect(faultAfter(tamper)).toMatchObject({ code, documentNumber: number });
  });

  it('refuses another key, also a good one', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    expect(
      faultAfter((raw) => void raw.prepare('UPDATE signing_key SET public_key = ?').run(spki)),
    ).toMatchObject({ code: 'signatureWrong', documentNumber: 'T1-Z000001' });
    expect(
      faultAfter((raw) => void raw.prepare('UPDATE signing_key SET public_key = ?').run(Buffer.from('none'))),
    ).toMatchObject({ code: 'keyUnknown' });
  });

  it('sees by the signatures what somebody who writes our own chain anew could hide', () => {
    const second = idOf(2);
    expect(
      faultAfter((raw) => {
        removeDocument(raw, second);
        rehash(raw, shop.registerId);
      }),
    ).toMatchObject({ code: 'receiptMissing', documentNumber: 'T1-000002' });
    expect(
      faultAfter((raw) => {
        removeDocument(raw, second);
        raw.prepare('DELETE FROM signed_receipt WHERE document_id = ?').run(second);
        rehash(raw, shop.registerId);
      }),
    ).toMatchObject({ code: 'receiptMissing' });
    // Cheaper goods, from the document's rows to its entry and every hash after it.
    expect(
      faultAfter((raw) => {
        raw.exec(`UPDATE document_line SET payable_minor = payable_minor - 50, net_minor = net_minor - 50, gross_minor = gross_minor - 50
            WHERE document_id = '${second}' AND position = 0;
          UPDATE document SET total_minor = total_minor - 50, subtotal_minor = subtotal_minor - 50 WHERE id = '${second}';`);
        raw.prepare('UPDATE journal SET payload = ? WHERE seq = 2').run(shop.payloadOf(second));
        rehash(raw, shop.registerId);
      }),
    ).toMatchObject({ code: 'receiptDiffers', documentNumber: 'T1-000002' });
  });

  it('sees a cut end by the numbers, and by a noted head where those were set back too', () => {
    const cut = (raw: TamperedShop['raw'], alsoNumbers: boolean) => {
      removeDocument(raw, idOf(6));
      raw.exec('DELETE FROM signed_receipt WHERE seq = 7');
      if (alsoNumbers) raw.exec("UPDATE number_series SET last_number = 3 WHERE series = 'sale'");
    };
    expect(faultAfter((raw) => cut(raw, false))).toMatchObject({ code: 'numbersMissing', seq: 6 });
    expect(faultAfter((raw) => cut(raw, true))).toBeNull();
    const { headHash, signed } = shop.verdict();
    const noted = { registerId: shop.registerId, count: 6, hash: headHash!, receipts: signed!.head };
    const after = (tamper: (raw: TamperedShop['raw']) => void) => shop.verdictAfter(tamper, [noted]).fault;
    expect(shop.verdict([noted]).fault).toBeNull();
    expect(after((raw) => cut(raw, true))).toMatchObject({ code: 'entriesMissing', seq: 6 });
    const other = { ...noted, hash: sha256Hex('other') };
    expect(shop.verdict([other]).fault).toMatchObject({
      code: 'notedHeadWrong',
      documentNumber: 'T1-000004',
    });
    const cutReceipts = { ...noted, count: 1, hash: '', receipts: { ...noted.receipts!, count: 9 } };
    expect(shop.verdict([{ ...cutReceipts, count: 0 }]).fault).toMatchObject({ code: 'tailMissing' });
    const otherReceipt = { ...noted, receipts: { ...noted.receipts!, chainValue: 'AAAAAAAAAAA=' } };
    expect(shop.verdict([otherReceipt]).fault).toMatchObject({ code: 'headWrong' });
  });
});
