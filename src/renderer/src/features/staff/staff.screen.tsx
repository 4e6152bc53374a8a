import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall } from '../../client/hooks.ts';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Initials,
  ListWithPanel,
  PageHeader,
  QueryState,
} from '../../ui/index.ts';
import { useMay, useSignedIn } from '../session/session.ts';
import { AddPanel } from './add-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { StaffMember } from './staff-member.ts';

type Open = { kind: 'none' } | { kind: 'add' } | { kind: 'person'; id: string };

/** Everyone who works or worked here; the chosen person is edited beside the list. */
export function StaffScreen() {
  const { t } = useTranslation('staff');
  const format = useFormat();
  const staff = useCall('staff.list', {});
  const mayManage = useMay('staff.manage');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const people = staff.data ?? [];
  const chosen = open.kind === 'person' ? people.find(({ id }) => id === open.id) : undefined;
  const add = (
    <Button variant="primary" icon={Plus} onClick={() => setOpen({ kind: 'add' })}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        count={staff.data ? format.number(people.length) : undefined}
        actions={mayManage ? add : undefined}
      />
      <QueryState
        query={staff}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState icon={UsersRound} title={t('empty')} actions={mayManage ? add : undefined}>
            {t('emptyHint')}
          </EmptyState>
        }
        skeleton={{ rows: 6 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(list) => (
          <ListWithPanel
            panel={
              <>
                {open.kind === 'add' ? (
                  <AddPanel
                    taken={list.map(({ username }) => username)}
                    onClose={() => setOpen({ kind: 'none' })}
                    onAdded={(id) => setOpen({ kind: 'person', id })}
                  />
                ) : null}
                {chosen ? (
                  <PersonPanel
                    key={`${chosen.id} ${chosen.version}`}
                    person={chosen}
                    onClose={() => setOpen({ kind: 'none' })}
                  />
                ) : null}
              </>
            }
          >
            <StaffTable
              people={list}
              activeId={chosen?.id}
              onChoose={(person) => setOpen({ kind: 'person', id: person.id })}
            />
          </ListWithPanel>
        )}
      </QueryState>
    </>
  );
}

interface StaffTableProps {
  people: readonly StaffMember[];
  activeId: string | undefined;
  onChoose: (person: StaffMember) => void;
}

function StaffTable({ people, activeId, onChoose }: StaffTableProps) {
  const { t } = useTranslation('staff');
  const meId = useSignedIn().staff.id;
  const columns: Column<StaffMember>[] = [
    {
      key: 'name',
      header: t('name'),
      width: 'minmax(200px, 2fr)',
      tone: 'strong',
      cell: (person) => (
        <>
          <Initials name={person.name} shape="round" />
          <span>{person.name}</span>
          {person.id === meId ? <Badge>{t('you')}</Badge> : null}
        </>
      ),
    },
    {
      key: 'username',
      header: t('session:username'),
      width: 'minmax(110px, 1fr)',
      tone: 'muted',
      cell: (person) => person.username,
    },
    {
      key: 'role',
      header: t('roleLabel'),
      width: '110px',
      cell: (person) => t(`session:role.${person.role}`),
    },
    {
      key: 'pin',
      header: t('pin'),
      width: '90px',
      tone: 'muted',
      cell: (person) => t(person.hasPin ? 'pinSet' : 'pinNone'),
    },
    {
      key: 'state',
      header: t('state'),
      width: '110px',
      cell: (person) => (
        <Badge tone={person.active ? 'success' : 'neutral'}>{t(person.active ? 'active' : 'disabled')}</Badge>
      ),
    },
  ];
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={people}
      rowId={(person) => person.id}
      activeId={activeId}
      onActivate={onChoose}
    />
  );
}
