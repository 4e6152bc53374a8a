import { randomInt } from 'node:crypto';
import { slowHash, slowHashMatches } from './slow-hash.ts';

/** Crockford's base 32: no I, L, O or U to misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** 100 random bits to print, such as 7K2QM-0F9XT-3HWBC-R5D1N. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As stored: 'salt.hash'. */
export async function hashRecoveryCode(dataDir: string, code: string): Promise<string> {
  const { salt, hash } = await slowHash(dataDir, plainCode(code));
  return `${salt}.${hash}`;
}

export async function recoveryCodeMatches(
  dataDir: string,
  code: string,
  stored: string | null,
): Promise<boolean> {
  const [salt = '', hash = ''] = stored?.split('.') ?? [];
  return slowHashMatches(dataDir, plainCode(code), stored === null ? null : { salt, hash });
}

/** Forgives case, spaces, dashes and the letters that look like digits. */
function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
