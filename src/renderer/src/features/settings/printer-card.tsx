import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { command } from '../../client/client.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import { Badge, Button, Card, IconButton, notify, QueryState, type Tone } from '../../ui/index.ts';
import styles from './settings.module.css';

type Job = CallOutput<'printer.listJobs'>[number];

const JOB_TONES: Readonly<Record<Job['state'], Tone>> = {
  queued: 'neutral',
  printing: 'accent',
  printed: 'success',
  failed: 'danger',
  uncertain: 'warning',
  cancelled: 'neutral',
};
const OPEN_STATES: readonly Job['state'][] = ['failed', 'uncertain'];

/** This till's printer: whether it answers, a test page, and what waits to be printed. */
export function PrinterCard({ registerName }: { registerName: string }) {
  const { t } = useTranslation('settings');
  const status = useCall('printer.getStatus', {});
  const jobs = useCall('printer.listJobs', {});
  const test = useCommand('printer.printTest');
  const printTest = async () => {
    try {
      await test.mutateAsync({});
      notify({ message: t('printer.testQueued'), tone: 'success' });
      await jobs.refetch();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (
    <Card title={t('printer.of', { register: registerName })} note={<StatusBadge status={status.data} />}>
      <div className={styles.form}>
        <div className={styles.row}>
          <Button
            loading={test.isPending}
            disabled={!status.data?.configured}
            onClick={() => void printTest()}
          >
            {t('printer.test')}
          </Button>
          <IconButton icon={RefreshCw} label={t('printer.refresh')} onClick={() => void status.refetch()} />
          <span className={styles.small}>
            {status.data && !status.data.configured
              ? t('printer.notConfigured')
              : status.data?.errorCode
                ? t([`errors:${status.data.errorCode}`, 'errors:internal'])
                : ''}
          </span>
        </div>
        <QueryState
          query={jobs}
          isEmpty={(list) => list.length === 0}
          empty={<p className={styles.small}>{t('printer.noJobs')}</p>}
          skeleton={{ rows: 2 }}
          describeError={(error) => errorMessage(t, error)}
        >
          {(list) => (
            <ul className={styles.list} aria-label={t('printer.jobs')}>
              {list.map((job) => (
                <JobItem key={job.id} job={job} />
              ))}
            </ul>
          )}
        </QueryState>
      </div>
    </Card>
  );
}

function StatusBadge({ status }: { status: CallOutput<'printer.getStatus'> | undefined }) {
  const { t } = useTranslation('settings');
  if (!status) return null;
  if (!status.configured) return <Badge>{t('tills.noPrinter')}</Badge>;
  return (
    <Badge tone={status.ready ? 'success' : 'danger'}>
      {t(status.ready ? 'printer.ready' : 'printer.notReady')}
    </Badge>
  );
}

function JobItem({ job }: { job: Job }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const act = (name: 'printer.retryJob' | 'printer.cancelJob') => async () => {
    try {
      await command(name, { id: job.id });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  const waiting = OPEN_STATES.includes(job.state);
  return (
    <li className={styles.item}>
      <span className={styles.itemWords}>
        <span className={styles.itemName}>{job.documentNumber ?? t('printer.testPage')}</span>
        <span className={`${styles.small} tabular`}>
          {format.dateTime(job.createdAtMs)}
          {job.errorCode && waiting ? ` · ${t([`errors:${job.errorCode}`, 'errors:internal'])}` : ''}
        </span>
      </span>
      <Badge tone={JOB_TONES[job.state]}>{t(`printer.states.${job.state}`)}</Badge>
      {waiting ? <Button onClick={() => void act('printer.retryJob')()}>{t('printer.retry')}</Button> : null}
      {waiting || job.state === 'queued' ? (
        <Button variant="quiet" onClick={() => void act('printer.cancelJob')()}>
          {t('common:cancel')}
        </Button>
      ) : null}
    </li>
  );
}
