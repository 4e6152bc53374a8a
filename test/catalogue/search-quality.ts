/** How well misspelt names are found: wrong spellings are made from real names with a fixed seed. */

export interface Misspelling {
  /** Which product is meant. */
  readonly target: number;
  readonly typed: string;
  readonly edits: 1 | 2;
}

export interface HitRate {
  readonly asked: number;
  readonly at1: number;
  readonly at5: number;
  readonly at10: number;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` names in which one word has a typing mistake, or two from 8 letters on: up to three words of the name are
 *  typed, the misspelt one among them.
 *  @param wordsOf  the folded words of product n's name */
export function misspell(
  products: number,
  wordsOf: (product: number) => readonly string[],
  { count, seed, words = 3 }: { readonly count: number; readonly seed: number; readonly words?: number },
): Misspelling[] {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const made: Misspelling[] = [];
  for (let tries = 0; made.length < count && tries < count * 50; tries++) {
    const target = below(products);
    const all = wordsOf(target).filter((word) => /^[a-z]{4,}$/.test(word));
    if (all.length === 0) continue;
    const at = below(all.length);
    const word = all[at]!;
    const edits = word.length >= 8 && random() < 0.5 ? 2 : 1;
    let wrong = word;
    for (let edit = 0; edit < edits; edit++) wrong = mistype(wrong, below);
    if (wrong === word || all.includes(wrong)) continue;
    const typed = all.map((one, index) => (index === at ? wrong : one));
    const from = Math.max(0, Math.min(at, typed.length - words));
    made.push({ target, typed: typed.slice(from, from + words).join(' '), edits });
  }
  return made;
}

/** How often the product that was meant is the first, among the first five, among the first ten. Products of the very
 *  same name count as the one meant.
 *  @param search  the names found for a text, best first */
export function hitRate(
  misspellings: readonly Misspelling[],
  nameOf: (product: number) => string,
  search: (typed: string) => readonly string[],
): HitRate {
  const places = misspellings.map(({ target, typed }) => search(typed).indexOf(nameOf(target)));
  const within = (most: number) => places.filter((place) => place >= 0 && place < most).length;
  const share = (hits: number) => Math.round((1000 * hits) / Math.max(1, places.length)) / 1000;
  return { asked: places.length, at1: share(within(1)), at5: share(within(5)), at10: share(within(10)) };
}

function mistype(word: string, below: (limit: number) => number): string {
  const at = below(word.length);
  const letter = LETTERS.charAt(below(LETTERS.length));
  switch (below(4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}
