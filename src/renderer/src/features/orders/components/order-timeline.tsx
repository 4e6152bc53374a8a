import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { type Format, useFormat } from '../../../app/format.ts';
import type { Order } from '../order.ts';
import styles from './detail.module.css';

type Entry = Order['timeline'][number];

/** What happened to the order, oldest first. */
export function OrderTimeline({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  if (order.timeline.length === 0) return <p className={styles.quiet}>{t('timeline.empty')}</p>;
  return (
    <ol className={styles.timeline}>
      {order.timeline.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike to the millisecond
        <li key={`${entry.atMs} ${entry.kind} ${index}`} className={styles.entry}>
          <span className={styles.name}>{whatOf(entry, t, format)}</span>
          <span className={styles.quiet}>
            {[...moreOf(entry, t), format.dateTime(entry.atMs)].join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function whatOf({ kind, details }: Entry, t: TFunction, { money }: Format): string {
  const copy = Number(details['copyNumber'] ?? 0);
  const values = {
    number: details['number'],
    copy,
    amount: typeof details['totalMinor'] === 'number' ? money(details['totalMinor']) : '',
  };
  const key = kind === 'receiptIssued' && copy > 0 ? 'copyIssued' : kind;
  return t([`orders:timeline.${key}`, 'orders:timeline.other'], values);
}

function moreOf({ kind, details, staffName, approverName }: Entry, t: TFunction): string[] {
  const by = approverName ? 'orders:timeline.byApproved' : 'orders:timeline.by';
  const { reason, errorCode } = details;
  return [
    kind === 'receiptIssued' ? t(`orders:timeline.channel.${String(details['channel'])}`) : '',
    typeof errorCode === 'string' ? errorMessage(t, { code: errorCode }) : '',
    typeof reason === 'string' ? reason : '',
    staffName ? t(by, { staff: staffName, approver: approverName }) : '',
  ].filter((part) => part !== '');
}
