import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../src/shared/errors.ts';
import { en, type Messages, NAMESPACES, translate, zh } from '../../src/shared/messages/index.ts';
import { pseudoMessages, pseudoText } from '../../src/shared/messages/pseudo.ts';

const leaves = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
/** Chinese has one plural form, English two: endings do not count. */
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keysOf = (messages: Messages) => [...new Set(leaves(messages).map(([key]) => singular(key)))].sort();
const holesOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe.each(NAMESPACES)('the %s texts', (namespace) => {
  it('exist in English and in Chinese', () => {
    expect(keysOf(zh[namespace])).toEqual(keysOf(en[namespace]));
  });
  it('ask for the same facts in both languages', () => {
    const chinese = new Map(leaves(zh[namespace]).map(([key, text]) => [singular(key), holesOf(text)]));
    for (const [key, text] of leaves(en[namespace])) {
      if (!/_(zero|one|two|few|many)$/.test(key))
        expect([key, chinese.get(singular(key))]).toEqual([key, holesOf(text)]);
    }
  });
});

describe('texts', () => {
  it('say in both languages what every error means', () => {
    const known = new Set(leaves(en.errors).map(([key]) => key));
    expect(Object.keys(ERRORS).filter((code) => !known.has(code))).toEqual([]);
  });
  it('count in each language', () => {
    expect(translate('en', 'common:itemCount', { count: 1 })).toBe('1 item');
    expect(translate('en', 'common:itemCount', { count: 2 })).toBe('2 items');
    expect(translate('zh', 'common:itemCount', { count: 2 })).toBe('2 件');
  });
});

describe('the pseudo-locale', () => {
  it('accents and brackets a text and leaves its facts alone', () => {
    expect(pseudoText('Close {{name}}')).toBe('[·Çlóšé {{name}}·]');
  });
  it('changes every English text, so that an untranslated one shows', () => {
    const plain = new Map(leaves(en.common));
    for (const [key, text] of leaves(pseudoMessages(en.common))) expect(text).not.toBe(plain.get(key));
    expect(translate('qps', 'common:close')).toBe('[·Çlóšé·]');
  });
});
