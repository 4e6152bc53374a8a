import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readPage } from '../journeys/plain-words.ts';

const root = join(import.meta.dirname, '..', '..');
const DATA_FILES = [
  'resources/demo/shop.json',
  'resources/demo/grocery.csv',
  'test/fixtures/catalogue/off-rich-200.csv',
];

/** The shop's own words: names, addresses, categories; and what the pictures type. */
const DATA = DATA_FILES.map((file) => readFileSync(join(root, file), 'utf8'))
  .concat('blue coat, Demo browser, Robin, off-rich-200.csv, meadow-prices.csv, Harbour Street Grocer')
  .concat(
    'Breakfast tea, Plum jam extra, Poppy bun, Hill & Meadow, Highland Single Malt 12 Years, Signet Ring',
  )
  .join('\n')
  .toLowerCase();

/** Names of languages, keys, units and currencies, numbers of documents, and what Intl writes itself. */
const KNOWN = new RegExp(
  [
    // First of all what is drawn at random, or a hash that begins with f6 would be read as a key's name.
    '\\b[A-Z]\\d-O?\\d{6}\\b|\\b[0-9a-f-]{36}\\b|\\b[0-9a-f]{8,}\\b|\\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}\\b',
    // Numbers of goods that the pictures import; a link of a journal's chain.
    '\\b\\d+-\\d+-[A-Z]\\b|[\\w+/]{10,11}={1,2}',
    'tillwise-[0-9a-f]{8}-[0-9-]{17}-(?:auto|hand)\\.(?:db|twb)',
    'English|简体中文|Tillwise|GTIN|\\bF\\d{1,2}\\b|Enter|Esc|Ctrl(?: [A-Z]\\b)?|Shift|Alt|Delete|Backspace|Tab',
    '\\b(?:kg|g|l|ml|m|cm|m²|h|mm|ms|kB|MB|GB|GBP|C|UTF-8)\\b',
    '\\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\b|\\b(?:am|pm)\\b',
    '\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b',
    '\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b',
  ].join('|'),
  'giu',
);
const PSEUDO = /\[·(?:(?!\[·|·\]).)*·\]/gsu;
const HAN = /\p{Script=Han}/u;
const ENGLISH_SENTENCE = /\b[A-Za-z']{2,}(?: [A-Za-z']{2,}){2,}/;

/** Texts of ours that did not come from a catalogue, on a page in the pseudo-locale. */
export async function plainWords(page: Page): Promise<readonly string[]> {
  const pieces = await readPage(page);
  return pieces.filter((piece) => isOurs(withoutPseudo(piece))).map((piece) => `plain: ${piece}`);
}

/** Sentences left in English on a page in Chinese. */
export async function englishSentences(page: Page): Promise<readonly string[]> {
  const pieces = await readPage(page);
  return pieces
    .filter((piece) => !HAN.test(piece) && ENGLISH_SENTENCE.test(piece) && isOurs(piece))
    .map((piece) => `English: ${piece}`);
}

/** A translated text may hold another. */
function withoutPseudo(piece: string): string {
  const rest = piece.replace(PSEUDO, ' ');
  return rest === piece ? rest : withoutPseudo(rest);
}

/** Whether a part with letters is neither the shop's data nor a known name. */
function isOurs(piece: string): boolean {
  return piece
    .split(/[,·()|:×>\n]|\s–\s/u)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !DATA.includes(part))
    .some((part) => /\p{L}/u.test(part.replace(KNOWN, ' ')));
}
