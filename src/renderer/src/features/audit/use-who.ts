import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/hooks.ts';
import type { AuditEntry } from './use-audit-log.ts';

/** Who did it. Somebody who signs in is nobody yet: the entry only says whom it is about. */
export function useWho(): (entry: AuditEntry) => string {
  const { t } = useTranslation('audit');
  const staff = useCall('staff.list', {});
  const names = useMemo(() => new Map(staff.data?.map(({ id, name }) => [id, name])), [staff.data]);
  return useCallback(
    (entry) => {
      const signedIn = entry.action === 'session.signedIn' ? names.get(entry.subjectId) : undefined;
      return entry.staffName ?? signedIn ?? t('nobody');
    },
    [names, t],
  );
}
