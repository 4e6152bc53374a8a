import { searchTokens } from '../../src/domain/product-search/tokens.ts';

/** What a person at a till types: beginnings, three to six letters, of one word or two of a real name. */
export function beginningsOf(names: readonly string[], count: number, random: () => number): string[] {
  const queries: string[] = [];
  while (queries.length < count) {
    const words = searchTokens(names[Math.floor(random() * names.length)] ?? '').filter((word) =>
      /^\p{L}{3,}$/u.test(word),
    );
    const wanted = 1 + (queries.length % 2);
    if (words.length < wanted) continue;
    const from = Math.floor(random() * (words.length - wanted + 1));
    const cut = words.slice(from, from + wanted).map((word) => word.slice(0, 3 + Math.floor(random() * 4)));
    queries.push(cut.join(' '));
  }
  return queries;
}

export interface Misspelt {
  readonly text: string;
  /** What was meant. */
  readonly name: string;
}

/** Whole names with one letter of one word left out, doubled, swapped with the next or another. */
export function misspelt(
  products: readonly { readonly name: string }[],
  count: number,
  random: () => number,
): Misspelt[] {
  const queries: Misspelt[] = [];
  while (queries.length < count) {
    const { name } = products[Math.floor(random() * products.length)] ?? { name: '' };
    const words = [...searchTokens(name)].slice(0, 4);
    const at = words.findIndex((word) => /^[a-z]{5,}$/.test(word));
    if (at < 0 || name.length > 80) continue;
    words[at] = oneLetterWrong(words[at] ?? '', random);
    queries.push({ text: words.join(' '), name });
  }
  return queries;
}

/** The first letter is kept: hardly anybody mistypes that one, and it is what indexes hang on. */
function oneLetterWrong(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const other = 'etaoinshrdlu'[Math.floor(random() * 12)] ?? 'e';
  const ways = [
    before + after,
    before + letter + letter + after,
    before + (after[0] ?? '') + letter + after.slice(1),
  ];
  return [...ways, before + (other === letter ? 'x' : other) + after][Math.floor(random() * 4)] ?? word;
}
