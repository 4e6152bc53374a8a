import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, commandsInForce, isAvailable, keyCap } from '../../../app/commands.ts';
import { Button } from '../../../ui/index.ts';
import styles from '../sell.module.css';

/** The till's rarer acts, each with its key printed on it. */
export function BottomBar({ commands }: { commands: readonly Command[] }) {
  const { t } = useTranslation();
  const showKeys = () =>
    commandsInForce()
      .find(({ id }) => id === 'shell.keys')
      ?.perform();
  return (
    <div className={styles.foot}>
      {commands.map((command) => (
        <CommandButton key={command.id} command={command} />
      ))}
      <span className={styles.spring} />
      <Button size="touch" icon={Keyboard} shortcut="F1" className={styles.keysButton} onClick={showKeys}>
        {t('common:commands.keys')}
      </Button>
    </div>
  );
}

export function CommandButton({ command }: { command: Command }) {
  const { t } = useTranslation();
  return (
    <Button
      size="touch"
      icon={command.icon}
      shortcut={keyCap(command)}
      disabled={!isAvailable(command)}
      onClick={command.perform}
    >
      {t(command.labelKey)}
    </Button>
  );
}
