import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { traceFacts } from '../../../app/trace-facts.ts';
import type { Order, OrderLine } from '../order.ts';
import { WhyThisCent } from '../why/why-this-cent.tsx';
import styles from './detail.module.css';
import { Section } from './section.tsx';

export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  return (
    <Section title={t('detail.lines')}>
      {order.lines.length === 0 ? <p className={styles.quiet}>{t('detail.noLines')}</p> : null}
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <Line key={line.id} line={line} sellerName={order.staff.name} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ line, sellerName }: { line: OrderLine; sellerName: string }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { money } = format;
  const facts = traceFacts(t, format, line.trace);
  return (
    <li className={styles.line}>
      <div className={styles.pair}>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.amount}>{money(line.payableMinor)}</span>
      </div>
      <UnitPrice line={line} />
      {line.adjustments.map((adjustment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the adjustments of a closed line never move
        <Adjustment key={`${adjustment.kind} ${index}`} adjustment={adjustment} sellerName={sellerName} />
      ))}
      {line.note ? <p className={styles.quiet}>{t('detail.note', { note: line.note })}</p> : null}
      {facts.length > 0 ? <p className={styles.quiet}>{facts.join(' · ')}</p> : null}
      {line.explanation.length > 0 ? <Why line={line} /> : null}
    </li>
  );
}

function UnitPrice({ line }: { line: OrderLine }) {
  const { t } = useTranslation('orders');
  const { money, quantity } = useFormat();
  const each = line.unit === 'each';
  const unit = t(`sell:units.${line.unit}`);
  const amount = each ? quantity(line.quantityMilli) : `${quantity(line.quantityMilli)} ${unit}`;
  const price = each
    ? money(line.unitPriceMinor)
    : t('detail.per', { price: money(line.unitPriceMinor), unit });
  return (
    <div className={styles.pair}>
      <span className={styles.quiet}>
        {t('detail.unitPrice', { quantity: amount, price })}
        {line.shelfPriceMinor === null
          ? null
          : ` · ${t('detail.shelfPrice', { price: money(line.shelfPriceMinor) })}`}
        {line.sku ? ` · ${line.sku}` : null}
      </span>
    </div>
  );
}

const KINDS = new Set(['priceOverride', 'lineDiscount', 'orderDiscount']);

interface AdjustmentProps {
  adjustment: OrderLine['adjustments'][number];
  sellerName: string;
}

/** Names the person only where it was not simply who sold. */
function Adjustment({ adjustment, sellerName }: AdjustmentProps) {
  const { t } = useTranslation('orders');
  const { money, rate } = useFormat();
  const { ppm, reason, staffName, approverName } = adjustment;
  const kind = t(`adjustment.${KINDS.has(adjustment.kind) ? adjustment.kind : 'other'}`);
  const what = ppm === null ? kind : t('adjustment.withRate', { kind, rate: rate(ppm) });
  const byOther = staffName === sellerName ? null : staffName;
  const who = approverName ? t('detail.approved', { staff: staffName, approver: approverName }) : byOther;
  return (
    <div className={styles.pair}>
      <span className={styles.quiet}>{[what, reason, who].filter(Boolean).join(' · ')}</span>
      <span className={styles.quietAmount}>{money(adjustment.amountMinor)}</span>
    </div>
  );
}

function Why({ line }: { line: OrderLine }) {
  const { t } = useTranslation('orders');
  const [open, setOpen] = useState(false);
  const stepsId = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        className={styles.why}
        aria-expanded={open}
        aria-controls={open ? stepsId : undefined}
        aria-label={t('why.ofLine', { name: line.name })}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={14} aria-hidden />
        {t('why.title')}
      </button>
      {open ? (
        <div id={stepsId}>
          <WhyThisCent line={line} />
        </div>
      ) : null}
    </>
  );
}
