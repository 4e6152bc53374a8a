import { err, ok, type Result } from '../../shared/result.ts';

/** Of several lines: what steers but is no line end. */
const steeringInLines = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;
/** Control bytes steer printers, U+202A–202E and U+2066–2069 turn a line around, U+FFFD is a character lost before. */
const steering = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;
/** Nearly every cell: nothing to fold, nothing to refuse. */
const plain = /^[ -~]*$/;
/** U+2028 stands for a line break inside a cell of a workbook. */
const lineBreaks = /[\r\n\t\u2028]+/g;

/** A one-line text: trimmed, runs of blanks made one, at most `maxLength` UTF-16 units, nothing that steers. */
export function checkText(
  text: string,
  maxLength: number,
): Result<string, 'import.badCharacters' | 'import.textTooLong'> {
  if (text.length > maxLength * 4 + 1000) return err('import.textTooLong');
  const trimmed = text.trim();
  if (trimmed.length <= maxLength && plain.test(trimmed) && !trimmed.includes('  ')) return ok(trimmed);
  if (!text.isWellFormed()) return err('import.badCharacters');
  const line = tidyLine(text);
  if (steering.test(line)) return err('import.badCharacters');
  if (line.length > maxLength) return err('import.textTooLong');
  return ok(line);
}

/** A text as a cell of it is read: blanks made one, NFC. What a shop keeps that reads as this differs in nothing. */
export function tidyLine(text: string): string {
  return text
    .replace(lineBreaks, ' ')
    .replaceAll('\ufeff', '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** As `checkText`, of several lines, which it keeps. */
export function checkLines(
  text: string,
  maxLength: number,
): Result<string, 'import.badCharacters' | 'import.textTooLong'> {
  if (text.length > maxLength * 4 + 1000) return err('import.textTooLong');
  if (!text.isWellFormed()) return err('import.badCharacters');
  const lines = tidyLines(text);
  if (steeringInLines.test(lines)) return err('import.badCharacters');
  return lines.length > maxLength ? err('import.textTooLong') : ok(lines);
}

export function tidyLines(text: string): string {
  return text
    .replace(/\r\n?|\u2028/g, '\n')
    .replaceAll('\ufeff', '')
    .replace(/\t|\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC');
}
