import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** resources/demo/history.json.gz: a year of another shop's trading, as columns. Lines stand in the order of their
 *  invoices, `lineCounts` of them each. An item below `items.length` is a product, from there on a charge. */
export interface HistoryFile {
  /** 'YYYY-MM-DD', by the wall clock of the source; minutes count from its midnight. */
  readonly firstDay: string;
  /** From the first trading day to the last, both counted. */
  readonly days: number;
  readonly customers: readonly { readonly id: number; readonly country: string }[];
  /** Stock codes. */
  readonly items: readonly string[];
  readonly charges: readonly { readonly code: string; readonly name: string }[];
  readonly invoices: {
    /** A leading C: goods or money went back. */
    readonly numbers: readonly string[];
    readonly minutes: readonly number[];
    /** An index, -1 where nobody was noted. */
    readonly customers: readonly number[];
    readonly lineCounts: readonly number[];
  };
  readonly lines: {
    readonly items: readonly number[];
    /** Negative on returns. */
    readonly quantities: readonly number[];
    readonly pricesMinor: readonly number[];
  };
  readonly corrections: {
    readonly items: readonly number[];
    readonly minutes: readonly number[];
    readonly quantities: readonly number[];
    readonly reasons: readonly string[];
    /** The source's own words. */
    readonly notes: readonly string[];
  };
}

export function readHistoryFile(file: string): HistoryFile {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as HistoryFile;
}
