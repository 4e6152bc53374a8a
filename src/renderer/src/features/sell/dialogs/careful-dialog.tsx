import { ShoppingBasket } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../../../../shared/messages/index.ts';
import { type Command, keyCap, useCommands } from '../../../app/commands.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { closeDialog } from '../till/till-state.ts';
import styles from './dialogs.module.css';

export interface CarefulDialogProps {
  title: string;
  /** what the button that sells all the same says */
  sellKey: MessageKey;
  onSell: () => void;
  busy: boolean;
  children: ReactNode;
}

/** Goods that should stay where they are: left, or sold by who may. A key pressed once too often, or a scanner's Enter,
 *  does the careful thing. */
export function CarefulDialog({ title, sellKey, onSell, busy, children }: CarefulDialogProps) {
  const { t } = useTranslation();
  const sell: Command = {
    id: 'sell.anyway',
    labelKey: sellKey,
    icon: ShoppingBasket,
    shortcut: '$mod+Enter',
    perform: onSell,
  };
  useCommands([sell], { modal: true });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={title}
      size="small"
      actions={
        <>
          <Button size="touch" shortcut="Esc" data-autofocus onClick={closeDialog}>
            {t('common:cancel')}
          </Button>
          <Button size="touch" variant="danger" loading={busy} shortcut={keyCap(sell)} onClick={onSell}>
            {t(sellKey)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>{children}</div>
    </Dialog>
  );
}
