import { Button } from '../../../ui/index.ts';
import styles from './filters.module.css';

/** A filter whose choices are too many for a menu: its name, its value in bold, a dialog behind it. */
export function ChoiceChip({ label, value, onOpen }: { label: string; value: string; onOpen: () => void }) {
  return (
    <Button className={styles.chip} aria-haspopup="dialog" onClick={onOpen}>
      {label} <strong className={styles.value}>{value}</strong>
    </Button>
  );
}
