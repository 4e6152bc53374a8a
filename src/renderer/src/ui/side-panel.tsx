import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import styles from './side-panel.module.css';

export interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, in sight however long the panel is. */
  actions?: ReactNode;
}

/** Detail beside a list: the list stays in place and usable. Esc inside closes it. */
export function SidePanel({ title, onClose, children, actions }: SidePanelProps) {
  const { t } = useTranslation('common');
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <aside className={styles.panel} aria-label={title} onKeyDown={closeOnEscape}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <section className={styles.body} aria-label={title} tabIndex={-1}>
        {children}
      </section>
      {actions ? <footer className={styles.footer}>{actions}</footer> : null}
    </aside>
  );
}
