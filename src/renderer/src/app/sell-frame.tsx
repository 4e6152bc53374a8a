import { Link } from '@tanstack/react-router';
import { Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Initials, Kbd } from '../ui/index.ts';
import { ScreenOutlet } from './bare-frame.tsx';
import styles from './frames.module.css';
import { Logo } from './logo.tsx';
import { useShell } from './shell-state.ts';

/** The till: a thin bar on top, the rest is the screen's. */
export function SellFrame() {
  const { t } = useTranslation('common');
  const { registerName, connection } = useShell();
  return (
    <div className={styles.sell} data-frame="sell">
      <header className={styles.topbar}>
        <Link to="/" className={styles.home} aria-label={t('frame.mainMenu')}>
          <Logo />
        </Link>
        <h1 className={styles.place}>{t('frame.sell')}</h1>
        {registerName ? <Badge>{registerName}</Badge> : null}
        {connection ? (
          <Badge tone={connection.tone} icon={connection.offline ? WifiOff : Wifi}>
            {connection.label}
          </Badge>
        ) : null}
        <TopbarEnd />
      </header>
      <main className={styles.sellMain}>
        <ScreenOutlet />
      </main>
    </div>
  );
}

function TopbarEnd() {
  const { t } = useTranslation('common');
  const { heldCartCount, staff, onHeldCarts, onStaffChip } = useShell();
  return (
    <div className={styles.topbarEnd}>
      {heldCartCount > 0 ? (
        <button type="button" className={styles.topbarButton} onClick={() => onHeldCarts?.()}>
          <span className={styles.muted}>{t('frame.heldCarts')}</span>{' '}
          <Badge tone="accent">{heldCartCount}</Badge>
        </button>
      ) : null}
      {heldCartCount > 0 && staff ? <span className={styles.rule} /> : null}
      {staff ? (
        <button
          type="button"
          className={styles.topbarButton}
          aria-keyshortcuts="F11"
          onClick={() => onStaffChip?.()}
        >
          <Initials name={staff.name} shape="round" />{' '}
          <strong className={styles.staffName}>{staff.name}</strong> <Kbd keys="F11" />
        </button>
      ) : null}
    </div>
  );
}
