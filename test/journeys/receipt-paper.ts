import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** The words of a receipt's PDF, as another program reads them. */
export function readReceipt(path: string): string {
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

/** @param total as printed, without its currency, such as "12.57" */
export function expectReceipt(
  paper: string,
  { names, total }: { names: readonly string[]; total: string },
): void {
  const words = paper.replace(/\s+/g, ' ');
  for (const name of names) expect(words).toContain(name);
  expect(words).toMatch(new RegExp(`total[^0-9]*${total.replace('.', '\\.')}`, 'i'));
}
