import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';
import { copyShop } from './copy-shop.ts';
import { openEmptyShop, type TestCaller, TestClock, TestShop } from './open-shop.ts';

type NewShop = CallInput<'setup.createShop'>;
export type ReadyShopOptions = Partial<NewShop['shop']>;

/** Everyone's password and PIN in the ready shop. */
export const PEOPLE = {
  owner: { name: 'Olive', username: 'olive', password: 'harbour lamp tin 42', pin: '4071' },
  manager: { name: 'Maya', username: 'maya', password: 'seven grey herons', pin: '5082' },
  cashier: { name: 'Carl', username: 'carl', password: 'boat under bridge', pin: '6093' },
} as const;

export const SHOP: NewShop['shop'] = {
  name: 'Corner Shop',
  address: '1 High Street\nTesttown',
  country: 'GB',
  language: 'en',
  currency: 'GBP',
  timeZone: 'Europe/London',
  dayCutOffMinutes: 0,
  taxNumber: 'GB 123',
  taxMode: 'included',
  taxRounding: 'document',
  cashStepMinor: 1,
  receiptFooter: 'Thank you',
};

export const TAX_CATEGORIES: NewShop['taxCategories'] = [
  { name: 'Standard', kind: 'rate', ratePpm: 200_000 },
  { name: 'Reduced', kind: 'rate', ratePpm: 50_000 },
  { name: 'Zero', kind: 'zero', ratePpm: 0 },
  { name: 'Exempt', kind: 'exempt', ratePpm: 0 },
];

export type ProductFacts = Partial<Omit<CallInput<'product.create'>, 'commandId' | 'approvalId'>>;

export interface ReadyShop {
  readonly shop: TestShop;
  /** All three at one device, bound to the register 'Till 1' with the prefix T1. */
  readonly owner: TestCaller;
  readonly manager: TestCaller;
  readonly cashier: TestCaller;
  readonly ids: {
    readonly owner: string;
    readonly manager: string;
    readonly cashier: string;
    readonly register: string;
    readonly device: string;
  };
  readonly tax: {
    readonly standard: string;
    readonly reduced: string;
    readonly zero: string;
    readonly exempt: string;
  };
  /** What the wizard printed for the owner. */
  readonly recoveryCode: string;
  /** Adds a product: 1.00, standard rate, each, unless said otherwise. */
  addProduct(by: TestCaller, facts?: ProductFacts): Promise<CallOutput<'product.create'>>;
}

/** What a copied folder needs to be spoken to as its template was. */
interface Template extends Omit<ReadyShop, 'shop' | 'owner' | 'manager' | 'cashier' | 'addProduct'> {
  readonly folder: string;
  readonly deviceToken: string;
  readonly sessions: { readonly owner: string; readonly manager: string; readonly cashier: string };
}

const templates = new Map<string, Promise<Template>>();
/** Apart from the series of `openEmptyShop`, so that a copy's new ids never meet its template's. */
let series = 0x800;

/** A shop as after its first morning: set up by the real wizard, once a process and set of options, then copied. */
export async function openReadyShop(options: ReadyShopOptions = {}): Promise<ReadyShop> {
  const key = JSON.stringify(options);
  const making = templates.get(key) ?? makeTemplate(options);
  templates.set(key, making);
  const template = await making;
  series += 1;
  const shop = new TestShop(new TestClock(series), mkdtempSync(join(tmpdir(), 'tillwise-test-')));
  copyShop(template.folder, shop.dataDir);
  await shop.start();
  const { ids, tax, recoveryCode } = template;
  const { owner, manager, cashier } = template.sessions;
  const at = (session: string) => callerWith(shop, template.deviceToken, session);
  return {
    shop,
    owner: at(owner),
    manager: at(manager),
    cashier: at(cashier),
    ids,
    tax,
    recoveryCode,
    addProduct,
  };
}

async function makeTemplate(options: ReadyShopOptions): Promise<Template> {
  const shop = await openEmptyShop();
  const owner = shop.caller();
  const created = await owner.call('setup.createShop', {
    shop: { ...SHOP, ...options },
    taxCategories: TAX_CATEGORIES,
    register: { name: 'Till 1', prefix: 'T1' },
    owner: PEOPLE.owner,
  });
  const manager = await addPerson(shop, owner, 'manager');
  const cashier = await addPerson(shop, owner, 'cashier');
  const taxIds = (await owner.call('tax.listCategories', {})).map(({ id }) => id);
  const [standard, reduced, zero, exempt] = taxIds as [string, string, string, string];
  const device = created.session.device;
  if (!device) throw new Error('the wizard enrolled no device');
  await shop.engine.close();
  process.once('exit', () => rmSync(shop.dataDir, { recursive: true, force: true }));
  return {
    folder: shop.dataDir,
    deviceToken: owner.deviceToken as string,
    sessions: { owner: owner.sessionToken as string, manager: manager.token, cashier: cashier.token },
    ids: {
      owner: created.session.staff.id,
      manager: manager.id,
      cashier: cashier.id,
      register: device.registerId,
      device: device.id,
    },
    tax: { standard, reduced, zero, exempt },
    recoveryCode: created.recoveryCode,
  };
}

async function addPerson(shop: TestShop, owner: TestCaller, role: 'manager' | 'cashier') {
  const person = PEOPLE[role];
  const { id } = await owner.call('staff.create', { ...person, role });
  const caller = callerWith(shop, owner.deviceToken as string, null);
  await caller.call('session.signInWithPin', { staffId: id, pin: person.pin });
  return { id, token: caller.sessionToken as string };
}

function callerWith(shop: TestShop, deviceToken: string, sessionToken: string | null): TestCaller {
  const caller = shop.caller();
  caller.deviceToken = deviceToken;
  caller.sessionToken = sessionToken;
  return caller;
}

/** A browser of its own at the same register, signed in with the password. */
export async function enrolAnother(
  shop: TestShop,
  who: keyof typeof PEOPLE,
  registerId: string,
): Promise<TestCaller> {
  const owner = shop.caller();
  const { username, password } = PEOPLE.owner;
  await owner.call('session.signIn', { username, password });
  await owner.call('device.enrol', { name: 'Another browser', registerId });
  if (who === 'owner') return owner;
  const caller = owner.sameDevice();
  await caller.call('session.signIn', { username: PEOPLE[who].username, password: PEOPLE[who].password });
  return caller;
}

async function addProduct(by: TestCaller, facts: ProductFacts = {}): Promise<CallOutput<'product.create'>> {
  const categories = await by.call('tax.listCategories', {});
  return by.call('product.create', {
    name: 'Milk',
    sku: null,
    barcodes: [],
    brand: null,
    packSize: null,
    categoryId: null,
    unit: 'each',
    priceMinor: 100,
    costMinor: null,
    taxCategoryId: categories[0]?.id as string,
    description: '',
    negativeStock: 'allow',
    lowStockMilli: null,
    ...facts,
  });
}
