import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/index.ts';
import { closeDialog } from '../till/till-state.ts';

export interface DialogButtonsProps {
  label: string;
  onConfirm: () => void;
  disabled?: boolean;
  busy?: boolean;
  tone?: 'primary' | 'danger';
  confirm?: Ref<HTMLButtonElement>;
}

/** Cancel and the one main button of a till dialog, with their keys. */
export function DialogButtons({
  label,
  onConfirm,
  disabled = false,
  busy = false,
  tone = 'primary',
  confirm,
}: DialogButtonsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button size="touch" shortcut="Esc" onClick={closeDialog}>
        {t('common:cancel')}
      </Button>
      <Button
        size="touch"
        ref={confirm}
        variant={tone}
        shortcut="Enter"
        disabled={disabled}
        loading={busy}
        onClick={onConfirm}
      >
        {label}
      </Button>
    </>
  );
}
