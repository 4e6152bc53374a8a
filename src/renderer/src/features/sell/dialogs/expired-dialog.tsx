import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import type { TillDialog } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import { CarefulDialog } from './careful-dialog.tsx';
import styles from './dialogs.module.css';

export interface ExpiredDialogProps {
  wanted: Extract<TillDialog, { kind: 'expired' }>;
  add: ReturnType<typeof useAdd>;
}

/** Goods past their expiry date: left out, or sold by who may. */
export function ExpiredDialog({ wanted, add }: ExpiredDialogProps) {
  const { t } = useTranslation('sell');
  const { longDay: day } = useFormat();
  const { busy, submit } = useSubmit(async () => {
    await add.addExpired(wanted.barcode, wanted.quantityMilli);
  });
  return (
    <CarefulDialog
      title={t('expired.title', { name: wanted.name })}
      sellKey="sell:expired.sell"
      onSell={() => void submit()}
      busy={busy}
    >
      <p>{t('expired.on', { day: day(wanted.expiresOn) })}</p>
      <p className={styles.muted}>{t('expired.hint')}</p>
    </CarefulDialog>
  );
}
