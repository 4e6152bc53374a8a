import styles from './frames.module.css';

/** The product's mark. */
export function Logo() {
  return (
    <span className={styles.logo} aria-hidden="true">
      T
    </span>
  );
}
