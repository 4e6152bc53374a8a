import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, in one sentence. */
  children: ReactNode;
  /** The verb on the button, e.g. "Void sale". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'primary' | 'danger';
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be undone; where it can, use notify with undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onCancel}
      title={props.title}
      size="small"
      actions={
        <>
          <Button size="touch" onClick={props.onCancel}>
            {props.cancelLabel ?? t('cancel')}
          </Button>
          <Button
            size="touch"
            variant={props.tone ?? 'danger'}
            loading={props.busy}
            onClick={props.onConfirm}
            data-autofocus
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
