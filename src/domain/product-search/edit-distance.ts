/** The least number of edits that turn one word into another: a letter inserted, left out, replaced, or two neighbours
 *  swapped (Damerau-Levenshtein, no letter edited twice). Letters are UTF-16 units of folded words.
 *  `editDistance('chocolte', 'chocolate', 2)` is 1, `editDistance('mikl', 'milk', 1)` is 1.
 *  @param most  what is still of interest; the answer is `most + 1` for anything further apart. */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  const last = distanceRows(from, to, most);
  return last === null ? most + 1 : Math.min(last[to.length]!, most + 1);
}

/** The same for the beginning of a word: the least edits that turn `from` into any beginning of `to`.
 *  `beginningDistance('chokol', 'chocolate', 1)` is 1. */
export function beginningDistance(from: string, to: string, most: number): number {
  const last = distanceRows(from, to.slice(0, from.length + most), most);
  return last === null ? most + 1 : Math.min(...last, most + 1);
}

/** Edits from all of `from` to each beginning of `to`, or null once every way is longer than `most`. */
function distanceRows(from: string, to: string, most: number): number[] | null {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const letter = from.charCodeAt(row - 1);
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const other = to.charCodeAt(column - 1);
      let edits = Math.min(
        above[column]! + 1,
        current[column - 1]! + 1,
        above[column - 1]! + (letter === other ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && letter === to.charCodeAt(column - 2) && other === from.charCodeAt(row - 2);
      if (swapped) edits = Math.min(edits, before[column - 2]! + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    // A swap looks two rows back, so that one row alone above `most` is no proof yet.
    if (least > most + 1) return null;
    before = above;
    above = current;
  }
  return above;
}
