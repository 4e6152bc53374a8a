import { MessageSquareText, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { traceFacts } from '../../../app/trace-facts.ts';
import { QuantityStepper } from '../../../ui/index.ts';
import { openDialog, type SaleLine, selectLine } from '../till/till-state.ts';
import type { useLineActions } from '../till/use-line-actions.ts';
import styles from './cart.module.css';
import { discountText } from './discount-text.ts';

export interface CartLineProps {
  line: SaleLine;
  selected: boolean;
  actions: ReturnType<typeof useLineActions>;
}

/** One line of the cart: how much, what, at which price, and what was done to it. */
export const CartLine = memo(function CartLine({ line, selected, actions }: CartLineProps) {
  const { t } = useTranslation('sell');
  const { money, quantity } = useFormat();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const open = () => {
    selectLine(line.id);
    openDialog({ kind: 'line', lineId: line.id });
  };
  return (
    <li
      ref={row}
      className={styles.line}
      data-active={selected || undefined}
      aria-current={selected || undefined}
    >
      <QuantityStepper
        label={t('line.quantityOf', { name: line.name })}
        text={quantity(line.quantityMilli)}
        decreaseLabel={t('common:decrease')}
        increaseLabel={t('common:increase')}
        onDecrease={() => void actions.step(line.id, -1)}
        onIncrease={() => void actions.step(line.id, 1)}
        onEdit={() => openDialog({ kind: 'quantity', lineId: line.id })}
      />
      <button type="button" className={styles.lineBody} onClick={open} aria-haspopup="dialog">
        <span className={styles.lineWords}>
          <strong className={styles.lineName}>{line.name}</strong>
          <LineFacts line={line} />
          <LineNotices line={line} />
        </span>
        <span className={`${styles.lineAmounts} tabular`}>
          <strong className={styles.lineTotal}>{money(line.payableMinor)}</strong>
          {line.payableMinor === line.grossMinor ? null : (
            <s className={styles.struck}>{money(line.grossMinor)}</s>
          )}
        </span>
      </button>
    </li>
  );
});

function LineFacts({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const unit = t(`units.${line.unit}`);
  const price = format.money(line.unitPriceMinor);
  const facts = [
    line.unit === 'each' ? price : `${price} / ${unit}`,
    ...(line.unit === 'each' ? [] : [`${format.quantity(line.quantityMilli)} ${unit}`]),
    ...line.discounts.map((discount) => discountText(discount, format)),
  ];
  return (
    <span className={`${styles.lineNote} tabular`}>
      {line.shelfPriceMinor === null ? null : <s>{format.money(line.shelfPriceMinor)}</s>} {facts.join(' · ')}
    </span>
  );
}

function LineNotices({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const facts = traceFacts(t, useFormat(), line.trace && { ...line.trace, labelCode: null });
  return (
    <>
      {line.note === '' ? null : (
        <span className={styles.lineNote}>
          <MessageSquareText size={13} aria-hidden /> {line.note}
        </span>
      )}
      {facts.length > 0 ? <span className={styles.lineNote}>{facts.join(' · ')}</span> : null}
      {line.notices.map((notice) => (
        <span key={notice.kind} className={styles.lineWarning}>
          <TriangleAlert size={13} aria-hidden /> <NoticeText notice={notice} />
        </span>
      ))}
    </>
  );
}

function NoticeText({ notice }: { notice: SaleLine['notices'][number] }) {
  const { t } = useTranslation('sell');
  const { money, quantity, longDay: day } = useFormat();
  switch (notice.kind) {
    case 'stockShort':
      return t(notice.onHandMilli > 0 ? 'notice.stockShort' : 'notice.stockNone', {
        quantity: quantity(notice.onHandMilli),
      });
    case 'priceChanged':
      return notice.newPriceMinor === null
        ? t('notice.priceGone')
        : t('notice.priceChanged', { price: money(notice.newPriceMinor) });
    case 'expired':
      return t('notice.expired', { day: day(notice.day) });
    case 'pastBestBefore':
      return t('notice.pastBestBefore', { day: day(notice.day) });
    case 'labelDoubtful':
      return t('notice.labelDoubtful');
  }
}
