import { X } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './side-panel.module.css';

export interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, in sight however long the panel is. */
  actions?: ReactNode;
  /** For a form of two columns. */
  wide?: boolean;
}

/** Detail beside a list: the list stays in place and usable. Esc inside closes it. */
export function SidePanel({ title, onClose, children, actions, wide = false }: SidePanelProps) {
  const { t } = useTranslation('common');
  const panel = useRef<HTMLElement>(null);
  const body = useRef<HTMLElement>(null);
  const tabIndex = useScrollsByKeys(body);
  useFocusToList(panel);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && !event.defaultPrevented && !isForAnother(event)) onClose();
  };
  return (
    <aside
      ref={panel}
      className={classNames(styles.panel, wide && styles.wide)}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
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

/** Esc meant for a list that is open over the panel or from one of its fields. */
function isForAnother({ target, currentTarget }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  return target.getAttribute('aria-expanded') === 'true';
}

/** A panel that goes away with the focus in it gives the focus to the list beside it. */
function useFocusToList(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const beside = panel.current?.parentElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        beside?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
      });
    };
  }, [panel]);
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
