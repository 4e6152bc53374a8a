import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, keyCap, useCommands } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import type { SaleView } from '../till/till-state.ts';
import { useCartActions } from '../till/use-cart-actions.ts';
import styles from './dialogs.module.css';

/** Is the customer old enough? Asked at the first such line, and answered before anything else goes on. A key pressed
 *  once too often, or a scanner's Enter, must not answer yes: the careful button has the focus. */
export function AgeDialog({ check }: { check: NonNullable<SaleView['ageCheck']> }) {
  const { t } = useTranslation('sell');
  const { longDay } = useFormat();
  const { answerAge } = useCartActions();
  const { busy, submit } = useSubmit((oldEnough: boolean) => answerAge(check.years, oldEnough));
  const yes: Command = {
    id: 'sell.ageYes',
    labelKey: 'sell:age.yes',
    icon: Check,
    shortcut: '$mod+Enter',
    perform: () => void submit(true),
  };
  useCommands([yes], { modal: true });
  return (
    <Dialog
      opened
      dismissible={false}
      onClose={() => undefined}
      title={t('age.title', { years: check.years })}
      size="small"
      actions={
        <>
          <Button size="touch" disabled={busy} data-autofocus onClick={() => void submit(false)}>
            {t('age.no')}
          </Button>
          <Button size="touch" variant="primary" loading={busy} shortcut={keyCap(yes)} onClick={yes.perform}>
            {t('age.yes')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{check.lines.map(({ name }) => name).join(', ')}</p>
        <p>
          {t('age.born')}
          <strong className={styles.birthDate}>{longDay(check.bornOnOrBefore)}</strong>
        </p>
      </div>
    </Dialog>
  );
}
