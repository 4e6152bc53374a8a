import { join } from 'node:path';
import Database from 'better-sqlite3';
import { hashToken } from '../../src/main/features/session/identify.ts';
import { DATABASE_FILE } from '../../src/main/storage/open-database.ts';
import type { Role } from '../../src/shared/contract/permissions.ts';
import { openEmptyShop, type TestCaller, type TestShop } from '../helpers/open-shop.ts';

type Row = Record<string, string | number | null>;

export interface TillOptions {
  readonly country?: string;
  readonly currency?: string;
  readonly exponent?: number;
  readonly taxMode?: 'included' | 'excluded';
  readonly taxRounding?: 'line' | 'document';
  readonly cashStepMinor?: number;
}

export interface ProductOptions {
  readonly priceMinor?: number | null;
  readonly costMinor?: number | null;
  readonly unit?: string;
  readonly sku?: string;
  readonly barcode?: string;
  readonly kind?: 'gtin' | 'inStore';
  readonly tax?: string;
  readonly status?: 'active' | 'archived';
  readonly negativeStock?: 'allow' | 'warn' | 'block';
  readonly onHandMilli?: number;
}

/** A shop with two tills, its people signed in, and goods on the shelf; rows written straight into the database, so
 *  that a fault in another part of the program does not turn these tests red. Rates: std 20 %, high 22 %, low 10 %. */
export class Till {
  readonly shop: TestShop;
  readonly ids: Record<string, string> = {};
  carl!: TestCaller;
  maya!: TestCaller;
  /** Carl's colleague at the second till. */
  dora!: TestCaller;

  constructor(shop: TestShop) {
    this.shop = shop;
  }

  id(name: string): string {
    const known = this.ids[name];
    if (!known) throw new Error(`nothing is called ${name}`);
    return known;
  }

  insert(table: string, row: Row): void {
    const columns = Object.keys(row);
    this.write(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
      row,
    );
  }

  write(sql: string, params: Row = {}): void {
    const db = new Database(join(this.shop.dataDir, DATABASE_FILE));
    try {
      db.prepare(sql).run(params);
    } finally {
      db.close();
    }
  }

  product(name: string, options: ProductOptions = {}): string {
    const id = this.#name(name);
    const nowMs = this.shop.clock.nowMs();
    const priceMinor = options.priceMinor === undefined ? 125 : options.priceMinor;
    this.insert('product', {
      id,
      name,
      sku: options.sku ?? null,
      brand: null,
      pack_size: null,
      category_id: null,
      unit: options.unit ?? 'each',
      price_minor: priceMinor,
      cost_minor: options.costMinor ?? null,
      tax_category_id: this.id(options.tax ?? 'std'),
      description: '',
      image_id: null,
      status: options.status ?? 'active',
      negative_stock: options.negativeStock ?? 'allow',
      low_stock_milli: null,
      search_text: name,
      sort_name: name,
      created_at_ms: nowMs,
      updated_at_ms: nowMs,
      version: 1,
    });
    if (options.barcode)
      this.insert('product_barcode', {
        code: options.barcode,
        kind: options.kind ?? 'gtin',
        product_id: id,
        position: 0,
      });
    const onHand = options.onHandMilli ?? 100_000;
    if (onHand !== 0)
      this.insert('stock_movement', {
        id: this.shop.clock.newId(),
        product_id: id,
        kind: 'opening',
        quantity_milli: onHand,
        reason: 'count',
        note: '',
        at_ms: nowMs,
      });
    return id;
  }

