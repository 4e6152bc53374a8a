import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../client/call-error.ts';
import { command } from '../../client/client.ts';
import { notify } from '../../ui/index.ts';
import {
  type Customer,
  type CustomerDraft,
  type CustomerFaults,
  customerDraftOf,
  customerFaults,
  EMPTY_CUSTOMER,
  mergedCustomer,
  sameCustomer,
  toCustomerFields,
} from './customer-draft.ts';

/** The state of one customer being edited, and saving it. */
export function useCustomerSave(existing: Customer | null) {
  const { t } = useTranslation('customers');
  const start = existing ? customerDraftOf(existing) : EMPTY_CUSTOMER;
  const [base, setBase] = useState({ draft: start, version: existing?.version ?? 0 });
  const [draft, setDraft] = useState<CustomerDraft>(start);
  const [faults, setFaults] = useState<CustomerFaults>({});
  const [conflict, setConflict] = useState<Customer | null>(null);

  const write = async (draft: CustomerDraft, expectedVersion: number): Promise<Customer | null> => {
    if (draft.name.trim() === '') {
      setFaults({ name: 'customers:invalid.nameNeeded' });
      return null;
    }
    setFaults({});
    try {
      const fields = toCustomerFields(draft);
      const saved = existing
        ? await command('customer.update', { ...fields, id: existing.id, expectedVersion })
        : await command('customer.create', fields);
      const message = t(existing ? 'editor.saved' : 'editor.created', { name: saved.name });
      notify({ message, tone: 'success' });
      return saved;
    } catch (error) {
      if (error instanceof CallError && error.code === 'version.conflict')
        setConflict(error.data['current'] as Customer);
      else setFaults(customerFaults(error));
      return null;
    }
  };

  return {
    draft,
    faults,
    conflict,
    dirty: !sameCustomer(base.draft, draft),
    edit: (patch: Partial<CustomerDraft>) => {
      setDraft((now) => ({ ...now, ...patch }));
      setFaults({});
    },
    save: () => write(draft, base.version),
    /** Saves what was changed here on top of what the other person saved. */
    keepMine: async () => {
      if (!conflict) return null;
      const theirs = customerDraftOf(conflict);
      const both = mergedCustomer(base.draft, draft, theirs);
      setBase({ draft: theirs, version: conflict.version });
      setDraft(both);
      return write(both, conflict.version);
    },
    takeTheirs: () => {
      if (!conflict) return;
      const theirs = customerDraftOf(conflict);
      setBase({ draft: theirs, version: conflict.version });
      setDraft(theirs);
      setConflict(null);
      setFaults({});
    },
  };
}
