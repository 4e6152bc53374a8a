import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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
  const body = useRef<HTMLElement>(null);
  const tabIndex = useScrollsByKeys(body);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <aside className={styles.panel} aria-label={title} onKeyDown={closeOnEscape}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <section ref={body} className={styles.body} aria-label={title} tabIndex={tabIndex}>
        {children}
      </section>
      {actions ? <footer className={styles.footer}>{actions}</footer> : null}
    </aside>
  );
}

const FOCUSABLE = 'a[href], button:not(:disabled), input, select, textarea, [tabindex="0"]';

/** A long text without anything to press in it is a stop of its own, so that the arrow keys can scroll it. */
function useScrollsByKeys(body: RefObject<HTMLElement | null>): 0 | -1 {
  const [stop, setStop] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const look = () =>
      setStop(element.scrollHeight > element.clientHeight && element.querySelector(FOCUSABLE) === null);
    const sizes = new ResizeObserver(look);
    for (const part of [element, ...element.children]) sizes.observe(part);
    look();
    return () => sizes.disconnect();
  });
  return stop ? 0 : -1;
}
