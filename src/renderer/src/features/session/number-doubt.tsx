import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useCall } from '../../client/hooks.ts';
import { Button, Dialog, notify } from '../../ui/index.ts';
import { useApproved } from './approval.tsx';
import { useMay, useSession } from './session.ts';

type Doubt = NonNullable<CallOutput<'register.getDoubt'>['doubt']>;
type Answer = CallInput<'register.settleDoubt'>['answer'];

const BACKUPS = '/settings/backups';

/** Asks whoever is signed in, until it is answered: may the tills go on with their numbers? */
export function NumberDoubt() {
  const signedIn = useSession(({ session }) => session !== null);
  const { data, refetch } = useCall('register.getDoubt', {}, { enabled: signedIn });
  const { pathname } = useLocation();
  if (!signedIn || !data?.doubt || pathname === BACKUPS) return null;
  return <Question doubt={data.doubt} onAnswered={() => void refetch()} />;
}

function Question({ doubt, onAnswered }: { doubt: Doubt; onAnswered: () => void }) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const maySeeBackups = useMay('backup.manage');
  const settle = useApproved('register.settleDoubt');
  const copied = doubt.kind === 'copied';
  const give = async (answer: Answer) => {
    try {
      const settled = await settle({ answer });
      if (settled === null) return;
      const prefixes = settled.registers.map(({ newPrefix }) => newPrefix).join(', ');
      if (prefixes) notify({ message: t('doubt.done', { prefixes }) });
      onAnswered();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (
    <Dialog
      opened
      dismissible={false}
      onClose={() => undefined}
      title={copied ? t('doubt.copiedTitle') : t('doubt.missingTitle')}
      actions={
        <>
          {copied ? (
            <Button size="touch" onClick={() => void give('sameNumbers')}>
              {t('doubt.sameNumbers')}
            </Button>
          ) : null}
          {!copied && maySeeBackups ? (
            <Button size="touch" onClick={() => void navigate({ to: BACKUPS })}>
              {t('doubt.restore')}
            </Button>
          ) : null}
          <Button size="touch" variant="primary" data-autofocus onClick={() => void give('newNumbers')}>
            {t('doubt.newNumbers')}
          </Button>
        </>
      }
    >
      {copied ? (
        <>
          <p>{t('doubt.copied')}</p>
          <p>{t('doubt.copiedHint')}</p>
        </>
      ) : (
        <>
          <p>{t('doubt.missing', { count: doubt.missing })}</p>
          <p>{t('doubt.missingHint')}</p>
        </>
      )}
    </Dialog>
  );
}
