import type Database from 'better-sqlite3';
import type { JournalFault } from '../../../src/shared/reference/journal-faults.ts';

export interface TamperCase {
  readonly what: string;
  readonly tamper: string | ((raw: Database.Database) => void);
  readonly code: JournalFault;
  /** Number of the first bad document (or receipt); null where it is gone. */
  readonly number: string | null;
}

const DOC = '(SELECT document_id FROM journal WHERE seq = 2)';
const LINE = `(SELECT id FROM document_line WHERE document_id = ${DOC} AND position = 0)`;
const SECOND = 'T1-000002';

const change = (
  what: string,
  tamper: string,
  code: JournalFault,
  number: string | null = SECOND,
): TamperCase => ({ what, tamper, code, number });

const document = (column: string, value: string) =>
  change(
    `document: ${column}`,
    `UPDATE document SET ${column} = ${value} WHERE id = ${DOC}`,
    'documentChanged',
  );
const line = (column: string, value: string) =>
  change(
    `line: ${column}`,
    `UPDATE document_line SET ${column} = ${value} WHERE id = ${LINE}`,
    'documentChanged',
  );
const tax = (column: string, value: string) =>
  change(
    `tax: ${column}`,
    `UPDATE line_tax SET ${column} = ${value} WHERE line_id = ${LINE}`,
    'documentChanged',
  );
const payment = (column: string, value: string) =>
  change(
    `payment: ${column}`,
    `UPDATE payment SET ${column} = ${value} WHERE document_id = ${DOC}`,
    'documentChanged',
  );
const discount = (column: string, value: string) =>
  change(
    `discount: ${column}`,
    `UPDATE line_adjustment SET ${column} = ${value} WHERE line_id = ${LINE}`,
    'documentChanged',
  );
const cash = (what: string, tamper: string) => change(`cash: ${what}`, tamper, 'cashDiffers');
const entry = (column: string, value: string, code: JournalFault, number: string | null = SECOND) =>
  change(`entry: ${column}`, `UPDATE journal SET ${column} = ${value} WHERE seq = 2`, code, number);
const receipt = (what: string, set: string, code: JournalFault, number: string | null = SECOND): TamperCase =>
  change(`receipt: ${what}`, `UPDATE signed_receipt SET ${set} WHERE seq = 3`, code, number);

