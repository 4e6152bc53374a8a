import type { FileFault, ReceiptFault } from '../../src/domain/rksv/faults.ts';
import type { ExportRefusal } from '../../src/domain/rksv/verify-export.ts';

const RECEIPT_TEXTS: Record<ReceiptFault, string> = {
  tooLong: 'it is far longer than a receipt can be',
  partsWrong: 'it is not three parts with dots between them',
  headerWrong: 'its header is not the one of ES256',
  payloadEncodingWrong: 'its payload is not Base64url without padding',
  payloadTextWrong: 'its payload is not UTF-8',
  signatureEncodingWrong: 'its signature is not Base64url without padding',
  signatureLengthWrong: 'its signature is not the 64 bytes of R and S',
  fieldCountWrong: 'its payload is not 12 fields, each led by an underscore',
  suiteUnknown: 'its suite is not R1-AT0',
  registerIdWrong: 'its register id is empty or cannot be printed',
  receiptNumberWrong: 'its receipt number is empty or cannot be printed',
  timeWrong: 'its time is not a real YYYY-MM-DDThh:mm:ss',
  sumWrong: 'a sum is not written with a decimal comma and two places',
  turnoverEncodingWrong: 'its turnover is not Base64',
  turnoverLengthWrong: 'its turnover is not 8 bytes',
  keyIdWrong: 'its key id does not name a company and a key',
  chainValueEncodingWrong: 'its chain value is not Base64 of 8 bytes',
  otherRegister: 'it is from another register',
  receiptNumberRepeated: 'its receipt number was used before',
  keyUnknown: 'its key is not in the key file',
  startMissing: 'the chain does not begin with a start receipt',
  startNotZero: 'the start receipt is not a zero receipt',
  startNotSigned: 'the start receipt is not signed',
  chainValueWrong: 'it does not follow the receipt before it',
  signatureWrong: 'its signature is not of this text by this key',
  zeroReceiptMissing: 'after the signing device was out of order no zero receipt came first',
  turnoverOverflow: 'the turnover is more than the counter holds',
  turnoverWrong: 'its encrypted turnover is not the sum of the receipts',
  tailMissing: 'the noted head says there was such a receipt, and it is gone',
  headWrong: 'the chain does not hold the noted head',
};

const FILE_TEXTS: Record<FileFault, string> = {
  exportNotJson: 'dep-export.json is not JSON',
  exportShapeWrong: 'dep-export.json is not an export of a closed system',
  exportEmpty: 'dep-export.json holds no receipt',
  keysNotJson: 'crypto.json is not JSON',
  keysShapeWrong: 'crypto.json is not a key file of a closed system',
  aesKeyWrong: 'crypto.json: the AES key is not Base64 of 32 bytes',
  keyNameWrong: 'crypto.json: a key is filed under another name, or names no company and key',
  publicKeyWrong: 'crypto.json: a public key is not a P-256 key',
};

/** One line for a terminal. */
export function describeRefusal(refusal: ExportRefusal): string {
  if (refusal.code === 'badFile') return `${FILE_TEXTS[refusal.fault]} (${refusal.fault})`;
  const name = refusal.receiptNumber === null ? '' : ` ${JSON.stringify(refusal.receiptNumber)}`;
  return `receipt ${refusal.position}${name}: ${RECEIPT_TEXTS[refusal.fault]} (${refusal.fault})`;
}
