import { dictionary } from '@zxcvbn-ts/language-common';
import bcrypt from 'bcryptjs';

/** Work of 2^12 rounds, about a third of a second on a till. */
export const PASSWORD_COST = 12;

/** A hash nobody's password has: an unknown user name costs as long as a wrong password. */
const NOBODYS_HASH = '$2b$12$3e.CnEi5G1QAt72CkAJDa.T7iicmYaRUmIVD/Pf/K58/K.bRRB4rO';

const SHORTEST_NAME = 4;

/** @param password  already in NFC, at most 72 bytes
 *  @returns the bcrypt hash, or null when the password is easy to guess: on the list of common ones (with up to four
 *  digits or signs behind it), or holding a name of the person or shop. */
export async function hashPassword(input: {
  readonly password: string;
  readonly names: readonly string[];
  /** False for the demo's published passwords only. */
  readonly judged: boolean;
}): Promise<string | null> {
  return input.judged && isCommon(input.password, input.names)
    ? null
    : bcrypt.hash(input.password, PASSWORD_COST);
}

/** @param hash  null for a person that does not exist: never true, no faster than another. */
export async function checkPassword(input: {
  readonly password: string;
  readonly hash: string | null;
}): Promise<boolean> {
  const same = await bcrypt.compare(input.password, input.hash ?? NOBODYS_HASH);
  return same && input.hash !== null;
}

let common: ReadonlySet<string> | null = null;

function isCommon(password: string, names: readonly string[]): boolean {
  common ??= new Set(dictionary['passwords-common']);
  const plain = password.toLowerCase();
  if (common.has(plain) || common.has(plain.replace(/[^\p{L}]{1,4}$/u, ''))) return true;
  if (/^(.{1,4}?)\1+$/u.test(plain)) return true;
  return names.map(squeeze).some((name) => name.length >= SHORTEST_NAME && squeeze(plain).includes(name));
}

function squeeze(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}
