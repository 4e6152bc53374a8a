import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog } from '../../../ui/index.ts';
import { closeDialog, type SaleLine } from '../till/till-state.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import styles from './dialogs.module.css';
import { PadEntry } from './pad-entry.tsx';
import { ReasonField, useUsualReason } from './reason-field.tsx';

/** Another unit price for a line, with a reason. */
export function PriceDialog({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const { money, moneyInput, parseMoney, exponent } = useFormat();
  const { setPrice } = useLineActions();
  const [text, setText] = useState('');
  const [reason, setReason] = useState(useUsualReason('price'));
  const value = text === '' ? undefined : parseMoney(text);
  const ready = value !== undefined && reason.trim() !== '';
  const { busy, submit } = useSubmit(async () => {
    if (ready && (await setPrice(line.id, value, reason))) closeDialog();
  });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('line.priceOf', { name: line.name })}
      size="large"
      actions={
        <DialogButtons
          label={t('line.setPrice')}
          onConfirm={() => void submit()}
          busy={busy}
          disabled={!ready}
        />
      }
    >
      <div className={styles.twoColumns}>
        <div className={styles.stack}>
          <p className={styles.muted}>
            {t('line.shelfPrice', { price: money(line.shelfPriceMinor ?? line.unitPriceMinor) })}
          </p>
          <ReasonField about="price" value={reason} onChange={setReason} />
        </div>
        <PadEntry
          label={t('line.price')}
          text={text}
          onText={setText}
          standing={moneyInput(line.unitPriceMinor)}
          decimals={exponent}
          onEnter={() => void submit()}
        />
      </div>
    </Dialog>
  );
}
