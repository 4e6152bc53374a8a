import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../app/decimal-input.ts';
import { mayBeCode, readTypedText } from './typed-text.ts';

const english = (text: string) => parseDecimal(text, 3, { decimal: '.', group: ',' });

describe('what is typed into the scan field', () => {
  it('is a name or code as it stands', () => {
    expect(readTypedText(' milk 1 l ', english)).toEqual({ quantityMilli: undefined, text: 'milk 1 l' });
  });
  it('may begin with how many', () => {
    expect(readTypedText('3*milk', english)).toEqual({ quantityMilli: 3000, text: 'milk' });
    expect(readTypedText('0.42 × ginger', english)).toEqual({ quantityMilli: 420, text: 'ginger' });
    expect(readTypedText('3*', english)).toEqual({ quantityMilli: 3000, text: '' });
  });
  it('is not multiplied by nothing, by a code with a star, or by what cannot be read', () => {
    expect(readTypedText('0*milk', english)).toEqual({ quantityMilli: undefined, text: '0*milk' });
    expect(readTypedText('AB*12', english)).toEqual({ quantityMilli: undefined, text: 'AB*12' });
    expect(readTypedText('1,5*milk', english)).toEqual({ quantityMilli: undefined, text: '1,5*milk' });
  });
  it('may be a code only when it is one word with a digit', () => {
    expect(mayBeCode('85123A')).toBe(true);
    expect(mayBeCode('milk')).toBe(false);
    expect(mayBeCode('milk 1')).toBe(false);
  });
});
