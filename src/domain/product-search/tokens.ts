/** Words of a product, or of a shop assistant's query, as the full-text index holds them. The index and the query
 *  must be cut by the same functions, or words that look the same would not meet. */

const maxTokens = 12;
const maxTokenLength = 64;

const letterFolds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
};

/** Most texts: nothing to fold but capitals. */
const plain = /^[\x20-\x7e]*$/;
const foldable = /[ßæœøđðłıþħŧ]/g;
/** Scripts written without blanks, where only a dictionary tells words apart. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedRuns = new RegExp(`(?:${unspaced.source}|\\p{M})+`, 'gu');
const wordRuns = /[\p{L}\p{N}\p{M}]+/gu;

let segmenter: Intl.Segmenter | undefined;

/** 'Crème BRÛLÉE Straße' → 'creme brulee strasse'. Only the accents of alphabets go (U+0300–U+036F): the vowel
 *  signs of Hindi or Thai are letters to those who read them. */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(foldable, (letter) => letterFolds[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a query, folded, each once, at most 12 of 64 characters. Signs and emoji are no words. */
export function searchTokens(query: string): readonly string[] {
  const tokens = new Set<string>();
  for (const token of wordsOf(query.slice(0, 1000))) {
    if (tokens.size === maxTokens) break;
    tokens.add(token.slice(0, maxTokenLength));
  }
  return [...tokens];
}

/** What to put into the index for a text: its words, and for words of unspaced scripts every ending as well, so
 *  that a prefix query also finds 衣粉 inside 洗衣粉. */
export function indexText(text: string): string {
  const words: string[] = [];
  for (const word of wordsOf(text)) {
    words.push(word);
    if (unspaced.test(word)) words.push(...endingsOf(word));
  }
  return words.join(' ');
}

/** Whether a word is of a script without blanks, whose endings are in the index too. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

/** An FTS5 query that wants every token as the beginning of a word, in any order: `"oat"* AND "milk"*`.
 *  Each token is a quoted string, so nothing a person types is read as FTS5 syntax. Null without tokens. */
export function toFtsQuery(tokens: readonly string[]): string | null {
  const strings = tokens.map(ftsString).filter((string) => string !== '""');
  return strings.length === 0 ? null : strings.map((string) => `${string}*`).join(' AND ');
}

/** What may stand for one word of a query: beginnings of words, and whole words. */
export interface WordChoices {
  readonly begin: readonly string[];
  readonly whole: readonly string[];
}

/** An FTS5 query that wants one of the choices for every word: `("nut"* OR "peanut") AND ("bar"*)`. Null where a word
 *  has no choice. */
export function toFtsGroups(groups: readonly WordChoices[]): string | null {
  const texts = groups.map(({ begin, whole }) =>
    [...begin.map((token) => `${ftsString(token)}*`), ...whole.map(ftsString)].join(' OR '),
  );
  return texts.length === 0 || texts.includes('') ? null : texts.map((text) => `(${text})`).join(' AND ');
}

function ftsString(token: string): string {
  return `"${token.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const run of foldText(text).match(wordRuns) ?? []) {
    if (unspaced.test(run)) words.push(...cutRun(run));
    else words.push(run);
  }
  return words;
}

/** '蒙牛milk酸奶' → the dictionary words of the unspaced parts, the rest as it stands. */
function cutRun(run: string): string[] {
  const words: string[] = [];
  let end = 0;
  for (const match of run.matchAll(unspacedRuns)) {
    if (match.index > end) words.push(run.slice(end, match.index));
    words.push(...dictionaryWords(match[0]));
    end = match.index + match[0].length;
  }
  if (end < run.length) words.push(run.slice(end));
  return words;
}

function endingsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((_, at) => letters.slice(at + 1).join(''));
}

function dictionaryWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
