import { describe, expect, it } from 'vitest';
import { receipt as en } from '../../src/shared/messages/en/receipt.ts';
import { receipt as zh } from '../../src/shared/messages/zh/receipt.ts';

type Texts = { [key: string]: string | Texts };

function placeholders(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key}: ${[...value.matchAll(/\{\{\w+\}\}/g)].map(String).sort().join(' ')}`]
      : placeholders(value, `${path}${key}.`),
  );
}

describe('the words on receipts', () => {
  it('are all there in Chinese, with the same values put in', () => {
    const counted = /^total\.items\.one/;
    const sorted = (texts: Texts) =>
      placeholders(texts)
        .filter((each) => !counted.test(each))
        .sort();
    expect(sorted(zh)).toEqual(sorted(en));
    expect(placeholders(zh).length).toBe(placeholders(en).length);
  });
});
