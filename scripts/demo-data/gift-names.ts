const smallWords = new Set(['and', 'with', 'of', 'in', 'the', 'for', 'on', 'or', 'a', 'to', 'from', 'by']);
const initials = new Set(['UK', 'USB', 'LED', 'DIY', 'EPNS', 'VIP', 'A4', 'A5', 'A6', 'FBA']);
const shorts: Readonly<Record<string, string>> = {
  W: 'with',
  'W/': 'with ',
  ASSTD: 'Assorted',
  ASST: 'Assorted',
  ASS: 'Assorted',
  NECKL: 'Necklace',
  'NECKL.': 'Necklace ',
  GARLD: 'Garland',
  POLKADOT: 'Polka Dot',
  TRADITIONAL: 'Traditional',
};

/** 'WHITE HANGING HEART T-LIGHT HOLDER ' → 'White Hanging Heart T-Light Holder': as a shelf label says it. */
export function giftName(description: string): string {
  const words = description
    .toUpperCase()
    .replace(/[*"?!]/g, ' ')
    .replace(/\bW\//g, 'WITH ')
    .replace(/\s*([,/+])\s*/g, '$1')
    .replace(/,(?=\S)/g, ', ')
    .replace(/\+/g, ' & ')
    .replace(/[.,\s]+$/, '')
    .trim()
    .split(/\s+/);
  return words
    .map((word, index) => titleWord(word, index === 0))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function titleWord(word: string, first: boolean): string {
  const short = shorts[word];
  if (short !== undefined) return first ? short.charAt(0).toUpperCase() + short.slice(1) : short;
  if (initials.has(word)) return word;
  const lower = word.toLowerCase();
  if (smallWords.has(lower) && !first) return lower;
  if (/^\d/.test(word)) return lower.replace(/(?<=\/)\p{L}/gu, (letter) => letter.toUpperCase());
  return lower.replace(/(^|[-/&(])\p{L}/gu, (letter) => letter.toUpperCase());
}
