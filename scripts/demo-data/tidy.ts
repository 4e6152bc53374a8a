const smallWords = new Set([
  'and',
  'with',
  'of',
  'in',
  'the',
  'for',
  'on',
  'or',
  'a',
  'to',
  'from',
  'by',
  'no',
]);
const foreign =
  /\b(?:de|del|di|la|le|les|au|aux|avec|sans|et|con|sin|mit|und|ohne|y|z|do|com|sem|boisson|lait|leche|queso|galletas)\b/i;
/** Own brands of other shops, which a corner shop does not sell. */
const ownBrands =
  /kroger|great value|kirkland|safeway|walmart|wegmans|price chopper|hy-vee|stew leonard|schnucks|big y|market pantry|food lion|publix|meijer|\baldi\b|trader joe|asda|tesco|sainsbury|waitrose|morrisons|bowl & basket|clover valley|friendly farms|wild harvest|simply nature|giant|target|365|whole foods|harris teeter|signature|lucerne|o organics|burman|field day|shoprite|stop & shop|marketside|h-e-b|hill country|archer farms|essential everyday|nature's promise|simple truth|good & gather|coles|woolworths|lidl|spartan|winco|weis|dollar|kwik|7-eleven|cvs|walgreens|first street|best choice|our family|full circle|central market|fresh market|member's mark|bj's|wellsley|costco|marks & spencer|m&s|co-op|unknown|stop and shop|refreshe|private selection|raley|millville|valu-time|ralston|delish|medallion|culinary circle|market basket|america's choice|roundy|^organics$|^dressings$|^simply$|triscut|hersey|eureka bar|canine carry|carrington|[^\p{Script=Latin}\P{L}]/iu;
const junk =
  /\b(?:oz|ounces?|g|ml|kg|lbs?|pack|pk|ct|count|box|test|case|flavou?red|product|assorted|vitamin|grade|family size|fries cheddar|olive oil triscuit|canine carry outs - beef)\b|\d{3,}|\d\s?(?:x|g|oz)\b/i;

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? []
  );
}

/** A name fit for a shelf label in Title Case, or null for one that needs a person. */
export function tidyName(text: string, brand: string): string | null {
  const bare = text
    .replaceAll('’', "'")
    .replace(/[®™]/g, '')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/^[\p{L}\d][\p{L}\d &'%,-]*[\p{L}\d%]$/u.test(bare) || foreign.test(bare) || junk.test(bare))
    return null;
  const words = bare.split(' ').map((word, index) => titleWord(word, index === 0));
  const name = words.join(' ');
  const count = wordsOf(name).length;
  if (name.length < 8 || name.length > 42 || count < 2 || count > 6) return null;
  if (new Set(wordsOf(name)).size < count || (name.match(/,/g) ?? []).length > 1) return null;
  return sameLetters(name, brand) ? null : name;
}

/** The first brand named, without the company's legal form. */
export function tidyBrand(text: string): string | null {
  const first = (text.split(',')[0] ?? '')
    .replaceAll('’', "'")
    .replace(/[®™]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = first
    .replace(/,?\s+(?:& company|company|foods?,? inc|inc|llc|ltd|gmbh|corp|co)\b\.?/gi, '')
    .replace(/\.$/, '')
    .trim();
  if (
    !/^[\p{L}\d][\p{L}\d &'!-]{1,23}$/u.test(bare) ||
    /\p{L}&\p{Ll}|^nwpc$|^keto$/iu.test(bare) ||
    ownBrands.test(bare) ||
    !/\p{L}{2}/u.test(bare)
  )
    return null;
  return bare
    .split(' ')
    .map((word, index) => titleWord(word, index === 0))
    .join(' ');
}

/** 'Peanut butter' → 'Peanut Butter', 'CHAOKOH' → 'Chaokoh'; BBQ and McVitie's stay. */
function titleWord(word: string, first: boolean): string {
  const lower = word.toLowerCase();
  if (smallWords.has(lower) && !first) return lower;
  if (word !== lower && (word !== word.toUpperCase() || isInitials(word))) return word.replace(/^Mcc/, 'McC');
  return lower.replace(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase()).replace(/^Mcc/, 'McC');
}

/** BBQ, IPA; not the SO of 'SO DELICIOUS'. */
function isInitials(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length <= 3 && (!/[AEIOUY]/.test(letters) || letters === 'IPA' || letters.length === 1);
}

function sameLetters(a: string, b: string): boolean {
  return wordsOf(a).join('') === wordsOf(b).join('');
}

const metric = /(?<![\d.,])(?:(\d{1,2})\s?x\s?)?(\d{1,4}(?:[.,]\d{1,2})?)\s?(kg|g|ml|cl|l)\b/i;
const imperial = /^(\d{1,3}(?:\.\d{1,2})?)\s?(fl\.? ?oz|oz|lbs?)\b/i;

/** The metric size when one is printed, '16 OZ (1 lb) 454g' → '454 g', else ounces as they are. */
export function packSizeOf(text: string): { text: string; metric: boolean } | null {
  const size = metric.exec(text);
  if (size !== null && Number((size[2] ?? '0').replace(',', '.')) > 0) {
    const unit = (size[3] ?? '').toLowerCase();
    const times = size[1] === undefined ? '' : `${size[1]} x `;
    return { text: `${times}${(size[2] ?? '').replace(',', '.')} ${unit}`, metric: true };
  }
  const ounces = imperial.exec(text.trim());
  if (ounces === null || Number(ounces[1]) === 0) return null;
  const unit = (ounces[2] ?? '')
    .toLowerCase()
    .replace(/fl\.? ?oz/, 'fl oz')
    .replace('lbs', 'lb');
  return { text: `${ounces[1]} ${unit}`, metric: false };
}
