import { X } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import {
  applyPadKey,
  Button,
  FieldError,
  FigureOutput,
  IconButton,
  NumberPad,
  type PadKey,
  TextField,
} from '../../../ui/index.ts';
import { usePadKeys } from '../../session/pad-typing.ts';
import type { SaleView } from '../till/till-state.ts';
import styles from './payment.module.css';
import { TENDER_KEYS, tenderIcon } from './tenders.ts';
import type { Payment } from './use-payment.ts';

interface BodyProps {
  sale: SaleView;
  payment: Payment;
}

/** Pressing a button must not take Enter away from "Take … and finish". */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Ways to pay, quick amounts, what has been paid so far, and the number pad. */
export function PayBody({ sale, payment }: BodyProps) {
  const { t } = useTranslation('sell');
  const { decimalSeparator, exponent, money, moneyInput } = useFormat();
  const press = (key: PadKey) =>
    payment.setText(applyPadKey(payment.text, key, { decimalSeparator, maxDecimals: exponent }));
  usePadKeys({ text: payment.text, setText: payment.setText, onKey: press, onEnter: payment.submit });
  const figure = payment.text === '' ? money(payment.amountMinor ?? 0) : payment.text;
  return (
    <div className={styles.pay}>
      <div className={styles.main}>
        <TenderButtons payment={payment} />
        {payment.settled ? null : (
          <>
            <p className={styles.label}>{t(`pay.received.${payment.kind}`)}</p>
            <div className={styles.quick}>
              {(payment.kind === 'cash' ? sale.quickCashMinor : [sale.remainingMinor]).map(
                (amount, index) => (
                  <Button
                    key={amount}
                    size="touch"
                    selected={amount === payment.amountMinor}
                    onMouseDown={keepFocus}
                    onClick={() => payment.setText(index === 0 ? '' : moneyInput(amount))}
                  >
                    {money(amount)}
                  </Button>
                ),
              )}
            </div>
            <ReferenceField payment={payment} />
          </>
        )}
        {payment.problem?.where === 'amount' ? <FieldError>{payment.problem.message}</FieldError> : null}
        <PaidSoFar sale={sale} payment={payment} />
      </div>
      <div className={styles.padSide}>
        <FigureOutput label={t(`pay.received.${payment.kind}`)} standing={payment.text === ''} size="figure">
          {payment.settled ? '' : figure}
        </FigureOutput>
        <NumberPad
          label={t('common:numberPad')}
          backspaceLabel={t('common:backspace')}
          clearLabel={t('common:clear')}
          decimalSeparator={exponent > 0 ? decimalSeparator : undefined}
          onKey={press}
          disabled={payment.settled}
        />
      </div>
    </div>
  );
}

function TenderButtons({ payment }: { payment: Payment }) {
  const { t } = useTranslation('sell');
  return (
    <div className={styles.methods}>
      {TENDER_KEYS.map(({ kind, icon, shortcut }) => (
        <Button
          key={kind}
          size="touch"
          icon={icon}
          shortcut={shortcut}
          selected={kind === payment.kind}
          disabled={payment.settled}
          className={styles.method}
          onMouseDown={keepFocus}
          onClick={() => payment.setKind(kind)}
        >
          {t(`tender.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

/** The slip's or voucher's number; what kind of payment it is, for "other". */
function ReferenceField({ payment }: { payment: Payment }) {
  const { t } = useTranslation('sell');
  const { kind, problem } = payment;
  const field = useRef<HTMLInputElement>(null);
  const wrong = problem?.where === 'reference' ? problem.message : undefined;
  // The slip's number comes next after choosing the card: it can be typed at once, and again after a refusal.
  useEffect(() => {
    if (kind !== 'cash') field.current?.focus();
  }, [kind]);
  useEffect(() => {
    if (wrong) field.current?.focus();
  }, [wrong]);
  if (kind === 'cash') return null;
  return (
    <div className={styles.reference}>
      {kind === 'other' ? (
        <TextField
          label={t('pay.otherLabel')}
          value={payment.label}
          onChange={payment.setLabel}
          size="touch"
          maxLength={40}
          ref={field}
        />
      ) : null}
      <TextField
        label={t(`pay.reference.${kind}`)}
        hint={t('pay.referenceHint')}
        error={wrong}
        value={payment.reference}
        onChange={payment.setReference}
        size="touch"
        maxLength={80}
        {...(kind === 'other' ? {} : { ref: field })}
      />
    </div>
  );
}

function PaidSoFar({ sale, payment }: BodyProps) {
  const { t } = useTranslation('sell');
  const { money } = useFormat();
  if (sale.payments.length === 0) return null;
  return (
    <>
      <p className={styles.label}>{t('pay.paidSoFar')}</p>
      <ul className={styles.tenders}>
        {sale.payments.map((tender) => {
          const Icon = tenderIcon(tender.kind);
          return (
            <li key={tender.id} className={styles.tender}>
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              <span className={styles.tenderWords}>
                {[tender.label || t(`tender.${tender.kind}`), tender.reference].filter(Boolean).join(' · ')}
              </span>
              <strong className="tabular">{money(tender.amountMinor)}</strong>
              <IconButton
                icon={X}
                size="touch"
                label={t('pay.takeBack', { amount: money(tender.amountMinor) })}
                onMouseDown={keepFocus}
                onClick={() => payment.removePayment(tender.id)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
