import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { Dialog, type DialogProps } from './dialog.tsx';
import { FieldError } from './field.tsx';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'onClose' | 'size'> {
  children: ReactNode;
  /** The verb on the main button. */
  submitLabel: string;
  onSubmit: () => void;
  /** False while something needed is missing: the button and Enter do nothing. */
  ready?: boolean;
  /** What was entered is on its way. */
  busy?: boolean;
  /** What went wrong with the whole of it; faults of one field stand at the field. */
  error?: string | undefined;
  /** Instead of Cancel, e.g. back to where the form came from. */
  back?: { label: string; perform: () => void } | undefined;
  /** Further buttons, before the main one. */
  more?: ReactNode;
  /** The key cap of the main button. */
  shortcut?: string | undefined;
}

/** A dialog that asks for a few facts: fields one above the other, Enter or the main button sends them. */
export function FormDialog({
  title,
  onClose,
  size = 'small',
  children,
  submitLabel,
  onSubmit,
  ready = true,
  busy = false,
  error,
  back,
  more,
  shortcut,
}: FormDialogProps) {
  const { t } = useTranslation('common');
  const formId = useId();
  const { label, perform } = back ?? { label: t('cancel'), perform: onClose };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      size={size}
      actions={
        <>
          {more}
          <Button size="touch" onClick={perform}>
            {label}
          </Button>
          <Button
            type="submit"
            form={formId}
            size="touch"
            variant="primary"
            shortcut={shortcut}
            loading={busy}
            disabled={!ready}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onSubmit();
        }}
      >
        {children}
        {error === undefined ? null : <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
