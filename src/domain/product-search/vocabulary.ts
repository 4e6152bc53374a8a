import { beginningDistance, editDistance } from './edit-distance.ts';
import { isUnspaced } from './tokens.ts';

/** Shorter words have too many neighbours to guess from. */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;

export interface NearWord {
  readonly word: string;
  readonly edits: number;
}

interface SameLength {
  readonly words: string[];
  /** A bit for each letter that occurs: one edit adds at most one and takes away at most one. */
  readonly letters: number[];
}

/** How many typing mistakes are looked past in a word. Words with digits are codes and sizes: never guessed at. */
export function editsAllowed(word: string): number {
  if (word.length < ONE_EDIT_FROM || !/^\p{L}+$/u.test(word) || isUnspaced(word)) return 0;
  return word.length < TWO_EDITS_FROM ? 1 : 2;
}

/** The distinct words of a catalogue, in memory, for what an index of beginnings cannot answer: which words hold a
 *  part, and which are a few edits away. */
export class Vocabulary {
  readonly #byLength = new Map<number, SameLength>();
  readonly #byFirst = new Map<string, string[]>();
  /** All words, a line each: looking through one long text is quicker than through many short ones. */
  #lines = '\n';
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Words that are not there yet. */
  add(words: readonly string[]): void {
    if (words.length === 0) return;
    for (const word of words) {
      const same = this.#byLength.get(word.length) ?? { words: [], letters: [] };
      same.words.push(word);
      same.letters.push(lettersOf(word));
      this.#byLength.set(word.length, same);
      const first = this.#byFirst.get(word.charAt(0));
      if (first) first.push(word);
      else this.#byFirst.set(word.charAt(0), [word]);
    }
    this.#lines += `${words.join('\n')}\n`;
    this.#size += words.length;
  }

  /** Words at most `most` edits away, nearest first. */
  near(word: string, most: number): NearWord[] {
    const letters = lettersOf(word);
    const found: NearWord[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      const same = this.#byLength.get(length);
      if (!same) continue;
      for (let at = 0; at < same.words.length; at++) {
        const others = same.letters[at]!;
        if (bitCount(letters & ~others) > most || bitCount(others & ~letters) > most) continue;
        const edits = editDistance(word, same.words[at]!, most);
        if (edits <= most) found.push({ word: same.words[at]!, edits });
      }
    }
    return found.sort((a, b) => a.edits - b.edits);
  }

  /** Words that begin almost so, for a word still being typed. The first letter is taken as right. */
  beginningNear(word: string, most: number): NearWord[] {
    const found: NearWord[] = [];
    for (const other of this.#byFirst.get(word.charAt(0)) ?? []) {
      if (other.length <= word.length) continue;
      const edits = beginningDistance(word, other, most);
      if (edits <= most) found.push({ word: other, edits });
    }
    return found.sort((a, b) => a.edits - b.edits);
  }

  /** The first `limit` words that have `part` in them, but not at their beginning. */
  containing(part: string, limit: number): string[] {
    const found: string[] = [];
    let at = this.#lines.indexOf(part);
    while (at >= 0 && found.length < limit) {
      const start = this.#lines.lastIndexOf('\n', at) + 1;
      const end = this.#lines.indexOf('\n', at);
      if (start < at) found.push(this.#lines.slice(start, end));
      at = this.#lines.indexOf(part, end);
    }
    return found;
  }
}

/** a–z have a bit each, all other letters share six. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    bits |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
