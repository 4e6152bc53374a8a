import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, QueryState } from '../../../ui/index.ts';
import { useSession } from '../session.ts';
import { GateCard } from './gate-page.tsx';
import { PersonTile } from './person-tile.tsx';
import { PinEntry } from './pin-entry.tsx';
import styles from './session.module.css';

export type Person = CallOutput<'session.listPeople'>[number];
export type DemoPerson = CallOutput<'setup.status'>['demoPeople'][number];

interface PeopleSignInProps {
  demoPeople: readonly DemoPerson[];
  onSignedIn: () => Promise<void>;
  onPassword: () => void;
}

/** The people of this shop as tiles, and the number pad beside them: whoever was here last is chosen already. */
export function PeopleSignIn({ demoPeople, onSignedIn, onPassword }: PeopleSignInProps) {
  const { t } = useTranslation('session');
  const people = useCall('session.listPeople', {});
  const lastStaffId = useSession((state) => state.lastStaffId);
  const [chosen, setChosen] = useState<{ id: string; turn: number } | null>(null);
  return (
    <GateCard wide title={t('whoIsThis')} lead={t('whoIsThisHint')}>
      <QueryState
        query={people}
        isEmpty={(list) => list.length === 0}
        empty={
          <Button size="touch" variant="primary" onClick={onPassword}>
            {t('usePassword')}
          </Button>
        }
        skeleton={{ rows: 4 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(list) => {
          const sorted = lastFirst(list, lastStaffId);
          const person = sorted.find(({ id }) => id === chosen?.id) ?? sorted[0];
          return (
            <div className={styles.columns}>
              <fieldset className={styles.people} aria-label={t('people')}>
                {sorted.map((one) => (
                  <PersonTile
                    key={one.id}
                    person={one}
                    chosen={one.id === person?.id}
                    demoPin={demoPeople.find(({ name }) => name === one.name)?.pin}
                    onChoose={() => setChosen({ id: one.id, turn: (chosen?.turn ?? 0) + 1 })}
                  />
                ))}
              </fieldset>
              {person?.hasPin ? (
                <PinEntry
                  key={`${person.id} ${chosen?.turn ?? 0}`}
                  person={person}
                  onSignedIn={onSignedIn}
                  onPassword={onPassword}
                />
              ) : null}
              {person && !person.hasPin ? (
                <div className={styles.pin}>
                  <p className={styles.dots}>{t('pinMissing', { name: person.name })}</p>
                  <Button size="touch" variant="primary" fullWidth onClick={onPassword}>
                    {t('usePassword')}
                  </Button>
                </div>
              ) : null}
            </div>
          );
        }}
      </QueryState>
      {demoPeople.length > 0 ? <p className={styles.demo}>{t('demoHint')}</p> : null}
    </GateCard>
  );
}

/** Whoever was here last comes first, those without a PIN last; else as the engine orders them. */
export function lastFirst(people: readonly Person[], lastStaffId: string | null): Person[] {
  const rank = (person: Person) => (person.id === lastStaffId ? 0 : person.hasPin ? 1 : 2);
  return [...people].sort((one, other) => rank(one) - rank(other));
}
