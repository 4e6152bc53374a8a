import { describe, expect, it } from 'vitest';
import { readUnit } from './read-unit.ts';
import { readAge, readYesOrNo } from './read-words.ts';

describe('the words of a list', () => {
  it.each([
    ['Yes', true],
    [' TRUE ', true],
    ['x', true],
    ['１', true],
    ['是', true],
    ['Ja', true],
    ['No', false],
    ['0', false],
    ['FALSE', false],
    ['否', false],
    ['maybe', null],
    ['yes no', null],
  ])('%j answers yes or no: %s', (text, answer) => {
    expect(readYesOrNo(text)).toBe(answer);
  });

  it.each([
    ['18', 18],
    [' 18+ ', 18],
    ['１８', 18],
    ['16.0', 16],
    ['16,00', 16],
    ['0', 0],
    ['7', 7],
    ['100', null],
    ['-1', null],
    ['18.5', null],
    ['from 18', null],
    ['18 years', null],
    ['', null],
  ])('%j is the age %s', (text, age) => {
    expect(readAge(text)).toBe(age);
  });

  it.each([
    ['Stück', 'each'],
    ['pcs.', 'each'],
    ['瓶', 'each'],
    ['KG', 'kg'],
    ['per kg', 'kg'],
    ['pro Kilo', 'kg'],
    ['par kilo', 'kg'],
    ['por kilo', 'kg'],
    ['/kg', 'kg'],
    ['公斤', 'kg'],
    ['Gramm', 'g'],
    [' Litre ', 'l'],
    ['ml', 'ml'],
    ['Meter', 'm'],
    ['cm', 'cm'],
    ['m²', 'm2'],
    ['sqm', 'm2'],
    ['Std.', 'hour'],
    ['小时', 'hour'],
    ['kg per', null],
    ['bushel', null],
    ['', null],
  ])('%j is the unit %s', (text, unit) => {
    expect(readUnit(text)).toBe(unit);
  });
});
