/** A stretch of text in one typeface; pdfmake has no font fallback of its own. */
export interface PdfRun {
  readonly text: string;
  readonly font: 'ReceiptLatin' | 'ReceiptChinese';
  readonly fontFeatures?: readonly string[];
  readonly wordBreak?: 'break-all';
}

/** What the cut of Inter holds (resources/fonts). */
const latin =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Mark}\u0020-\u00bf\u2000-\u206f\u20a0-\u20cf\u2212×÷]/u;

/** A word that could be wider than its column: it must be broken inside, or it would push the amount off the page. */
const longWord = /([!-~\u00a1-\u2fff]{20,})/;

/** A Chinese receipt is set in the Chinese face throughout, so that labels and figures share a baseline; in others
 *  it steps in for single names. Latin figures have equal width (`tnum`), so that amounts stand in line. */
export function pdfRuns(text: string, base: PdfRun['font']): PdfRun[] {
  const pieces = text.split(longWord).filter((piece) => piece !== '');
  return pieces.flatMap((piece) => {
    const runs = base === 'ReceiptChinese' ? [{ text: piece, font: base }] : byTypeface(piece);
    return longWord.test(piece) ? runs.map((run) => ({ ...run, wordBreak: 'break-all' as const })) : runs;
  });
}

function byTypeface(text: string): PdfRun[] {
  const pieces: { text: string; isLatin: boolean }[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const isLatin = character === ' ' ? (last?.isLatin ?? true) : latin.test(character);
    if (last && last.isLatin === isLatin) last.text += character;
    else pieces.push({ text: character, isLatin });
  }
  return pieces.map((piece) =>
    piece.isLatin
      ? { text: piece.text, font: 'ReceiptLatin', fontFeatures: ['kern', 'tnum'] }
      : { text: piece.text, font: 'ReceiptChinese' },
  );
}
