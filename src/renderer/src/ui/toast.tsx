import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { dismissNotice, type Notice, noticeDurationMs, useNotices } from './notify.ts';
import styles from './toast.module.css';

const ICONS = { neutral: null, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const;

/** Where notices appear; mounted once by the app. Hovering or focusing holds them. */
export function Toaster() {
  const notices = useNotices((state) => state.notices);
  return (
    <div className={styles.stack} role="status" aria-live="polite">
      {notices.map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Toast({ notice }: { notice: Notice }) {
  const { t } = useTranslation('common');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissNotice(notice.id), noticeDurationMs(notice));
    return () => clearTimeout(timer);
  }, [held, notice]);
  const tone = notice.tone ?? 'neutral';
  const Icon = ICONS[tone];
  const act = (perform: () => void) => () => {
    dismissNotice(notice.id);
    perform();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds the timer, nothing is operated
    <div
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {Icon ? <Icon size={18} aria-hidden className={classNames(styles.icon, styles[tone])} /> : null}
      <span className={styles.message}>{notice.message}</span>
      {notice.undo ? (
        <button type="button" className={styles.action} onClick={act(notice.undo)}>
          {t('undo')}
        </button>
      ) : null}
      {notice.action ? (
        <button type="button" className={styles.action} onClick={act(notice.action.perform)}>
          {notice.action.label}
        </button>
      ) : null}
      <IconButton
        icon={X}
        label={t('dismiss')}
        className={styles.close}
        onClick={() => dismissNotice(notice.id)}
      />
    </div>
  );
}
