/** Weights of the columns of the index in BM25: name, brand, codes, sounds, category, description. */
export const COLUMN_WEIGHTS = [10, 6, 4, 5, 2, 0.5] as const;

/** What a hit is worth beyond its BM25 (docs/decisions/search.md). */
const BEGINS_WITH_TEXT = 3;
const WHOLE_WORDS = 2;
const MOST_FOR_WORDS = 2;
const MOST_FOR_SALES = 4;
const NOT_BY_BEGINNINGS = 8;
/** Of two spellings that may be meant the likelier wins, though BM25 prefers the rarer. */
const LESS_LIKELY = 0.75;

export interface Hit {
  readonly sortName: string;
  /** The words it is indexed by. */
  readonly words: readonly string[];
  readonly soldCount: number;
  /** Of FTS5: smaller is better, never above 0. */
  readonly bm25: number;
}

export interface AskedFor {
  /** The whole text, folded. */
  readonly folded: string;
  /** For each word what may stand for it, likeliest first: itself, or what it may be misspelt from. */
  readonly tokens: readonly (readonly string[])[];
  /** The best (smallest) BM25 of all hits. */
  readonly bestBm25: number;
}

/** How well a product answers, larger is better. A name that is the very text comes first, whatever sells. */
export function scoreHit(hit: Hit, asked: AskedFor): number {
  if (hit.sortName === asked.folded) return Number.MAX_VALUE;
  const words = asked.bestBm25 < 0 ? (MOST_FOR_WORDS * hit.bm25) / asked.bestBm25 : 0;
  return words + closeness(hit, asked) + salesBoost(hit.soldCount);
}

/** Ten sales are worth a little more than one, a thousand not a hundred times more. */
export function salesBoost(soldCount: number): number {
  return Math.min(MOST_FOR_SALES, Math.log2(1 + Math.max(0, soldCount)) / 3);
}

function closeness({ sortName, words }: Hit, { folded, tokens }: AskedFor): number {
  if (sortName.startsWith(folded)) return BEGINS_WITH_TEXT;
  let unlikely = 0;
  let whole = true;
  for (const meant of tokens) {
    const at = meant.findIndex((token) => words.includes(token));
    const begun = at >= 0 ? at : meant.findIndex((token) => words.some((word) => word.startsWith(token)));
    if (begun < 0) return -NOT_BY_BEGINNINGS;
    whole &&= at >= 0;
    unlikely += begun;
  }
  return (whole ? WHOLE_WORDS : 0) - LESS_LIKELY * unlikely;
}
