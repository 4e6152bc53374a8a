import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffMenu } from '../features/session/components/staff-menu.tsx';
import { useBackupPill } from '../features/settings/use-backup-pill.ts';
import { Badge } from '../ui/index.ts';
import { ScreenOutlet } from './bare-frame.tsx';
import styles from './frames.module.css';
import { Logo } from './logo.tsx';
import { type NavEntry, navEntries } from './routes.tsx';
import { allows, useShell } from './shell-state.ts';

const GROUPS = [
  { id: 'top', titleKey: null },
  { id: 'shop', titleKey: 'frame.groupShop' },
  { id: 'know', titleKey: 'frame.groupKnow' },
  { id: 'run', titleKey: 'frame.groupRun' },
] as const;

/** The office: a rail at the left, the screen beside it. */
export function ManageFrame() {
  useBackupPill();
  const permissions = useShell((state) => state.permissions);
  const entries = navEntries((entry) => allows(permissions, entry.permission));
  return (
    <ManageLayout entries={entries}>
      <ScreenOutlet />
    </ManageLayout>
  );
}

/** The frame with whatever entries it is given. */
export function ManageLayout({ entries, children }: { entries: readonly NavEntry[]; children: ReactNode }) {
  return (
    <div className={styles.manage} data-frame="manage">
      <Rail entries={entries} />
      <main className={styles.manageMain}>{children}</main>
    </div>
  );
}

function Rail({ entries }: { entries: readonly NavEntry[] }) {
  const { t } = useTranslation('common');
  const { shopName, registerNote, footer } = useShell();
  const navigate = useNavigate();
  return (
    <nav className={styles.rail} aria-label={t('frame.mainMenu')}>
      <div className={styles.shop}>
        <Logo />
        <span className={styles.shopWords}>
          <strong className={styles.shopName}>{shopName || t('appName')}</strong>
          <span className={styles.shopNote}>{registerNote}</span>
        </span>
      </div>
      <div className={styles.railScroll}>
        {GROUPS.map((group) => (
          <RailGroup
            key={group.id}
            title={group.titleKey ? t(group.titleKey) : null}
            entries={entries.filter((entry) => entry.group === group.id)}
          />
        ))}
      </div>
      {footer ? (
        <div className={styles.railFoot}>
          <Badge tone={footer.tone}>{footer.label}</Badge>
        </div>
      ) : null}
      <StaffMenu onAccount={() => void navigate({ to: '/settings/account' })} />
    </nav>
  );
}

function RailGroup({ title, entries }: { title: string | null; entries: readonly NavEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Fragment>
      {title ? <h2 className={styles.groupTitle}>{title}</h2> : null}
      <ul className={styles.group}>
        {entries.map((entry) => (
          <RailLink key={entry.path} entry={entry} />
        ))}
      </ul>
    </Fragment>
  );
}

function RailLink({ entry }: { entry: NavEntry }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const count = useShell((state) => state.counts[entry.path]);
  const here = [entry.path, ...(entry.alsoFor ?? [])].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  );
  const label = t(entry.labelKey);
  return (
    <li>
      <Link to={entry.path} className={styles.link} aria-current={here ? 'page' : undefined} title={label}>
        <entry.icon size={18} strokeWidth={1.75} aria-hidden className={styles.linkIcon} />
        <span className={styles.linkLabel}>{label}</span>
        {count ? <Badge tone={count.tone}>{count.count}</Badge> : null}
      </Link>
    </li>
  );
}
