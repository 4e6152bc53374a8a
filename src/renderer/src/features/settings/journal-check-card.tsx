import { useNavigate } from '@tanstack/react-router';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCommand } from '../../client/hooks.ts';
import { Badge, Button, Card, notify, ProgressPanel } from '../../ui/index.ts';
import styles from './settings.module.css';

type Check = CallOutput<'journal.startCheck'>;
type Verdict = Check['registers'][number];
type Fault = NonNullable<Verdict['fault']>;

/** Recomputes everything when asked; says what was found until the program ends. */
export function JournalCheckCard({ check }: { check: Check }) {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const start = useCommand('journal.startCheck');
  const stop = useCommand('journal.stopCheck');
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  const isRunning = check.state === 'running';
  return (
    <Card
      title={t('checkTitle')}
      note={
        isRunning ? undefined : (
          <Button
            variant="primary"
            icon={ShieldCheck}
            loading={start.isPending}
            onClick={() => void attempt(() => start.mutateAsync({}))}
          >
            {t(check.state === 'none' ? 'checkNow' : 'checkAgain')}
          </Button>
        )
      }
    >
      <p className={styles.small}>{t('checkHint')}</p>
      {isRunning ? (
        <ProgressPanel
          title={t('checking')}
          fraction={check.total === 0 ? undefined : check.done / check.total}
          detail={
            check.total === 0
              ? undefined
              : t('progress', { done: format.number(check.done), total: format.number(check.total) })
          }
          timeLeft={check.msLeft === null ? undefined : format.duration(check.msLeft)}
          onCancel={() => void attempt(() => stop.mutateAsync({}))}
        />
      ) : null}
      {check.state === 'stopped' || check.state === 'failed' ? <p role="status">{t(check.state)}</p> : null}
      {check.state === 'done' ? <Result check={check} /> : null}
    </Card>
  );
}

function Result({ check }: { check: Check }) {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const verdicts = check.registers.filter(({ documents, fault }) => documents > 0 || fault !== null);
  return (
    <div role="status">
      <p className={styles.row}>
        {check.ok ? <Badge tone="success">{t('allHolds')}</Badge> : null}
        {check.finishedAtMs === null ? null : (
          <span className={styles.small}>{t('checkedAt', { at: format.dateTime(check.finishedAtMs) })}</span>
        )}
      </p>
      <ul className={styles.list}>
        {verdicts.map((verdict) => (
          <VerdictItem key={verdict.registerId} verdict={verdict} />
        ))}
      </ul>
      {check.ok ? null : <p className={styles.small}>{t('faultHint')}</p>}
    </div>
  );
}

function VerdictItem({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('journal');
  const { fault, signed } = verdict;
  const Icon = fault ? ShieldAlert : ShieldCheck;
  const facts = [
    t('held', { count: verdict.documents }),
    signed && signed.unsigned > 0 ? t('unsigned', { count: signed.unsigned }) : null,
    signed && !signed.turnoverChecked ? t('turnoverUnchecked') : null,
  ];
  return (
    <li className={styles.item}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={fault ? styles.bad : styles.good} />
      <span className={styles.itemWords}>
        <span className={styles.itemName}>
          {verdict.registerName} <span className={styles.quiet}>{verdict.prefix}</span>
        </span>
        <span className={styles.small}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {fault ? <FaultText fault={fault} /> : null}
      </span>
      {fault?.documentId ? <OpenDocument id={fault.documentId} /> : null}
    </li>
  );
}

function FaultText({ fault }: { fault: Fault }) {
  const { t } = useTranslation('journal');
  const format = useFormat();
  const number = fault.documentNumber ?? t('noNumber', { seq: format.number(fault.seq) });
  return (
    <span className={styles.bad}>
      {t('firstBad', { number })} – {t(`fault.${fault.code}`)}
    </span>
  );
}

function OpenDocument({ id }: { id: string }) {
  const { t } = useTranslation('journal');
  const navigate = useNavigate();
  return (
    <Button onClick={() => void navigate({ to: '/orders/$orderId', params: { orderId: id } } as never)}>
      {t('open')}
    </Button>
  );
}
