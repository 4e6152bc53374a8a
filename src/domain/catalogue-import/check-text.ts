import { err, ok, type Result } from '../../shared/result.ts';

/** Control bytes steer printers, U+202A–202E and U+2066–2069 turn a line around, U+FFFD is a character lost before. */
const steering = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;
/** Nearly every cell: nothing to fold, nothing to refuse. */
const plain = /^[ -~]*$/;
const lineBreaks = /[\r\n\t]+/g;

/** A one-line text: trimmed, runs of blanks made one, at most `maxLength` UTF-16 units, nothing that steers. */
export function checkText(
  text: string,
  maxLength: number,
): Result<string, 'import.badCharacters' | 'import.textTooLong'> {
  if (text.length > maxLength * 4 + 1000) return err('import.textTooLong');
  const trimmed = text.trim();
  if (trimmed.length <= maxLength && plain.test(trimmed) && !trimmed.includes('  ')) return ok(trimmed);
  if (!text.isWellFormed()) return err('import.badCharacters');
  const line = text
    .replace(lineBreaks, ' ')
    .replaceAll('\ufeff', '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (steering.test(line)) return err('import.badCharacters');
  if (line.length > maxLength) return err('import.textTooLong');
  return ok(line);
}
