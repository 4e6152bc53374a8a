/** What was typed into the scan field. */
export interface TypedText {
  /** "3×" before a code or name, in thousandths; undefined when none was typed. */
  readonly quantityMilli: number | undefined;
  /** The code or name itself. */
  readonly text: string;
}

const MULTIPLIED = /^\s*([\d.,٫\s]+?)\s*[*×]\s*(.*)$/u;

/** Splits "3*milk", "2.5 × apples" and "3*".
 *  @param parseQuantity  the locale's own reading of a quantity, in thousandths */
export function readTypedText(typed: string, parseQuantity: (text: string) => number | undefined): TypedText {
  const match = MULTIPLIED.exec(typed);
  const quantityMilli = match?.[1] === undefined ? undefined : parseQuantity(match[1]);
  if (quantityMilli === undefined || quantityMilli <= 0)
    return { quantityMilli: undefined, text: typed.trim() };
  return { quantityMilli, text: (match?.[2] ?? '').trim() };
}

/** Whether a text may be a code: one word with a digit in it. */
export function mayBeCode(text: string): boolean {
  return /^\S*\d\S*$/.test(text);
}
