import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { FormDialog, TextField } from '../../../ui/index.ts';
import { type CustomerSummary, closeDialog } from '../till/till-state.ts';

export interface NewCustomerFormProps {
  /** What was searched for: a name, a phone number or an address, put where it belongs. */
  typed: string;
  onBack: () => void;
  onMade: (customer: CustomerSummary) => void;
}

/** A new customer at the counter: a name is enough. */
export function NewCustomerForm({ typed, onBack, onMade }: NewCustomerFormProps) {
  const { t } = useTranslation('sell');
  const create = useCommand('customer.create');
  const guess = typed.trim();
  const isEmail = guess.includes('@');
  const isPhone = !isEmail && /^[0-9+()./ -]{3,}$/.test(guess);
  const [name, setName] = useState(isEmail || isPhone ? '' : guess);
  const [phone, setPhone] = useState(isPhone ? guess : '');
  const [email, setEmail] = useState(isEmail ? guess : '');
  const submit = () => {
    create.mutate(
      { name: name.trim(), phone: phone.trim() || null, email: email.trim() || null, note: '' },
      { onSuccess: onMade },
    );
  };
  return (
    <FormDialog
      onClose={closeDialog}
      title={t('customer.new')}
      submitLabel={t('customer.add')}
      shortcut="Enter"
      onSubmit={submit}
      ready={name.trim() !== ''}
      busy={create.isPending}
      error={create.error ? errorMessage(t, create.error) : undefined}
      back={{ label: t('common:back'), perform: onBack }}
    >
      <TextField
        label={t('customer.name')}
        value={name}
        onChange={setName}
        size="touch"
        required
        maxLength={200}
        data-autofocus
      />
      <TextField
        label={t('customer.phone')}
        type="tel"
        value={phone}
        onChange={setPhone}
        size="touch"
        maxLength={40}
      />
      <TextField
        label={t('customer.email')}
        type="email"
        value={email}
        onChange={setEmail}
        size="touch"
        maxLength={200}
      />
    </FormDialog>
  );
}
