const HUE_COUNT = 8;

/** One of the eight quiet hues, always the same for the same text. */
export function hueOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 16)) >>> 0) % HUE_COUNT;
}

/** Up to two letters that stand for a name: "Jumbo bag red" → "JB", "农夫山泉" → "农夫". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-_/.,]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? '';
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(0, 2).join('');
  const second = words[1];
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}