/** Rows of closed documents. */
export const ROW_CASES: readonly TamperCase[] = [
  document('total_minor', 'total_minor - 100'),
  document('tax_minor', 'tax_minor - 1'),
  document('subtotal_minor', 'subtotal_minor + 1'),
  document('discount_minor', '0'),
  document('change_minor', 'change_minor + 1'),
  document('rounding_minor', '1'),
  document('item_count', 'item_count + 1'),
  document('cost_minor', '1'),
  document('kind', "'training'"),
  document('closed_at_ms', 'closed_at_ms - 86400000'),
  document('zone_offset_minutes', '60'),
  document('business_day', "'2026-01-01'"),
  document('staff_id', "(SELECT id FROM staff WHERE name = 'Dora')"),
  document('customer_id', "'someone'"),
  document('currency', "'USD'"),
  document('tax_mode', "'excluded'"),
  document('order_number', "'T1-O000099'"),
  document('reason', "'none'"),
  line('quantity_milli', '1000'),
  line('unit_price_minor', '1'),
  line('payable_minor', 'payable_minor - 1'),
  line('net_minor', 'net_minor - 1'),
  line('name', "'something else'"),
  line('product_id', "(SELECT id FROM product WHERE name = 'milk')"),
  line('note', "'a note'"),
  line('position', '9'),
  tax('rate_ppm', '0'),
  tax('amount_minor', '0'),
  tax('base_minor', 'base_minor + 1'),
  payment('kind', "'card'"),
  payment('amount_minor', 'amount_minor - 1'),
  payment('tendered_minor', 'tendered_minor - 100'),
  payment('reference', "'slip 9'"),
  discount('amount_minor', '0'),
  discount('reason', "'none'"),
  discount('staff_id', "'nobody'"),
  change('line deleted', `DELETE FROM document_line WHERE id = ${LINE}`, 'documentChanged'),
  change('tax deleted', `DELETE FROM line_tax WHERE line_id = ${LINE}`, 'documentChanged'),
  change('payment deleted', `DELETE FROM payment WHERE document_id = ${DOC}`, 'documentChanged'),
  change(
    'payment put in',
    `INSERT INTO payment SELECT id || 'x', document_id, 5, 'card', '', 0, 0, 0, 0, NULL, NULL FROM payment
     WHERE document_id = ${DOC}`,
    'documentChanged',
  ),
  change(
    "tax put in that hangs on another document's line",
    `INSERT INTO line_tax SELECT ${DOC}, line_id, sequence, rate_id, jurisdiction, name, rate_ppm, compound, base_minor,
       amount_minor FROM line_tax WHERE document_id = (SELECT document_id FROM journal WHERE seq = 1)`,
    'strayRows',
  ),
  change(
    'discount put in that hangs on no line',
    `INSERT INTO line_adjustment SELECT id || 'x', document_id, 'no line', position, kind, source_id, ppm, amount_minor, reason,
       staff_id, approver_id FROM line_adjustment WHERE line_id = ${LINE}`,
    'strayRows',
  ),
  cash(
    'less came in',
    `UPDATE cash_movement SET amount_minor = amount_minor - 100 WHERE document_id = ${DOC}`,
  ),
  cash('change deleted', `DELETE FROM cash_movement WHERE document_id = ${DOC} AND kind = 'change'`),
  cash(
    'paid out twice',
    `INSERT INTO cash_movement (id, register_id, business_day, at_ms, kind, amount_minor, document_id, payment_id, staff_id,
       reason) SELECT id || 'x', register_id, business_day, at_ms, kind, amount_minor, document_id, payment_id, staff_id, reason
     FROM cash_movement WHERE document_id = ${DOC} AND kind = 'change'`,
  ),
  cash('another day', `UPDATE cash_movement SET business_day = '2026-01-01' WHERE document_id = ${DOC}`),
];

