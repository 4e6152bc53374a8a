import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useUrlFilters } from '../../app/url-filters.ts';
import { useCall } from '../../client/hooks.ts';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChip,
  ListWithPanel,
  PageHeader,
  QueryState,
} from '../../ui/index.ts';
import { AuditDetail } from './audit-detail.tsx';
import { useActionText } from './use-action-text.ts';
import { type AuditEntry, useAuditLog } from './use-audit-log.ts';
import { useWho } from './use-who.ts';

const GROUPS = [
  'session',
  'sale',
  'order',
  'receipt',
  'drawer',
  'product',
  'category',
  'stock',
  'customer',
  'import',
  'staff',
  'shop',
  'tax',
  'register',
  'device',
  'backup',
  'journal',
  'print',
] as const;
const NO_FILTERS = { about: '', staff: '', subject: '' };

/** Who did what, when, and with whose approval. */
export function AuditScreen() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const [filters, setFilters] = useUrlFilters(NO_FILTERS);
  const log = useAuditLog({
    action: filters.about === '' ? '' : `${filters.about}.`,
    staffId: filters.staff || null,
    subjectId: filters.subject,
  });
  const staff = useCall('staff.list', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = log.state.data?.find(({ id }) => id === chosenId);
  return (
    <>
      <PageHeader title={t('title')} count={log.total === undefined ? undefined : format.number(log.total)} />
      <FilterBar label={t('filters')} note={t('newestFirst')}>
        <FilterChip
          label={t('about')}
          value={filters.about}
          options={[
            { value: '', label: t('common:all') },
            ...GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) })),
          ]}
          onChange={(about) => setFilters({ about })}
        />
        <FilterChip
          label={t('who')}
          value={filters.staff}
          options={[
            { value: '', label: t('common:all') },
            ...(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(person) => setFilters({ staff: person })}
        />
        {filters.subject === '' ? null : (
          <FilterChip
            label={t('subject')}
            value={filters.subject}
            options={[
              { value: filters.subject, label: t('thisOne') },
              { value: '', label: t('common:all') },
            ]}
            onChange={(subject) => setFilters({ subject })}
          />
        )}
      </FilterBar>
      <QueryState
        query={log.state}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <EmptyState icon={ScrollText} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        }
        skeleton={{ rows: 12 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(rows) => (
          <ListWithPanel
            panel={
              chosen ? (
                <AuditDetail
                  entry={chosen}
                  onClose={() => setChosenId(null)}
                  onSubject={filters.subject === '' ? () => setFilters({ subject: chosen.subjectId }) : null}
                />
              ) : null
            }
          >
            <AuditTable
              rows={rows}
              total={log.total}
              activeId={chosen?.id}
              room={chosen === undefined}
              onChoose={(entry) => setChosenId(entry.id)}
              onNearEnd={log.loadMore}
            />
          </ListWithPanel>
        )}
      </QueryState>
    </>
  );
}

interface AuditTableProps {
  rows: readonly AuditEntry[];
  total: number | undefined;
  activeId: string | undefined;
  /** Whether there is place for the reason, which the panel tells, too. */
  room: boolean;
  onChoose: (entry: AuditEntry) => void;
  onNearEnd: () => void;
}

function AuditTable({ rows, total, activeId, room, onChoose, onNearEnd }: AuditTableProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const actionText = useActionText();
  const who = useWho();
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      header: t('when'),
      width: '170px',
      tone: 'muted',
      cell: (entry) => format.dateTime(entry.atMs),
    },
    {
      key: 'action',
      header: t('what'),
      width: 'minmax(180px, 2fr)',
      tone: 'strong',
      cell: (entry) => actionText(entry.action),
    },
    {
      key: 'who',
      header: t('who'),
      width: 'minmax(120px, 1fr)',
      cell: (entry) => (
        <>
          <span>{who(entry)}</span>
          {entry.approverName ? (
            <Badge tone="accent">{t('approvedBy', { name: entry.approverName })}</Badge>
          ) : null}
        </>
      ),
    },
    {
      key: 'where',
      header: t('where'),
      width: 'minmax(90px, 1fr)',
      tone: 'muted',
      cell: (entry) => entry.registerName ?? entry.deviceName ?? '',
    },
  ];
  const reason: Column<AuditEntry> = {
    key: 'reason',
    header: t('reason'),
    width: 'minmax(90px, 1fr)',
    tone: 'muted',
    cell: (entry) => entry.reason,
  };
  return (
    <DataTable
      label={t('title')}
      columns={room ? [...columns, reason] : columns}
      rows={rows}
      totalCount={total}
      rowId={(entry) => entry.id}
      activeId={activeId}
      onActivate={onChoose}
      onNearEnd={onNearEnd}
    />
  );
}
