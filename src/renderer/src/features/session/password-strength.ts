export const SHORTEST_PASSWORD = 8;
/** More than this cannot be stored safely and is refused. */
export const LONGEST_PASSWORD_BYTES = 72;

export interface PasswordStrength {
  /** 0 nothing typed, 1 refused, 2 fair, 3 good, 4 strong. */
  level: 0 | 1 | 2 | 3 | 4;
  word: 'empty' | 'short' | 'long' | 'fair' | 'good' | 'strong';
  /** Characters still missing; 0 when it is long enough. */
  missing: number;
}

/** How a new password is doing while it is typed. Length counts most; common ones are refused later, by the engine. */
export function passwordStrength(password: string): PasswordStrength {
  const characters = [...password.normalize('NFC')];
  const missing = Math.max(0, SHORTEST_PASSWORD - characters.length);
  if (characters.length === 0) return { level: 0, word: 'empty', missing };
  if (missing > 0) return { level: 1, word: 'short', missing };
  if (new TextEncoder().encode(password.normalize('NFC')).length > LONGEST_PASSWORD_BYTES)
    return { level: 1, word: 'long', missing };
  const points = characters.length + 2 * kindsOf(password) - 3 * Number(isMonotonous(characters));
  if (points >= 20) return { level: 4, word: 'strong', missing };
  return points >= 14 ? { level: 3, word: 'good', missing } : { level: 2, word: 'fair', missing };
}

function kindsOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
}

function isMonotonous(characters: readonly string[]): boolean {
  return new Set(characters).size <= characters.length / 2;
}
