/** Code points of the zeros of decimal scripts people type numbers in: Arabic, Persian, Devanagari, Bengali, Gurmukhi,
 *  Gujarati, Tamil, Thai, Lao, Tibetan, Myanmar, Khmer. Full-width and mathematical digits fall to NFKC. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0];

/** The text with the decimal digits of any script as ASCII, wide characters narrowed, every kind of space a plain
 *  one, and invisible format characters (direction marks, zero-width) removed. */
export function withAsciiDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}
