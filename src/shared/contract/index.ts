import { backupContract } from './backup.contract.ts';
import type { AnswerOf, Call, ErrorOf, InputOf, OutputOf, ParsedInputOf } from './call.ts';
import { customerContract } from './customer.contract.ts';
import { exportContract } from './export.contract.ts';
import { importContract } from './import.contract.ts';
import { journalContract } from './journal.contract.ts';
import { labelContract } from './label.contract.ts';
import { orderContract } from './order.contract.ts';
import { categoryContract, productContract } from './product.contract.ts';
import { auditContract, printerContract, reportContract } from './report.contract.ts';
import { saleContract } from './sale.contract.ts';
import { sessionContract } from './session.contract.ts';
import { setupContract } from './setup.contract.ts';
import { deviceContract, registerContract, shopContract, taxContract } from './shop.contract.ts';
import { staffContract } from './staff.contract.ts';
import { stockContract } from './stock.contract.ts';

/** Everything a window, a browser or a program can ask of a shop. No call exists outside it. */
export const contract = {
  setup: setupContract,
  session: sessionContract,
  shop: shopContract,
  tax: taxContract,
  label: labelContract,
  register: registerContract,
  device: deviceContract,
  staff: staffContract,
  category: categoryContract,
  product: productContract,
  import: importContract,
  export: exportContract,
  customer: customerContract,
  sale: saleContract,
  order: orderContract,
  stock: stockContract,
  report: reportContract,
  audit: auditContract,
  journal: journalContract,
  printer: printerContract,
  backup: backupContract,
};

type Contract = typeof contract;

/** 'sale.scanBarcode': the name on the port, in the HTTP path and in the log. */
export type CallName = {
  [F in keyof Contract & string]: `${F}.${keyof Contract[F] & string}`;
}[keyof Contract & string];

export type CallOf<N extends CallName> = N extends `${infer F}.${infer V}`
  ? F extends keyof Contract
    ? V extends keyof Contract[F]
      ? Contract[F][V] extends Call
        ? Contract[F][V]
        : never
      : never
    : never
  : never;

export type CallInput<N extends CallName> = InputOf<CallOf<N>>;
export type CallParsedInput<N extends CallName> = ParsedInputOf<CallOf<N>>;
export type CallOutput<N extends CallName> = OutputOf<CallOf<N>>;
export type CallAnswer<N extends CallName> = AnswerOf<CallOf<N>>;
export type CallError<N extends CallName> = ErrorOf<CallOf<N>>;

/** Every call with its name, in contract order. */
export function listCalls(): readonly (readonly [CallName, Call])[] {
  return Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([verb, call]) => [`${feature}.${verb}` as CallName, call as Call] as const),
  );
}

export type { Call } from './call.ts';

/** What live.watch tells the pages: something of this kind changed, ask again. */
export interface ChangeNotice {
  readonly topic:
    | 'sale'
    | 'order'
    | 'product'
    | 'stock'
    | 'customer'
    | 'staff'
    | 'shop'
    | 'import'
    | 'printer'
    | 'backup'
    | 'journal'
    | 'session';
  /** The cart, product, import … it is about, where it is one. */
  readonly id: string | null;
}
