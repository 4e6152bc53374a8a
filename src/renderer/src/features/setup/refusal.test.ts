// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { CallError } from '../../client/call-error.ts';
import { refusedField } from './refusal.ts';

describe('a refusal of the new shop', () => {
  it.each([
    ['owner.password', new CallError('auth.passwordCommon')],
    ['owner.pin', new CallError('auth.pinTooSimple')],
    ['setupCode', new CallError('setup.codeNeeded')],
    ['shop.name', new CallError('input.invalid', { issues: [{ path: 'shop.name', message: '' }] })],
    [
      'taxCategories',
      new CallError('input.invalid', { issues: [{ path: 'taxCategories.2.name', message: '' }] }),
    ],
  ])('is shown at %s', (field, error) => {
    expect(refusedField(error)).toBe(field);
  });

  it('is shown below the form when it is about no field', () => {
    expect(refusedField(new CallError('setup.alreadyDone'))).toBeNull();
    expect(refusedField(new CallError('input.invalid', {}))).toBeNull();
    expect(refusedField(new Error('broken'))).toBeNull();
  });
});
