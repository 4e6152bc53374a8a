import { ChevronsUpDown, Lock, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Initials, Menu } from '../../../ui/index.ts';
import { useLock } from '../lock.ts';
import { useSession } from '../session.ts';
import styles from './staff-menu.module.css';

/** Who is signed in, with what is theirs: their account, and handing the screen to the next person. */
export function StaffMenu({ onAccount }: { onAccount: () => void }) {
  const { t } = useTranslation('session');
  const staff = useSession((state) => state.session?.staff);
  const lock = useLock();
  if (!staff) return null;
  return (
    <Menu
      trigger={
        <button type="button" className={styles.chip}>
          <Initials name={staff.name} shape="round" />
          <span className={styles.words}>
            <span className={styles.name}>{staff.name}</span>
            <span className={styles.role}>{t(`role.${staff.role}`)}</span>
          </span>
          <ChevronsUpDown size={16} strokeWidth={1.75} aria-hidden className={styles.arrows} />
        </button>
      }
      items={[
        { id: 'account', label: t('account'), icon: UserRound, onSelect: onAccount },
        { id: 'lock', label: t('lock'), icon: Lock, shortcut: 'F11', onSelect: () => void lock() },
      ]}
    />
  );
}
