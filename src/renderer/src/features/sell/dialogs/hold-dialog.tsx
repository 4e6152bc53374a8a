import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog, TextField } from '../../../ui/index.ts';
import { closeDialog, type SaleView } from '../till/till-state.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import { DialogButtons } from './dialog-buttons.tsx';

/** Puts the cart aside under a name by which it is found again. */
export function HoldDialog({ sale }: { sale: SaleView | null }) {
  const { t } = useTranslation('sell');
  const { hold } = useCartActions();
  const [label, setLabel] = useState(sale?.label || sale?.customer?.name || '');
  const { busy, submit } = useSubmit(() => hold(label.trim()));
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('hold.title')}
      size="small"
      actions={<DialogButtons label={t('commands.hold')} onConfirm={() => void submit()} busy={busy} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t('hold.label')}
          hint={t('hold.hint')}
          value={label}
          onChange={setLabel}
          size="touch"
          maxLength={80}
          data-autofocus
        />
      </form>
    </Dialog>
  );
}