/** The chains themselves. */
export const CHAIN_CASES: readonly TamperCase[] = [
  entry('payload', `replace(payload, '"reason":"friend"', '"reason":"fiend"')`, 'wrongHash'),
  entry('hash', "'00' || substr(hash, 3)", 'wrongHash'),
  entry('previous_hash', "'00' || substr(previous_hash, 3)", 'wrongPreviousHash'),
  entry('suite', "'TW9'", 'unknownFormat'),
  entry('payload_version', '9', 'unknownFormat'),
  entry('at_ms', 'at_ms + 1', 'wrongTime'),
  entry('register_id', "'elsewhere'", 'receiptMissing', null),
  entry('seq', '99', 'missingEntry', 'T1-X000001'),
  change('entry deleted', 'DELETE FROM journal WHERE seq = 2', 'receiptMissing'),
  change(
    'two entries change places',
    'UPDATE journal SET seq = 100 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 100',
    'wrongPreviousHash',
    'T1-000003',
  ),
  change('document deleted', `DELETE FROM document WHERE id = ${DOC}`, 'documentMissing'),
  change('the shop is another', "UPDATE shop SET shop_uuid = 'other'", 'wrongPreviousHash', 'T1-000001'),
  {
    what: 'document put in',
    tamper: (raw) => {
      const columns = (raw.pragma('table_info(document)') as { name: string }[]).map(({ name }) => name);
      const put: Record<string, string> = {
        seq: '1000',
        id: "id || 'x'",
        fiscal_number: "'T1-000777'",
        series_number: '777',
        cart_id: 'NULL',
      };
      const values = columns.map((name) => put[name] ?? name).join(', ');
      raw.exec(
        `INSERT INTO document (${columns.join(', ')}) SELECT ${values} FROM document WHERE id = ${DOC}`,
      );
    },
    code: 'documentNotInJournal',
    number: 'T1-000777',
  },
  receipt('signature of another', 'jws = (SELECT jws FROM signed_receipt WHERE seq = 4)', 'chainValueWrong'),
  receipt('cut short', 'jws = substr(jws, 1, length(jws) - 1)', 'signatureEncodingWrong'),
  receipt('header', "jws = 'eyJhbGciOiJub25lIn0' || substr(jws, 21)", 'headerWrong'),
  receipt('no signature', 'jws = substr(jws, 1, length(jws) - 86)', 'signatureLengthWrong'),
  receipt(
    'says that the device was out of order',
    "jws = substr(jws, 1, length(jws) - 86) || 'U2ljaGVyaGVpdHNlaW5yaWNodHVuZyBhdXNnZWZhbGxlbg'",
    'receiptChanged',
  ),
  receipt(
    'out of order, and its flag too',
    "jws = substr(jws, 1, length(jws) - 86) || 'U2ljaGVyaGVpdHNlaW5yaWNodHVuZyBhdXNnZWZhbGxlbg', signed = 0",
    'chainValueWrong',
    'T1-X000001',
  ),
  receipt('its flag', 'signed = 0', 'receiptChanged'),
  receipt('its number', "receipt_number = 'T1-000009'", 'receiptChanged'),
  receipt('the counter beside it', "turnover_cents = '1'", 'receiptChanged'),
  receipt('its kind', "kind = 'collective'", 'receiptChanged'),
  receipt('its document', 'document_id = NULL', 'receiptChanged'),
  receipt('too long', "jws = jws || printf('%9000s', '')", 'tooLong'),
  receipt('no JWS', "jws = 'nothing'", 'partsWrong'),
  change('receipt deleted', 'DELETE FROM signed_receipt WHERE seq = 3', 'receiptMissing', 'T1-X000001'),
  change('start receipt deleted', 'DELETE FROM signed_receipt WHERE seq = 1', 'receiptMissing', 'T1-000001'),
  change('all receipts deleted', 'DELETE FROM signed_receipt', 'startMissing', null),
  change('last receipt deleted', 'DELETE FROM signed_receipt WHERE seq = 7', 'receiptMissing', 'T1-000004'),
  change('chain deleted', 'DELETE FROM signing_chain', 'receiptMissing', 'T1-000001'),
  change(
    'two receipts change places',
    'UPDATE signed_receipt SET seq = 100 WHERE seq = 3; UPDATE signed_receipt SET seq = 3 WHERE seq = 5; UPDATE signed_receipt SET seq = 5 WHERE seq = 100',
    'chainValueWrong',
    'T1-000003',
  ),
  change(
    'two receipts change documents',
    `UPDATE signed_receipt SET document_id = 'x' WHERE seq = 3;
     UPDATE signed_receipt SET document_id = ${DOC} WHERE seq = 5;
     UPDATE signed_receipt SET document_id = (SELECT document_id FROM journal WHERE seq = 4) WHERE seq = 3`,
    'receiptMissing',
    'T1-000003',
  ),
  change(
    "register's name in the format",
    "UPDATE signing_chain SET cash_box_id = 'T7'",
    'receiptChanged',
    'T1-Z000001',
  ),
  change('start moved', 'UPDATE signing_chain SET first_journal_seq = 2', 'receiptMissing', 'T1-000001'),
  change('edition', 'UPDATE signing_chain SET edition = 2', 'receiptMissing', 'T1-000001'),
  change("key's name", "UPDATE signing_key SET id = id || 'x'", 'keyUnknown', 'T1-Z000001'),
  change(
    'documents passed off as older than signing',
    'INSERT INTO unsigned_history SELECT register_id, 3 FROM signing_chain',
    'receiptMissing',
    'T1-000003',
  ),
];
