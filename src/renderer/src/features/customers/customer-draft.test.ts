import { describe, expect, it } from 'vitest';
import { CallError } from '../../client/call-error.ts';
import {
  customerFaults,
  EMPTY_CUSTOMER,
  mergedCustomer,
  sameCustomer,
  toCustomerFields,
} from './customer-draft.ts';

describe('a customer being typed', () => {
  it('sends blanks as nothing', () => {
    expect(toCustomerFields({ name: ' Ann ', phone: ' ', email: '', note: '' })).toEqual({
      name: 'Ann',
      phone: null,
      email: null,
      note: '',
    });
  });

  it('is unchanged when only blanks differ', () => {
    expect(sameCustomer({ ...EMPTY_CUSTOMER, name: 'Ann' }, { ...EMPTY_CUSTOMER, name: 'Ann ' })).toBe(true);
    expect(sameCustomer(EMPTY_CUSTOMER, { ...EMPTY_CUSTOMER, phone: '1' })).toBe(false);
  });

  it('saves my change without undoing theirs', () => {
    const before = { ...EMPTY_CUSTOMER, name: 'Ann', phone: '123' };
    const both = mergedCustomer(before, { ...before, name: 'Anne' }, { ...before, phone: '456' });
    expect(both).toMatchObject({ name: 'Anne', phone: '456' });
  });

  it('shows what the engine refused at its field', () => {
    const error = new CallError('input.invalid', { issues: [{ path: 'email' }, { path: 'commandId' }] });
    expect(customerFaults(error)).toEqual({ email: 'customers:invalid.email' });
    expect(customerFaults(new CallError('internal'))).toEqual({ form: 'errors:internal' });
    expect(customerFaults(new CallError('input.invalid'))).toEqual({ form: 'errors:input.invalid' });
  });
});
