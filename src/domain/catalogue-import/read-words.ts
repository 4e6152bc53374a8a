const yes = new Set('yes y true 1 x ja oui si sí 是 有'.split(' '));
const no = new Set('no n false 0 nein non 否 无'.split(' '));

/** 'Yes', 'TRUE', 'x', '是' → true; 'no', '0', '否' → false; null for anything else. */
export function readYesOrNo(text: string): boolean | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** '18', '18+' → 18; '0' → 0, no limit; null for what is no age up to 99. */
export function readAge(text: string): number | null {
  const digits = /^(\d{1,2})(?:\+|[.,]0+)?$/.exec(text.normalize('NFKC').trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
