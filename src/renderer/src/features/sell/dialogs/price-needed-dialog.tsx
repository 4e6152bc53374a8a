import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog } from '../../../ui/index.ts';
import { closeDialog, type TillDialog } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import styles from './dialogs.module.css';
import { PadEntry } from './pad-entry.tsx';

export interface PriceNeededDialogProps {
  wanted: Extract<TillDialog, { kind: 'priceNeeded' }>;
  add: ReturnType<typeof useAdd>;
}

/** The first price of a product that came without one; it becomes its shelf price. */
export function PriceNeededDialog({ wanted, add }: PriceNeededDialogProps) {
  const { t } = useTranslation('sell');
  const { parseMoney, moneyInput, exponent, currency } = useFormat();
  const [text, setText] = useState('');
  const value = text === '' ? undefined : parseMoney(text);
  const { busy, submit } = useSubmit(async () => {
    if (value !== undefined) await add.addProduct(wanted.productId, wanted.quantityMilli, value);
  });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('priceNeeded.title', { name: wanted.name })}
      size="small"
      actions={
        <DialogButtons
          label={t('priceNeeded.set')}
          onConfirm={() => void submit()}
          busy={busy}
          disabled={value === undefined}
        />
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{t('priceNeeded.hint')}</p>
        <PadEntry
          label={t('line.price')}
          text={text}
          onText={setText}
          standing={moneyInput(0)}
          decimals={exponent}
          unit={currency}
          onEnter={() => void submit()}
        />
      </div>
    </Dialog>
  );
}
