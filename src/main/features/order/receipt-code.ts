/** The square code on our receipts: `TILLWISE:<shop>:<fiscal number>:<total>:<hash>`. Shop and hash are cut short: they
 *  tell another shop's receipt and an invented one from ours, they prove nothing. */
export interface ReceiptCode {
  /** The last 8 digits of the shop's id. */
  readonly shop: string;
  readonly fiscalNumber: string;
  readonly totalMinor: number;
  /** The first 8 digits of the journal's hash. */
  readonly hash: string;
}

export function receiptCode(facts: {
  readonly shopUuid: string;
  readonly fiscalNumber: string;
  readonly totalMinor: number;
  readonly journalHash: string;
}): string {
  const { shopUuid, fiscalNumber, totalMinor, journalHash } = facts;
  return ['TILLWISE', shortShop(shopUuid), fiscalNumber, totalMinor, journalHash.slice(0, 8)].join(':');
}

export function shortShop(shopUuid: string): string {
  return shopUuid.replaceAll('-', '').slice(-8);
}

/** Reads a scanned code, however the scanner's keyboard spelled it (case, blanks around it, `;` for `:`);
 *  null when it is none of ours. */
export function parseReceiptCode(text: string): ReceiptCode | null {
  const match = /^TILLWISE[:;]([0-9a-f]{8})[:;]([a-z0-9-]{1,40})[:;](-?\d{1,15})[:;]([0-9a-f]{8})$/i.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, shop = '', fiscalNumber = '', totalMinor = '', hash = ''] = match;
  return {
    shop: shop.toLowerCase(),
    fiscalNumber: fiscalNumber.toUpperCase(),
    totalMinor: Number(totalMinor),
    hash: hash.toLowerCase(),
  };
}
