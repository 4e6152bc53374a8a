import type { Attempt } from './attempt.ts';

/** Ways to climb out of the served folder, and names that no build makes. `out-link.json` is a link to a file outside,
 *  laid there by the test. */
const paths = [
  '/../package.json',
  '/../../package.json',
  '/%2e%2e/package.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/..%2F..%2Fpackage.json',
  '/%252e%252e%252f%252e%252e%252fpackage.json',
  '/..%5c..%5cpackage.json',
  '/..\\..\\package.json',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json',
  '/..;/..;/package.json',
  '/..../..../package.json',
  '/assets/../../main/index.js',
  '/assets/..%2f..%2fmain/index.js',
  '/..%2fmain%2findex.js',
  '/index.html%00.json',
  '/..%2f..%2fpackage.json%00.html',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/file:%2f%2f%2fetc%2fpasswd',
  '/.hidden.json',
  '/out-link.json',
];

/** What lies outside is never served; the page's own index.html in its place is no escape. */
export const pathAttempts: readonly Attempt[] = paths.map((word) => ({
  name: `path ${word}`,
  word,
  run: async ({ word: path }: { word: string }) => {
    const answer = await fetch(`app://tillwise${path}`);
    const text = await answer.text();
    return answer.ok && !text.includes('<!doctype html>') ? text.slice(0, 40) : null;
  },
}));
