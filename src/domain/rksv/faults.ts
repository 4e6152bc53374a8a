export { RECEIPT_FAULTS, type ReceiptFault } from '../../shared/reference/journal-faults.ts';

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
