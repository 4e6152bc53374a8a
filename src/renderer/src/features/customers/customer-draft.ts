import type { CallOutput } from '../../../../shared/contract/index.ts';
import { CallError } from '../../client/call-error.ts';

export type Customer = CallOutput<'customer.get'>;

/** A customer as being typed. */
export interface CustomerDraft {
  name: string;
  phone: string;
  email: string;
  note: string;
}
export type CustomerField = keyof CustomerDraft;

/** Text keys by field; `form` belongs to none. */
export type CustomerFaults = Partial<Record<CustomerField | 'form', string>>;

export const EMPTY_CUSTOMER: CustomerDraft = { name: '', phone: '', email: '', note: '' };

export function customerDraftOf({ name, phone, email, note }: Customer): CustomerDraft {
  return { name, phone: phone ?? '', email: email ?? '', note };
}

/** Blank is nothing. */
export function toCustomerFields({ name, phone, email, note }: CustomerDraft) {
  return { name: name.trim(), phone: phone.trim() || null, email: email.trim() || null, note: note.trim() };
}

export function sameCustomer(one: CustomerDraft, other: CustomerDraft): boolean {
  return JSON.stringify(toCustomerFields(one)) === JSON.stringify(toCustomerFields(other));
}

/** Both people's work: what I changed as I have it, everything else as it is now. */
export function mergedCustomer(
  before: CustomerDraft,
  mine: CustomerDraft,
  theirs: CustomerDraft,
): CustomerDraft {
  const fields = Object.keys(before) as CustomerField[];
  const changed = fields
    .filter((field) => mine[field] !== before[field])
    .map((field) => [field, mine[field]]);
  return { ...theirs, ...Object.fromEntries(changed) };
}

/** What the engine refused, at the fields it is about. */
export function customerFaults(error: unknown): CustomerFaults {
  if (!(error instanceof CallError)) throw error;
  if (error.code !== 'input.invalid') return { form: `errors:${error.code}` };
  const issues = Array.isArray(error.data['issues']) ? (error.data['issues'] as { path?: unknown }[]) : [];
  const known = issues.map(({ path }) => String(path)).filter((path) => path in EMPTY_CUSTOMER);
  if (known.length === 0) return { form: 'errors:input.invalid' };
  return Object.fromEntries(known.map((path) => [path, `customers:invalid.${path}`]));
}
