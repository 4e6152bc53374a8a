import styles from './spinner.module.css';

/** A small turning ring; decoration only, the busy state is announced by its owner. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
