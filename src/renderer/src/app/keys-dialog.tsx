import { useTranslation } from 'react-i18next';
import { Dialog, Kbd } from '../ui/index.ts';
import { type Command, isAvailable, keyCap } from './commands.ts';
import styles from './dialogs.module.css';

/** Every key in force when it was opened. */
export function KeysDialog({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const { t } = useTranslation();
  const atTill = document.querySelector('[data-frame="sell"]') !== null;
  const withKeys = commands.filter((command) => command.shortcut);
  return (
    <Dialog opened onClose={onClose} title={t('common:commands.keysTitle')}>
      <p className={styles.hint}>
        {t(atTill ? 'common:commands.keysHintTill' : 'common:commands.keysHintLists')}
      </p>
      <ul className={styles.keys}>
        {withKeys.map((command) => (
          <li
            key={command.id}
            className={styles.keyRow}
            data-unavailable={!isAvailable(command) || undefined}
          >
            {command.icon ? <command.icon size={16} strokeWidth={1.75} aria-hidden /> : <span />}
            <span>{t(command.labelKey)}</span>
            <span className="visuallyHidden">{keyCap(command)}</span>
            <Kbd keys={keyCap(command) ?? ''} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
