import { useTranslation } from 'react-i18next';
import { hueOf, initialsOf } from '../../../ui/hue.ts';
import type { Person } from './people-sign-in.tsx';
import styles from './session.module.css';

interface PersonTileProps {
  person: Person;
  chosen: boolean;
  /** Shown in the demo shop only. */
  demoPin?: string | undefined;
  onChoose: () => void;
}

export function PersonTile({ person, chosen, demoPin, onChoose }: PersonTileProps) {
  const { t } = useTranslation('session');
  const hue = hueOf(person.name);
  return (
    <button type="button" className={styles.person} aria-pressed={chosen} onClick={onChoose}>
      <span
        aria-hidden="true"
        className={styles.face}
        style={chosen ? {} : { background: `var(--hue-${hue})`, color: `var(--hue-${hue}-ink)` }}
      >
        {initialsOf(person.name)}
      </span>
      <span className={styles.personWords}>
        <span className={styles.personName}>{person.name}</span>
        <span className={styles.personNote}>{t(`role.${person.role}`)}</span>
        {demoPin ? (
          <span className={`${styles.personNote} tabular`}>{t('demoPin', { pin: demoPin })}</span>
        ) : null}
      </span>
    </button>
  );
}
