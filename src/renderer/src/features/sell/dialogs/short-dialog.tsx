import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { runApproved } from '../../session/approval.tsx';
import { useCartCache } from '../till/till-cart.ts';
import { closeDialog, type TillDialog } from '../till/till-state.ts';
import { useAttempt } from '../till/use-attempt.ts';
import { CarefulDialog } from './careful-dialog.tsx';
import styles from './dialogs.module.css';

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
    <CarefulDialog
      title={t('short.title', { name: wanted.name })}
      sellKey="sell:short.sell"
      onSell={() => void submit()}
      busy={busy}
    >
      <p>{t('short.onHand', { quantity: quantity(wanted.onHandMilli) })}</p>
      <p className={styles.muted}>{t('short.hint')}</p>
    </CarefulDialog>
  );
}
