import type { Locator, Page } from '@playwright/test';

/** What a journey cost the person who made it. */
export interface Effort {
  keys: number;
  taps: number;
  scans: number;
  typedFields: number;
}

/** Somebody at the till with one way of acting; steps are written once for all ways. */
export interface Person {
  readonly way: 'keyboard' | 'touch';
  readonly page: Page;
  readonly effort: Effort;
  /** Does what the target says: reaches it and presses it, or presses the key that is printed on it. */
  press(target: Locator, printedKey?: string): Promise<void>;
  /** Puts a text into a field of words. */
  type(field: Locator, text: string): Promise<void>;
  /** Types a figure where a number pad is on screen: digits, and "." where it has one. */
  figure(text: string): Promise<void>;
  scan(code: string): Promise<void>;
}

export type Way = Person['way'];
export const WAYS: readonly Way[] = ['keyboard', 'touch'];

export const noEffort = (): Effort => ({ keys: 0, taps: 0, scans: 0, typedFields: 0 });

/** What was spent since an earlier reading. */
export function effortSince(person: Person, before: Effort): Effort {
  const { keys, taps, scans, typedFields } = person.effort;
  return {
    keys: keys - before.keys,
    taps: taps - before.taps,
    scans: scans - before.scans,
    typedFields: typedFields - before.typedFields,
  };
}
