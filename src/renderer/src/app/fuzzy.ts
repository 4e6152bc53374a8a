/** How well a query fits a text: higher is better, null is not at all. Letters must appear in order;
 *  word starts and runs count more. `fuzzyScore('lr', 'Last receipt')` is above `fuzzyScore('lr', 'Clear')` */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  const letters = [...text.toLowerCase()];
  let score = 0;
  let from = 0;
  let lastHit = -2;
  for (const letter of wanted) {
    const hit = bestHit(letters, letter, from);
    if (hit === -1) return null;
    score += 1 + (hit === lastHit + 1 ? 4 : 0) + (isWordStart(letters, hit) ? 6 : 0);
    lastHit = hit;
    from = hit + 1;
  }
  return score - letters.length / 100;
}

/** The entries that fit, best first; all of them, in order, for an empty query. */
export function fuzzyFilter<T>(query: string, entries: readonly T[], textOf: (entry: T) => string): T[] {
  if (query.trim() === '') return [...entries];
  return entries
    .map((entry) => ({ entry, score: fuzzyScore(query, textOf(entry)) }))
    .filter((scored): scored is { entry: T; score: number } => scored.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** The next place of a letter: right here, else a word start, else the first. */
function bestHit(letters: readonly string[], letter: string, from: number): number {
  if (letters[from] === letter) return from;
  const start = letters.findIndex(
    (candidate, index) => index >= from && candidate === letter && isWordStart(letters, index),
  );
  return start >= 0 ? start : letters.indexOf(letter, from);
}

function isWordStart(letters: readonly string[], index: number): boolean {
  return index === 0 || /[\s\-_/·.,]/.test(letters[index - 1] ?? '');
}
