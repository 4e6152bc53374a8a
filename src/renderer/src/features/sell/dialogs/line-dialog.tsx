import { Hash, type LucideIcon, MessageSquareText, Percent, Tag, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { traceFacts } from '../../../app/trace-facts.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { closeDialog, openDialog, type SaleLine } from '../till/till-state.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import styles from './dialogs.module.css';

const ACTS: readonly { kind: 'quantity' | 'price' | 'lineDiscount' | 'note'; icon: LucideIcon }[] = [
  { kind: 'quantity', icon: Hash },
  { kind: 'price', icon: Tag },
  { kind: 'lineDiscount', icon: Percent },
  { kind: 'note', icon: MessageSquareText },
];

/** What can be done to one line. */
export function LineDialog({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { money, quantity } = format;
  const facts = traceFacts(t, format, line.trace);
  const lines = useLineActions();
  const remove = () => {
    closeDialog();
    void lines.remove(line.id);
  };
  useCommands(
    [
      {
        id: 'sell.removeLine',
        labelKey: 'sell:commands.remove',
        icon: Trash2,
        shortcut: 'F7',
        perform: remove,
      },
    ],
    { modal: true },
  );
  return (
    <Dialog opened onClose={closeDialog} title={line.name} size="small">
      <div className={styles.stack}>
        <p className={`${styles.muted} tabular`}>
          {quantity(line.quantityMilli)} × {money(line.unitPriceMinor)} = {money(line.payableMinor)}
        </p>
        {facts.map((fact) => (
          <p key={fact} className={`${styles.muted} tabular`}>
            {fact}
          </p>
        ))}
        <div className={styles.lineActions}>
          {ACTS.map(({ kind, icon }, index) => (
            <Button
              key={kind}
              size="touch"
              icon={icon}
              data-autofocus={index === 0 || undefined}
              onClick={() => openDialog({ kind, lineId: line.id })}
            >
              {t(`line.act.${kind}`)}
            </Button>
          ))}
          <Button size="touch" icon={Trash2} shortcut="F7" onClick={remove}>
            {t('line.act.remove')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
