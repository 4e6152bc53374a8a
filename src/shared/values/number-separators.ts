/** How a locale writes numbers. `groups` are the signs accepted between thousands; `primary` is the size of the last
 *  group, `secondary` of those before it (3 and 2 in India: 12,34,567). */
export type Separators = {
  readonly decimal: string;
  readonly groups: readonly string[];
  readonly primary: number;
  readonly secondary: number;
};

/** A space or an apostrophe is never a decimal sign anywhere, so it groups everywhere. */
const ALWAYS_GROUPS = [' ', "'"];

const known = new Map<string, Separators>();

/** The separators for a text typed in a locale. A locale with digits of its own has two sets: Egypt writes ١٢٫٥ and
 *  12.5, so the set follows the digits in the text.
 *  @throws RangeError for a malformed locale tag. */
export function findSeparators(locale: string, text: string): Separators {
  const tag = /[0-9]/.test(text) ? latinTag(locale) : nativeTag(locale, text);
  const separators = known.get(tag) ?? readSeparators(tag);
  known.set(tag, separators);
  return separators;
}

/** Kept: a list of prices asks for the same one thousands of times. */
const latinTags = new Map<string, string>();

function latinTag(locale: string): string {
  const tag = latinTags.get(locale) ?? new Intl.Locale(locale, { numberingSystem: 'latn' }).toString();
  latinTags.set(locale, tag);
  return tag;
}

function nativeTag(locale: string, text: string): string {
  const arabic = /[\u0660-\u0669]/.test(text) ? 'arab' : /[\u06f0-\u06f9]/.test(text) ? 'arabext' : null;
  return arabic ? new Intl.Locale(locale, { numberingSystem: arabic }).toString() : locale;
}

function readSeparators(tag: string): Separators {
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always', minimumFractionDigits: 1 }).formatToParts(
    123456789012.5,
  );
  const integers = parts.filter((part) => part.type === 'integer');
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    groups: [...ALWAYS_GROUPS, group],
    primary: integers.at(-1)?.value.length ?? 3,
    secondary: integers.at(-2)?.value.length ?? 3,
  };
}
