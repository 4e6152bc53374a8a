import { describe, expect, it } from 'vitest';
import type { PadKey } from '../../ui/index.ts';
import { isWholePin, pinProblem, pressPin } from './pin-text.ts';

const pressed = (...keys: PadKey[]) => keys.reduce(pressPin, '');

describe('entering a PIN', () => {
  it('keeps zeros in front', () => {
    expect(pressed('0', '0', '7', '0')).toBe('0070');
  });

  it('takes back the last digit, or all of them', () => {
    expect(pressed('1', '2', 'backspace', '3')).toBe('13');
    expect(pressed('1', '2', 'clear')).toBe('');
    expect(pressed('backspace')).toBe('');
  });

  it('has no decimals and no more than eight digits', () => {
    expect(pressed('1', 'decimal', '2')).toBe('12');
    expect(pressed('1', '2', '3', '4', '5', '6', '7', '8', '9')).toBe('12345678');
  });

  it('can be sent from four digits on', () => {
    expect(['', '123', '1234', '12345678', '123456789', '12a4'].filter(isWholePin)).toEqual([
      '1234',
      '12345678',
    ]);
  });

  it('says what is wrong with a new one', () => {
    expect(pinProblem('')).toBeNull();
    expect(pinProblem('0070')).toBeNull();
    expect(pinProblem('70')).toBe('length');
    expect(pinProblem('7o70')).toBe('digitsOnly');
  });
});
