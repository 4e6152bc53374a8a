import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareShop, openBareShop } from '../../../../test/catalogue/bare-shop.ts';

let bare: BareShop;
const nobody = { phone: null, email: null, note: '' };

beforeAll(async () => {
  bare = await openBareShop();
  const people = [
    { name: 'Zoë Müller', phone: '+44 7700 900123', email: 'zoe@example.com' },
    { name: 'Ann O’Neil', phone: '(020) 7946-0018' },
    { name: '王小明' },
    { name: 'Bob 900 Club' },
  ];
  for (const person of people) await bare.carl.call('customer.create', { ...nobody, ...person });
});
afterAll(() => bare.shop.close());

const find = async (text: string, page: object = {}) =>
  (await bare.carl.call('customer.search', { text, ...page })).rows.map(({ name }) => name);

describe('customer.search', () => {
  it.each([
    ['mull zoe', ['Zoë Müller']],
    ['MÜLLER', ['Zoë Müller']],
    ['uller', []],
    ['neil', ['Ann O’Neil']],
    ['小明', ['王小明']],
    ['7946 0018', ['Ann O’Neil']],
    ['07700900123', ['Zoë Müller']],
    ['+44 (7700) 900', ['Zoë Müller']],
    ['900', ['Bob 900 Club', 'Zoë Müller']],
    ['01', []],
    ['zoe@ex', ['Zoë Müller']],
    ['ZOE@EXAMPLE.COM', ['Zoë Müller']],
    ['example.com', []],
    ['@', []],
    ['🍌', []],
    ['%', []],
    ['"', []],
    ["'; DROP TABLE customer; --", []],
  ])('%s finds %j', async (text, names) => {
    expect(await find(text)).toEqual(names);
  });

  it('shows everybody by name when nothing is typed, page by page', async () => {
    const all = ['Ann O’Neil', 'Bob 900 Club', 'Zoë Müller', '王小明'];
    expect(await find('')).toEqual(all);
    expect([...(await find(' ', { limit: 3 })), ...(await find('', { offset: 3 }))]).toEqual(all);
    expect((await bare.carl.call('customer.search', { text: '', limit: 1 })).total).toBe(4);
  });
});

describe('customer.update', () => {
  it('changes what they are found by, and refuses a stale version', async () => {
    const { id } = await bare.carl.call('customer.create', { ...nobody, name: 'Before', phone: '555 111' });
    const updated = await bare.carl.call('customer.update', {
      ...nobody,
      id,
      expectedVersion: 1,
      name: 'After',
    });
    expect(updated).toMatchObject({ name: 'After', phone: null, version: 2 });
    expect([await find('before'), await find('555111'), await find('after')]).toEqual([[], [], ['After']]);
    expect(
      await bare.carl.refused('customer.update', { ...nobody, id, expectedVersion: 1, name: 'X' }),
    ).toMatchObject({
      code: 'version.conflict',
      data: { current: { name: 'After', version: 2 } },
    });
  });

  it('audits which facts changed, never the facts: they must stay erasable', async () => {
    const { id } = await bare.carl.call('customer.create', {
      ...nobody,
      name: 'Privy Person',
      email: 'p@example.com',
    });
    await bare.carl.call('customer.update', { ...nobody, id, expectedVersion: 1, name: 'Privy Person' });
    const rows = bare.shop.rows('SELECT action, after_json FROM audit WHERE subject_id = ? ORDER BY seq', id);
    expect(rows).toEqual([
      { action: 'customer.added', after_json: '{"changed":["name","email"]}' },
      { action: 'customer.changed', after_json: '{"changed":["email"]}' },
    ]);
    const traces = bare.shop.rows<{ trace: string }>('SELECT payload_json AS trace FROM outbox');
    expect(JSON.stringify(traces)).not.toContain('Privy');
  });

  it('says when there is no such customer', async () => {
    const id = '019ca000-0000-7000-8fff-00000000dead';
    const get = await bare.carl.refused('customer.get', { id });
    const update = await bare.carl.refused('customer.update', {
      ...nobody,
      id,
      expectedVersion: 1,
      name: 'X',
    });
    expect([get.code, update.code]).toEqual(['customer.unknown', 'customer.unknown']);
  });
});

describe('what a customer bought', () => {
  it('counts sales as visits, takes refunds off and leaves training out', async () => {
    const { id } = await bare.carl.call('customer.create', { ...nobody, name: 'Regular' });
    addDocument(id, 'sale', 1_000, 111);
    addDocument(id, 'sale', 500, 222);
    addDocument(id, 'refund', -300, 333);
    addDocument(id, 'training', 9_999, 444);
    expect(await bare.carl.call('customer.get', { id })).toMatchObject({
      visitCount: 2,
      spentMinor: 1_200,
      lastVisitAtMs: 222,
    });
    expect(await bare.carl.call('customer.search', { text: 'regular' })).toMatchObject({
      rows: [{ visitCount: 2 }],
    });
  });
});

let documents = 0;

function addDocument(customerId: string, kind: string, totalMinor: number, closedAtMs: number): void {
  documents += 1;
  bare.write(
    `INSERT OR IGNORE INTO register (id, name, prefix, printer_port, paper_width_mm, printer_encoding,
      print_automatically, has_drawer, created_at_ms, version) VALUES ('till', 'Till', 'A', 9100, 80, 'cp437', 0, 0, 0, 1)`,
  );
  bare.write(
    `INSERT INTO document (id, kind, register_id, register_name, fiscal_number, series_number, order_number, device_id,
      staff_id, customer_id, currency, currency_exponent, tax_mode, tax_rounding, closed_at_ms, zone_offset_minutes,
      business_day, item_count, subtotal_minor, discount_minor, tax_minor, total_minor, rounding_minor, change_minor, reason)
     SELECT :id, :kind, 'till', 'Till', :id, :number, :id, 'device', (SELECT id FROM staff LIMIT 1), :customer, 'GBP', 2,
      'included', 'line', :closed, 0, '2026-03-02', 1, :total, 0, 0, :total, 0, 0, ''`,
    {
      id: `document-${documents}`,
      kind,
      number: documents,
      customer: customerId,
      closed: closedAtMs,
      total: totalMinor,
    },
  );
}
