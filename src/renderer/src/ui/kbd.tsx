import styles from './kbd.module.css';

/** One printed key cap, e.g. F12 or Ctrl N. */
export function Kbd({ keys }: { keys: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key cap takes no focus; aria-keyshortcuts says the key
    <kbd className={styles.kbd} aria-hidden="true">
      {keys}
    </kbd>
  );
}
