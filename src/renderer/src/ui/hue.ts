/** The quiet hues by name, in the order of the tokens --hue-0 to --hue-7. */
export const HUES = ['green', 'orange', 'pink', 'teal', 'yellow', 'blue', 'purple', 'grey'] as const;
export type Hue = (typeof HUES)[number];

/** Paper and ink of a chosen hue, or of the one that always belongs to the text. */
export function hueColours(
  chosen: Hue | null | undefined,
  text: string,
): { background: string; color: string } {
  const hue = chosen ? HUES.indexOf(chosen) : hueOf(text);
  return { background: `var(--hue-${hue})`, color: `var(--hue-${hue}-ink)` };
}

/** One of the eight quiet hues, always the same for the same text. */
export function hueOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 16)) >>> 0) % HUES.length;
}

/** Up to two letters that stand for a name: "Jumbo bag red" → "JB", "农夫山泉" → "农夫". A number stands for nothing
 *  while there is a word: "12 Pencils Tall" → "PT". */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s\-_/.,]+/).filter((part) => /^[\p{L}\p{N}]/u.test(part));
  const lettered = parts.filter((part) => /^\p{L}/u.test(part));
  const words = lettered.length > 0 ? lettered : parts;
  const first = words[0] ?? '';
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(0, 2).join('');
  const second = words[1];
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}
