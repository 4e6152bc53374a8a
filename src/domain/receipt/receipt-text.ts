/** Names from outside, made fit for paper: cleaned, measured, wrapped, escaped. */

/** Columns that one character takes on the medium: 0, 1 or 2. */
export type Measure = (character: string) => number;

/** Single-byte code pages: every code point takes one column, known to the printer or not. */
export const measureSingleByte: Measure = () => 1;

/** Double-byte sets (GB18030): everything beyond ASCII takes two columns. */
export const measureDoubleByte: Measure = (character) => ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2);

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** On the screen: by east-asian width, marks that sit on a letter take none. */
export const measureScreen: Measure = (character) =>
  /^\p{Mark}/u.test(character) || /^[\u200d\ufe0f]/.test(character) ? 0 : wide.test(character) ? 2 : 1;

export function widthOf(text: string, measure: Measure): number {
  let width = 0;
  for (const character of text) width += measure(character);
  return width;
}

/** Longer values are cut before anything else looks at them. */
const longestValue = 2_000;

/**
 * One printable line: composed (NFC, before escaping: U+1FEF composes to a mark-up character), without
 * control bytes (ESC/POS commands), lone surrogates, marks that turn the writing direction, invisible characters
 * and stacks of combining marks; white space collapsed.
 */
export function cleanText(value: string): string {
  return value
    .slice(0, longestValue)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
    .replace(/[\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, '')
    .replace(/(\p{Mark}{2})\p{Mark}+/gu, '$1')
    .trim();
}

/** Leaves out emoji: neither printers nor the receipt fonts have them. */
export function withoutPictures(text: string): string {
  return text
    .replace(
      /(?![\u00a9\u00ae\u2122#*0-9])\p{Extended_Pictographic}|[\u200d\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu,
      '',
    )
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** What a printer's own characters can show: no pictures, plain signs for typographic ones. */
export function plainForPrinter(text: string): string {
  return withoutPictures(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\u2026/g, '...')
    .replace(/\u00d7/g, 'x');
}

/**
 * Breaks text into lines of at most `columns`: at spaces, inside a word only when it must, between any two
 * Chinese characters. What does not fit into `maxLines` ends in `...`.
 */
export function wrapText(text: string, columns: number, measure: Measure, maxLines = 3): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < maxLines) {
    const { line, tail } = takeLine(rest, columns, measure);
    lines.push(line);
    rest = tail;
  }
  if (rest !== '') lines.push(cutText(`${lines.pop() ?? ''} ${rest}`, columns, measure));
  return lines;
}

/** At most `columns` wide; what was cut off is marked by `...`. */
export function cutText(text: string, columns: number, measure: Measure): string {
  if (widthOf(text, measure) <= columns) return text;
  return `${takeColumns(text, columns - 3, measure).trimEnd()}...`;
}

function takeLine(text: string, columns: number, measure: Measure): { line: string; tail: string } {
  const head = takeColumns(text, columns, measure);
  if (head.length === text.length) return { line: text, tail: '' };
  const end = breakBefore(text, head.length);
  return { line: text.slice(0, end).trimEnd(), tail: text.slice(end).trimStart() };
}

function breakBefore(text: string, end: number): number {
  if (text[end] === ' ' || wide.test(text.slice(end, end + 2)) || wide.test(text.slice(end - 2, end)))
    return end;
  const space = text.lastIndexOf(' ', end - 1);
  return space > end / 3 ? space : end;
}

/** Takes at least one character so that wrapping always ends. */
function takeColumns(text: string, columns: number, measure: Measure): string {
  let width = 0;
  let taken = '';
  for (const character of text) {
    width += measure(character);
    if (width > columns && taken !== '') break;
    taken += character;
  }
  return taken;
}

/** Makes text mean itself in a receiptline line. `\_` and not `\x5f`: "f" could compose with a mark after it. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\|{}~_"`^]/g, '\\$&').replace(/^[-=]/, '\\$&');
}

/** The same for a property's value, where other characters are special. */
export function escapeProperty(text: string): string {
  return text.replace(/[\\|{};]/g, '\\$&');
}
