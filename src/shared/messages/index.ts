import i18next, { type i18n } from 'i18next';
import { audit as enAudit } from './en/audit.ts';
import { backup as enBackup } from './en/backup.ts';
import { common as enCommon } from './en/common.ts';
import { customers as enCustomers } from './en/customers.ts';
import { errors as enErrors } from './en/errors.ts';
import { imports as enImports } from './en/import.ts';
import { importer as enImporter } from './en/importer.ts';
import { journal as enJournal } from './en/journal.ts';
import { labels as enLabels } from './en/labels.ts';
import { orders as enOrders } from './en/orders.ts';
import { products as enProducts } from './en/products.ts';
import { receipt as enReceipt } from './en/receipt.ts';
import { sell as enSell } from './en/sell.ts';
import { session as enSession } from './en/session.ts';
import { settings as enSettings } from './en/settings.ts';
import { setup as enSetup } from './en/setup.ts';
import { staff as enStaff } from './en/staff.ts';
import { startup as enStartup } from './en/startup.ts';
import { stock as enStock } from './en/stock.ts';
import { today as enToday } from './en/today.ts';
import { pseudoMessages } from './pseudo.ts';
import { audit as zhAudit } from './zh/audit.ts';
import { backup as zhBackup } from './zh/backup.ts';
import { common as zhCommon } from './zh/common.ts';
import { customers as zhCustomers } from './zh/customers.ts';
import { errors as zhErrors } from './zh/errors.ts';
import { imports as zhImports } from './zh/import.ts';
import { importer as zhImporter } from './zh/importer.ts';
import { journal as zhJournal } from './zh/journal.ts';
import { labels as zhLabels } from './zh/labels.ts';
import { orders as zhOrders } from './zh/orders.ts';
import { products as zhProducts } from './zh/products.ts';
import { receipt as zhReceipt } from './zh/receipt.ts';
import { sell as zhSell } from './zh/sell.ts';
import { session as zhSession } from './zh/session.ts';
import { settings as zhSettings } from './zh/settings.ts';
import { setup as zhSetup } from './zh/setup.ts';
import { staff as zhStaff } from './zh/staff.ts';
import { startup as zhStartup } from './zh/startup.ts';
import { stock as zhStock } from './zh/stock.ts';
import { today as zhToday } from './zh/today.ts';

/** What a catalogue is made of: texts, or groups of texts. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** qps is the pseudo-locale of tests, made from English. */
export const LANGUAGES = ['en', 'zh', 'qps'] as const;
export type Language = (typeof LANGUAGES)[number];

// A new namespace is one line here and one line in zh, besides its two imports.
export const en = {
  common: enCommon,
  backup: enBackup,
  journal: enJournal,
  staff: enStaff,
  setup: enSetup,
  settings: enSettings,
  labels: enLabels,
  session: enSession,
  audit: enAudit,
  errors: enErrors,
  startup: enStartup,
  receipt: enReceipt,
  sell: enSell,
  customers: enCustomers,
  import: enImports,
  importer: enImporter,
  products: enProducts,
  stock: enStock,
  orders: enOrders,
  today: enToday,
} as const;
export const zh: Readonly<Record<Namespace, Messages>> = {
  common: zhCommon,
  backup: zhBackup,
  journal: zhJournal,
  staff: zhStaff,
  setup: zhSetup,
  settings: zhSettings,
  labels: zhLabels,
  session: zhSession,
  audit: zhAudit,
  errors: zhErrors,
  startup: zhStartup,
  receipt: zhReceipt,
  sell: zhSell,
  customers: zhCustomers,
  import: zhImports,
  importer: zhImporter,
  products: zhProducts,
  stock: zhStock,
  orders: zhOrders,
  today: zhToday,
};

export type Namespace = keyof typeof en;
export const NAMESPACES = Object.keys(en) as Namespace[];

type Plural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Base
  : K;
type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${Leaf<T[K]>}` }[keyof T &
  string];
/** Every text there is, as "namespace:path.to.text"; plurals without their ending. */
export type MessageKey = { [N in Namespace]: `${N}:${Leaf<(typeof en)[N]>}` }[Namespace];

let pseudo: Record<Namespace, Messages> | undefined;

/** A translator over all catalogues, ready at once; renderer and main each make their own. */
export function createTranslator(language: Language, extend: (instance: i18n) => void = () => {}): i18n {
  const instance = i18next.createInstance();
  extend(instance);
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    ns: NAMESPACES,
    defaultNS: 'common',
    resources: {
      en,
      zh,
      // Made only where somebody asks for it: a test, or the gallery.
      get qps() {
        pseudo ??= pseudoMessages(en) as Record<Namespace, Messages>;
        return pseudo;
      },
    },
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

let shared: i18n | undefined;

/** One text outside React, e.g. in a receipt: `translate('en', 'common:itemCount', { count: 2 })` → `'2 items'`. */
export function translate(
  language: Language,
  key: MessageKey,
  params: Readonly<Record<string, unknown>> = {},
): string {
  shared ??= createTranslator('en');
  return shared.getFixedT(language)(key, { ...params });
}
