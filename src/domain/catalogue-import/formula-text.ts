/** What a spreadsheet could take for a formula, behind any number of apostrophes: = + - @ (full width too), tab, CR. */
const dangerous = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** A text as it is written into a list that people open in a spreadsheet: one that a spreadsheet could run gets an
 *  apostrophe before it. Plain numbers (-5) run nothing and stay. */
export function toCellText(text: string): string {
  return dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text that `toCellText` wrote, and any other text as it stands. */
export function readCellText(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;
}
