import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, Dialog, FieldError, TextField } from '../../../ui/index.ts';
import { type CustomerSummary, closeDialog } from '../till/till-state.ts';
import styles from './dialogs.module.css';

export interface NewCustomerFormProps {
  /** What was searched for: a name, a phone number or an address, put where it belongs. */
  typed: string;
  onBack: () => void;
  onMade: (customer: CustomerSummary) => void;
}

/** A new customer at the counter: a name is enough. */
export function NewCustomerForm({ typed, onBack, onMade }: NewCustomerFormProps) {
  const { t } = useTranslation('sell');
  const formId = useId();
  const create = useCommand('customer.create');
  const guess = typed.trim();
  const isEmail = guess.includes('@');
  const isPhone = !isEmail && /^[0-9+()./ -]{3,}$/.test(guess);
  const [name, setName] = useState(isEmail || isPhone ? '' : guess);
  const [phone, setPhone] = useState(isPhone ? guess : '');
  const [email, setEmail] = useState(isEmail ? guess : '');
  const submit = () => {
    if (name.trim() === '' || create.isPending) return;
    create.mutate(
      { name: name.trim(), phone: phone.trim() || null, email: email.trim() || null, note: '' },
      { onSuccess: onMade },
    );
  };
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('customer.new')}
      size="small"
      actions={
        <>
          <Button size="touch" onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button
            size="touch"
            variant="primary"
            shortcut="Enter"
            type="submit"
            form={formId}
            loading={create.isPending}
            disabled={name.trim() === ''}
          >
            {t('customer.add')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
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
        {create.error ? <FieldError>{errorMessage(t, create.error)}</FieldError> : null}
      </form>
    </Dialog>
  );
}
