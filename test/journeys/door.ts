import type { Page } from '@playwright/test';
import { keyboardPerson } from './keyboard-person.ts';
import type { Person, Way } from './person.ts';
import { touchPerson } from './touch-person.ts';

/** An open till, however it was reached. */
export interface Till {
  readonly page: Page;
  /** Everything the page asked of another place than its own, or complained about; empty when all is well. */
  readonly complaints: string[];
  /** @returns the path of the file that came of the act */
  saveFile(act: () => Promise<void>): Promise<string>;
  /** @returns the paths of as many files as come of the act, in order */
  saveFiles(count: number, act: () => Promise<void>): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** One of the two ways into the same app: a real browser, or the real window. */
export interface Door {
  readonly name: 'browser' | 'desktop';
  open(options: { way: Way; demo?: boolean }): Promise<Till>;
}

export function theOne([path, ...more]: readonly string[]): string {
  if (path === undefined || more.length > 0) throw new Error('not one file');
  return path;
}

export const personAt = (page: Page, way: Way): Person =>
  way === 'touch' ? touchPerson(page) : keyboardPerson(page);

/** Collects what must never happen on a page: errors on its console, and requests that leave its own place. */
export function watch(page: Page, ownPlace: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !isRefusal(message.text(), url))
      complaints.push(`console: ${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(ownPlace) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  return complaints;
}

/** Chromium notes every refused call on the console; a refusal with its code is an answer, not a fault. */
const isRefusal = (text: string, url: string) =>
  /^Failed to load resource: .* status of 4\d\d /.test(text) && new URL(url).pathname.startsWith('/api/');
