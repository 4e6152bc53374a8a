import { useQueryClient } from '@tanstack/react-query';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useCall } from '../../client/hooks.ts';
import { QueryState } from '../../ui/index.ts';
import { GatePage } from '../session/components/gate-page.tsx';
import { GoTo } from '../session/components/go-to.tsx';
import { refreshSession } from '../session/lock.ts';
import { KeepCode } from './keep-code.tsx';
import { Welcome } from './welcome.tsx';
import { Wizard } from './wizard.tsx';

interface Made {
  shopName: string;
  recoveryCode: string;
}

/** The first start: a shop of one's own in four short steps, or a look around. */
export function SetupScreen() {
  const { t } = useTranslation('setup');
  const cache = useQueryClient();
  const status = useCall('setup.status', {});
  const countries = useCall('setup.listCountries', {});
  const [started, setStarted] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  if (!made && status.data?.state === 'ready') return <GoTo path="/" />;
  const codeNeeded = status.data?.codeNeeded ?? false;
  return (
    <GatePage brand={made?.shopName ?? t('common:appName')} fromTop={started && !made}>
      {made ? (
        <KeepCode {...made} onKept={() => refreshSession(cache)} />
      ) : started ? (
        <QueryState
          query={countries}
          skeleton={{ rows: 6 }}
          describeError={(error) => errorMessage(t, error)}
        >
          {(list) => (
            <Wizard
              countries={list}
              codeNeeded={codeNeeded}
              onMade={setMade}
              onLeave={() => setStarted(false)}
            />
          )}
        </QueryState>
      ) : (
        <Welcome
          codeNeeded={codeNeeded}
          onStart={() => setStarted(true)}
          onDemo={() => refreshSession(cache)}
        />
      )}
    </GatePage>
  );
}
