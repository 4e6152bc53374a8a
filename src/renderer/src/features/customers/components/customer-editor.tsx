import { Save } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import {
  Button,
  ConfirmDialog,
  Dialog,
  FieldError,
  FormRow,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import type { Customer, CustomerField } from '../customer-draft.ts';
import { useCustomerSave } from '../use-customer-save.ts';
import styles from './customers.module.css';

interface CustomerEditorProps {
  customer: Customer | null;
  onClose: () => void;
  onSaved: (customer: Customer) => void;
}

/** Adds or changes a customer. */
export function CustomerEditor({ customer, onClose, onSaved }: CustomerEditorProps) {
  const { t } = useTranslation('customers');
  const formId = useId();
  const [leaving, setLeaving] = useState(false);
  const editor = useCustomerSave(customer);
  const { draft, edit, faults, conflict } = editor;
  const { busy, submit: save } = useSubmit(async (write: () => Promise<Customer | null> = editor.save) => {
    const saved = await write();
    if (!saved) return;
    onSaved(saved);
    onClose();
  });
  const leave = () => {
    if (busy || leaving) return;
    if (editor.dirty) setLeaving(true);
    else onClose();
  };
  useCommands(
    [
      {
        id: 'customers.save',
        labelKey: 'common:save',
        icon: Save,
        shortcut: '$mod+Enter',
        perform: () => void save(),
      },
    ],
    { modal: true },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const field = (name: CustomerField) => ({
    label: t(`editor.${name}`),
    value: draft[name],
    error: faults[name] && t(faults[name]),
    onChange: (value: string) => edit({ [name]: value }),
  });
  return (
    <Dialog
      opened
      onClose={leave}
      title={t(customer ? 'editor.editTitle' : 'editor.newTitle')}
      actions={
        <>
          <Button size="touch" onClick={leave}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" variant="primary" type="submit" form={formId} loading={busy}>
            {t(customer ? 'common:save' : 'editor.create')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {faults.form ? <FieldError>{t(faults.form)}</FieldError> : null}
        {conflict ? (
          <div className={styles.conflict} role="alert">
            <strong>{t('conflict.title')}</strong>
            <span>{t('conflict.hint', { value: summaryOf(conflict) })}</span>
            <span className={styles.buttons}>
              <Button onClick={editor.takeTheirs}>{t('conflict.reload')}</Button>
              <Button onClick={() => void save(editor.keepMine)}>{t('conflict.keepMine')}</Button>
            </span>
          </div>
        ) : null}
        <TextField {...field('name')} required data-autofocus maxLength={200} />
        <FormRow>
          <TextField {...field('phone')} type="tel" inputMode="tel" maxLength={40} />
          <TextField {...field('email')} type="email" inputMode="email" maxLength={200} />
        </FormRow>
        <TextArea {...field('note')} hint={t('editor.noteHint')} maxLength={2000} />
      </form>
      {/* Mounted only when it is needed: otherwise the Esc that asks for it would also answer it. */}
      {leaving ? (
        <ConfirmDialog
          opened
          title={t('editor.discardTitle')}
          confirmLabel={t('editor.discard')}
          cancelLabel={t('editor.keepEditing')}
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          {t('editor.discardHint')}
        </ConfirmDialog>
      ) : null}
    </Dialog>
  );
}

function summaryOf({ name, phone, email, note }: Customer): string {
  return [name, phone, email, note].filter(Boolean).join(' · ');
}
