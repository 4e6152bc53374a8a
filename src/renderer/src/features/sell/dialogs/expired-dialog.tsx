import { ShoppingBasket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, keyCap, useCommands } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { closeDialog, type TillDialog } from '../till/till-state.ts';
import type { useAdd } from '../till/use-add.ts';
import styles from './dialogs.module.css';
import { useSubmit } from './use-submit.ts';

export interface ExpiredDialogProps {
  wanted: Extract<TillDialog, { kind: 'expired' }>;
  add: ReturnType<typeof useAdd>;
}

/** Goods past their expiry date: left out, or sold by who may. Enter does the careful thing. */
export function ExpiredDialog({ wanted, add }: ExpiredDialogProps) {
  const { t } = useTranslation('sell');
  const { longDay: day } = useFormat();
  const { busy, submit } = useSubmit(async () => {
    await add.addExpired(wanted.barcode, wanted.quantityMilli);
  });
  const sell: Command = {
    id: 'sell.expired',
    labelKey: 'sell:expired.sell',
    icon: ShoppingBasket,
    shortcut: 'F12',
    perform: () => void submit(),
  };
  useCommands([sell], { modal: true });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('expired.title', { name: wanted.name })}
      size="small"
      actions={
        <>
          <Button size="touch" shortcut="Esc" data-autofocus onClick={closeDialog}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" variant="danger" loading={busy} shortcut={keyCap(sell)} onClick={sell.perform}>
            {t('expired.sell')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{t('expired.on', { day: day(wanted.expiresOn) })}</p>
        <p className={styles.muted}>{t('expired.hint')}</p>
      </div>
    </Dialog>
  );
}
