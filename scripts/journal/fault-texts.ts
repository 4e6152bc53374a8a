import type { FileFault } from '../../src/domain/rksv/faults.ts';
import type { ExportRefusal } from '../../src/domain/rksv/verify-export.ts';
import { journal } from '../../src/shared/messages/en/journal.ts';

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
  return `receipt ${refusal.position}${name}: ${journal.fault[refusal.fault]} (${refusal.fault})`;
}
