/** Everything that can be wrong with one signed receipt of a chain. Closed: a verifier says one of these and nothing else. */
export const RECEIPT_FAULTS = [
  'tooLong',
  'partsWrong',
  'headerWrong',
  'payloadEncodingWrong',
  'payloadTextWrong',
  'signatureEncodingWrong',
  'signatureLengthWrong',
  'fieldCountWrong',
  'suiteUnknown',
  'registerIdWrong',
  'receiptNumberWrong',
  'timeWrong',
  'sumWrong',
  'turnoverEncodingWrong',
  'turnoverLengthWrong',
  'keyIdWrong',
  'chainValueEncodingWrong',
  'otherRegister',
  'receiptNumberRepeated',
  'keyUnknown',
  'startMissing',
  'startNotZero',
  'startNotSigned',
  'chainValueWrong',
  'signatureWrong',
  'zeroReceiptMissing',
  'turnoverOverflow',
  'turnoverWrong',
  'tailMissing',
  'headWrong',
] as const;
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

/** Everything that can be wrong with one entry of a register's own chain over whole documents. Closed. */
export const CHAIN_FAULTS = [
  'wrongRegister',
  'missingEntry',
  'unknownFormat',
  'wrongPreviousHash',
  'wrongHash',
  'documentMissing',
  'documentChanged',
  'wrongTime',
] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

/** What only the shop itself can tell: its tables beside its journal, its receipts beside its documents. Closed. */
const SHOP_FAULTS = [
  'strayRows',
  'cashDiffers',
  'documentNotInJournal',
  'numbersMissing',
  'receiptMissing',
  'receiptChanged',
  'receiptDiffers',
  'entriesMissing',
  'notedHeadWrong',
] as const;

export const JOURNAL_FAULTS = [...CHAIN_FAULTS, ...SHOP_FAULTS, ...RECEIPT_FAULTS] as const;
export type JournalFault = (typeof JOURNAL_FAULTS)[number];
