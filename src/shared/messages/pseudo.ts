import type { Messages } from './index.ts';

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáeéiíoóuúcçnñsšyýzžAÁEÉIÍOÓUÚCÇNÑSŠYÝZŽ'.matchAll(/(.)(.)/gu)].map((pair) => [
    pair[1] ?? '',
    pair[2] ?? '',
  ]),
);

/** A text as the pseudo-locale shows it: accented, in brackets, placeholders untouched.
 *  `pseudoText('Close {{name}}')` → `'[·Çlóšé {{name}}·]'` */
export function pseudoText(text: string): string {
  const body = text.replace(/\{\{.*?\}\}|\$t\(.*?\)|./gsu, (piece) => ACCENTED[piece] ?? piece);
  return `[·${body}·]`;
}

/** A whole catalogue in the pseudo-locale: what stays plain on screen was never translated. */
export function pseudoMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoMessages(value),
    ]),
  );
}
