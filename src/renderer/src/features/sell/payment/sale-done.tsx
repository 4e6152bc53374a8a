import { CircleCheck, GraduationCap } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { Badge, Button, KeyValueList } from '../../../ui/index.ts';
import type { CompletedSale } from '../till/till-state.ts';
import { Sum } from './pay-sums.tsx';
import styles from './payment.module.css';
import { ReceiptButtons } from './receipt-buttons.tsx';
import { ReceiptPreview } from './receipt-preview.tsx';

interface DoneProps {
  done: CompletedSale;
}

/** The button that goes to the next customer; Enter belongs to it. */
type NextButton = RefObject<HTMLButtonElement | null>;

export function DoneHeader({ done }: DoneProps) {
  const { t } = useTranslation('sell');
  return (
    <div className={styles.doneHeader}>
      <CircleCheck size={28} strokeWidth={1.75} aria-hidden className={styles.doneIcon} />
      <strong className={styles.doneTitle}>{t('pay.doneTitle')}</strong>
      {done.training ? (
        <Badge tone="warning" icon={GraduationCap}>
          {t('training.short')}
        </Badge>
      ) : null}
      <span className={styles.spring} />
      <span className={styles.label}>{done.fiscalNumber}</span>
    </div>
  );
}

/** The change to hand over, as large as it gets, beside the receipt. */
export function DoneBody({ done, next }: DoneProps & { next: NextButton }) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  return (
    <div className={styles.done}>
      <div className={styles.doneSums}>
        <Sum label={t('pay.change')} text={money(done.changeMinor)} className={styles.hugeChange} />
        <KeyValueList
          items={[
            { id: 'total', label: t('pay.total'), value: money(done.totalMinor) },
            ...(done.roundingMinor === 0
              ? []
              : [{ id: 'rounding', label: t('pay.rounding'), value: money(done.roundingMinor) }]),
            { id: 'tendered', label: t('pay.tendered'), value: money(done.tenderedMinor) },
          ]}
        />
        <div className={styles.receiptButtons}>
          <ReceiptButtons documentId={done.documentId} onPressed={() => next.current?.focus()} />
        </div>
        <p className={styles.label}>{t('pay.nextHint')}</p>
      </div>
      <ReceiptPreview documentId={done.documentId} />
    </div>
  );
}

export function DoneFooter({ done, next, onNext }: DoneProps & { next: NextButton; onNext: () => void }) {
  const { t } = useTranslation('sell');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each closed sale puts the focus here once
  useEffect(() => next.current?.focus(), [done.documentId]);
  return (
    <>
      <span className={styles.spring} />
      <Button
        ref={next}
        size="touch"
        variant="primary"
        shortcut="Enter"
        className={styles.tall}
        // The Enter that finished the sale, held a moment too long, must not take the change off the screen.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={onNext}
        data-autofocus
      >
        {t('pay.newSale')}
      </Button>
    </>
  );
}
