/** Everything that can be wrong with one receipt of a chain. Closed: a verifier says one of these and nothing else. */
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

/** Everything that can be wrong with the two files before a receipt is looked at. Closed. */
export const FILE_FAULTS = [
  'exportNotJson',
  'exportShapeWrong',
  'exportEmpty',
  'keysNotJson',
  'keysShapeWrong',
  'aesKeyWrong',
  'keyNameWrong',
  'publicKeyWrong',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