  setUp(options: TillOptions): void {
    this.insert('shop', {
      id: 1,
      shop_uuid: this.#name('shop'),
      name: 'Corner Shop',
      address: '',
      country: options.country ?? 'IE',
      language: 'en',
      currency: options.currency ?? 'EUR',
      currency_exponent: options.exponent ?? 2,
      time_zone: 'Europe/London',
      day_cut_off_minutes: 180,
      tax_number: '',
      tax_mode: options.taxMode ?? 'included',
      tax_rounding: options.taxRounding ?? 'line',
      cash_step_minor: options.cashStepMinor ?? 1,
      receipt_footer: '',
      demo: 0,
      version: 1,
    });
    this.#rate('std', 200_000);
    this.#rate('high', 220_000);
    this.#rate('low', 100_000);
    this.insert('tax_category', {
      id: this.#name('exempt'),
      name: 'Exempt',
      kind: 'exempt',
      position: 9,
      archived: 0,
      version: 1,
    });
    for (const [name, role] of [
      ['Maya', 'manager'],
      ['Carl', 'cashier'],
      ['Dora', 'cashier'],
    ] as const)
      this.#person(name, role);
    this.#till('T1');
    this.#till('T2');
    this.carl = this.#signIn('Carl', 'T1');
    this.maya = this.#signIn('Maya', 'T1');
    this.dora = this.#signIn('Dora', 'T2');
    this.product('milk', { priceMinor: 125, costMinor: 80, barcode: '04006381333931', sku: 'MILK-1' });
    this.product('bread', { priceMinor: 315, costMinor: 150 });
    this.product('apples', { priceMinor: 299, unit: 'kg', tax: 'low' });
  }

  /** What a PIN entered at T1 leaves behind. @returns the approval's id */
  lend(approver: string, to: string, permission: string): string {
    const id = this.shop.clock.newId();
    const nowMs = this.shop.clock.nowMs();
    this.insert('approval', {
      id,
      approver_id: this.id(approver),
      staff_id: this.id(to),
      device_id: this.id('T1'),
      permission,
      created_at_ms: nowMs,
      expires_at_ms: nowMs + 60_000,
    });
    return id;
  }

  #name(name: string): string {
    const id = this.shop.clock.newId();
    this.ids[name] = id;
    return id;
  }

  #rate(name: string, ratePpm: number): void {
    const id = this.#name(name);
    this.insert('tax_category', { id, name, kind: 'rate', position: 1, archived: 0, version: 1 });
    this.insert('tax_rate', {
      id: this.#name(`${name} rate`),
      tax_category_id: id,
      name: 'VAT',
      jurisdiction: 'IE',
      rate_ppm: ratePpm,
      sequence: 1,
      compound: 0,
      current: 1,
    });
  }

  #person(name: string, role: Role): void {
    this.insert('staff', {
      id: this.#name(name),
      name,
      username: name.toLowerCase(),
      role,
      password_hash: '-',
      active: 1,
      created_at_ms: 0,
      version: 1,
    });
  }

  #till(prefix: string): void {
    this.insert('register', {
      id: this.#name(`register ${prefix}`),
      name: `Till ${prefix}`,
      prefix,
      printer_port: 9100,
      paper_width_mm: 80,
      printer_encoding: 'utf-8',
      print_automatically: 0,
      has_drawer: 1,
      created_at_ms: 0,
      version: 1,
    });
    this.insert('device', {
      id: this.#name(prefix),
      name: `Window ${prefix}`,
      kind: 'browser',
      register_id: this.id(`register ${prefix}`),
      token_hash: hashToken(prefix),
      enrolled_at_ms: 0,
      enrolled_by: this.id('Maya'),
      active: 1,
    });
  }

  #signIn(name: string, device: string): TestCaller {
    const caller = this.shop.caller();
    caller.sessionToken = `${name} at ${device}`;
    caller.deviceToken = device;
    const nowMs = this.shop.clock.nowMs();
    this.insert('session', {
      token_hash: hashToken(caller.sessionToken),
      staff_id: this.id(name),
      device_id: this.id(device),
      started_at_ms: nowMs,
      last_seen_at_ms: nowMs,
    });
    return caller;
  }
}

export async function openTill(options: TillOptions = {}): Promise<Till> {
  const till = new Till(await openEmptyShop());
  till.setUp(options);
  return till;
}

/** Adds products by name to the cashier's cart and answers the cart; `milk 2` is two of them. */
export async function ringUp(till: Till, ...goods: readonly string[]) {
  let sale: Awaited<ReturnType<typeof add>> | undefined;
  for (const good of goods) sale = await add(till, good);
  if (!sale) throw new Error('nothing rung up');
  return sale;
}

async function add(till: Till, good: string) {
  const [name, quantity = '1'] = good.split(' ');
  const productId = till.id(name!);
  const added = await till.carl.call('sale.addProduct', {
    productId,
    quantityMilli: Math.round(Number(quantity) * 1000),
  });
  return added.sale;
}
