import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Dialog } from '../../../ui/index.ts';
import { runApproved } from '../../session/approval.tsx';
import { useCartCache } from '../till/till-cart.ts';
import { closeDialog, type TillDialog } from '../till/till-state.ts';
import { useAttempt } from '../till/use-attempt.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import styles from './dialogs.module.css';
import { useSubmit } from './use-submit.ts';

/** A product that is not sold below zero: left as it is, or sold by who may. */
export function ShortDialog({ wanted }: { wanted: Extract<TillDialog, { kind: 'short' }> }) {
  const { t } = useTranslation('sell');
  const { quantity } = useFormat();
  const cart = useCartCache();
  const attempt = useAttempt();
  const { busy, submit } = useSubmit(async () => {
    const ref = { saleId: cart.read()?.id ?? null, productId: wanted.productId };
    const sale = await attempt(() => runApproved('sale.allowOversell', ref));
    if (sale === null) return;
    cart.show(sale);
    closeDialog();
    await wanted.again();
  });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('short.title', { name: wanted.name })}
      size="small"
      actions={
        <DialogButtons label={t('short.sell')} tone="danger" onConfirm={() => void submit()} busy={busy} />
      }
    >
      <div className={styles.stack}>
        <p>{t('short.onHand', { quantity: quantity(wanted.onHandMilli) })}</p>
        <p className={styles.muted}>{t('short.hint')}</p>
      </div>
    </Dialog>
  );
}
