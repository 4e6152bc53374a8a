import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { CallParsedInput } from '../../../shared/contract/index.ts';
import type { Role } from '../../../shared/contract/permissions.ts';

type NewShop = CallParsedInput<'setup.createShop'>;

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly pin: string;
}

/** resources/demo/shop.json, as it lies there. */
export interface DemoShop {
  readonly shop: NewShop['shop'];
  readonly register: { readonly name: string; readonly prefix: string };
  readonly taxCategories: readonly (NewShop['taxCategories'][number] & { readonly key: string })[];
  readonly staff: readonly DemoPerson[];
  readonly quickKeySkus: readonly string[];
  readonly catalogue: { readonly file: string };
  /** Another shop's shelves and year, imported. */
  readonly history: {
    readonly catalogueFile: string;
    readonly file: string;
    readonly name: string;
    readonly prefix: string;
    readonly username: string;
  };
  readonly customers: readonly {
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly note: string | null;
  }[];
}

/** One line of the demo catalogue; every field is text, empty where there is none. */
export interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly barcode: string;
  readonly in_store_code: string;
  readonly brand: string;
  readonly category: string;
  readonly pack_size: string;
  readonly unit: string;
  readonly price: string;
  readonly cost: string;
  readonly tax_category: string;
  readonly stock: string;
}

export function readDemoShop(resourcesDir: string): DemoShop {
  return JSON.parse(readFileSync(join(resourcesDir, 'demo', 'shop.json'), 'utf8')) as DemoShop;
}

export function readDemoProducts(resourcesDir: string, file: string): DemoProduct[] {
  const text = readFileSync(join(resourcesDir, 'demo', file), 'utf8');
  return Papa.parse<DemoProduct>(text, { header: true, skipEmptyLines: true }).data;
}

/** Who may look around in the demo shop, and how they sign in. */
export function listDemoPeople(resourcesDir: string) {
  return readDemoShop(resourcesDir).staff.map(({ username, name, pin, password }) => ({
    username,
    name,
    pin,
    password,
  }));
}
