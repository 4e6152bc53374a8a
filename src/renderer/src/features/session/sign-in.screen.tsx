import { useQueryClient } from '@tanstack/react-query';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/hooks.ts';
import { GatePage } from './components/gate-page.tsx';
import { GoTo } from './components/go-to.tsx';
import { PasswordSignIn } from './components/password-sign-in.tsx';
import { PeopleSignIn } from './components/people-sign-in.tsx';
import { RecoverCard } from './components/recover-card.tsx';
import { ThisDeviceCard } from './components/this-device-card.tsx';
import { refreshSession } from './lock.ts';
import { placeAfterSignIn, useSession } from './session.ts';

type View = 'usual' | 'password' | 'recover';

/** Who is at the till: by PIN where the device knows its people, else by password; then, once, which till this is. */
export function SignInScreen() {
  const { t } = useTranslation('session');
  const cache = useQueryClient();
  const status = useCall('setup.status', {});
  const { session, deviceEnrolled, returnPlace } = useSession();
  const [view, setView] = useState<View>('usual');
  const [deviceSkipped, setDeviceSkipped] = useState(false);
  const people = useCall('session.listPeople', {}, { enabled: deviceEnrolled && !session });
  const noPins = !deviceEnrolled || people.data?.some(({ hasPin }) => hasPin) === false;
  const signedIn = () => refreshSession(cache);
  if (session && (session.device || deviceSkipped))
    return <GoTo path={placeAfterSignIn(returnPlace, session.staff.id)} />;
  const demoPeople = status.data?.demoPeople ?? [];
  const shown = session ? 'device' : view === 'usual' && noPins ? 'password' : view;
  return (
    <GatePage brand={status.data?.shopName ?? t('common:appName')}>
      {shown === 'device' ? <ThisDeviceCard onSkip={() => setDeviceSkipped(true)} /> : null}
      {shown === 'usual' ? (
        <PeopleSignIn demoPeople={demoPeople} onSignedIn={signedIn} onPassword={() => setView('password')} />
      ) : null}
      {shown === 'password' ? (
        <PasswordSignIn
          demoPeople={demoPeople}
          onSignedIn={signedIn}
          onForgotten={() => setView('recover')}
          onPin={noPins ? null : () => setView('usual')}
        />
      ) : null}
      {shown === 'recover' ? <RecoverCard onDone={() => setView('password')} /> : null}
    </GatePage>
  );
}
