import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog } from '../../../ui/index.ts';
import { closeDialog, type SaleLine } from '../till/till-state.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { PadEntry } from './pad-entry.tsx';

/** How much of a line is sold, typed. */
export function QuantityDialog({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const { quantityInput, parseQuantity } = useFormat();
  const { setQuantity, remove } = useLineActions();
  const [text, setText] = useState('');
  const value = text === '' ? line.quantityMilli : parseQuantity(text);
  const { busy, submit } = useSubmit(async () => {
    if (value === undefined) return;
    const done =
      value === 0
        ? await remove(line.id)
        : value === line.quantityMilli || (await setQuantity(line.id, value));
    if (done) closeDialog();
  });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('line.quantityOf', { name: line.name })}
      size="small"
      actions={
        <DialogButtons
          label={t('line.setQuantity')}
          onConfirm={() => void submit()}
          busy={busy}
          disabled={value === undefined}
        />
      }
    >
      <PadEntry
        label={t('line.quantity')}
        text={text}
        onText={setText}
        standing={quantityInput(line.quantityMilli)}
        decimals={line.unit === 'each' ? 0 : 3}
        unit={line.unit === 'each' ? undefined : t(`units.${line.unit}`)}
        onEnter={() => void submit()}
      />
    </Dialog>
  );
}
