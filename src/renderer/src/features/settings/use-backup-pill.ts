import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { nowMs } from '../../app/now.ts';
import { setShell } from '../../app/shell-state.ts';
import { useCall } from '../../client/hooks.ts';

const HOUR_MS = 3_600_000;
const LOOK_AGAIN_MS = 10 * 60_000;

/** At the foot of the rail: when a backup was last proven to open. */
export function useBackupPill(): void {
  const { t } = useTranslation('backup');
  const { locale } = useFormat();
  const { data, refetch } = useCall('backup.status', {});
  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  useEffect(() => {
    if (!data) return setShell({ footer: null });
    const { provenAtMs, stale, errorCode } = data;
    if (errorCode !== null) return setShell({ footer: { tone: 'warning', label: t('failed') } });
    if (provenAtMs === null) return setShell({ footer: { tone: 'warning', label: t('neverProven') } });
    const label = t('proven', { ago: agoText(locale, nowMs() - provenAtMs) });
    setShell({ footer: { tone: stale ? 'warning' : 'success', label } });
  }, [data, locale, t]);
}

function agoText(locale: string, sinceMs: number): string {
  const hours = Math.max(0, Math.floor(sinceMs / HOUR_MS));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (hours < 1) return words.format(-Math.max(0, Math.floor(sinceMs / 60_000)), 'minute');
  return hours < 48 ? words.format(-hours, 'hour') : words.format(-Math.floor(hours / 24), 'day');
}
