import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDecimal, separatorsOf } from '../../../app/decimal-input.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import type { CommandInput } from '../../../client/client.ts';
import { Button, Chip, Dialog, Segmented } from '../../../ui/index.ts';
import { closeDialog, type SaleLine, type SaleView } from '../till/till-state.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import styles from './dialogs.module.css';
import { PadEntry } from './pad-entry.tsx';
import { ReasonField, useUsualReason } from './reason-field.tsx';

type Discount = NonNullable<CommandInput<'sale.setDiscount'>['discount']>;
type SetDiscount = (discount: Discount | null, reason: string) => Promise<boolean>;

export interface DiscountDialogProps {
  current: SaleView['discounts'][number] | null;
  /** A line's discount; without it the whole sale's, through onSet. */
  line?: SaleLine;
  onSet?: SetDiscount;
}

const USUAL_PERCENT = [5, 10, 20, 50];
const PERCENT_DECIMALS = 2;
const PPM_OF_A_PERCENT = 10_000;
const PPM_OF_A_HUNDREDTH = 100;

/** A percentage or an amount off a line or the whole sale, with a reason. */
export function DiscountDialog({ current, line, onSet }: DiscountDialogProps) {
  const { t } = useTranslation('sell');
  const { money, rate, parseMoney, exponent, currency } = useFormat();
  const lines = useLineActions();
  const [kind, setKind] = useState<'percent' | 'amount'>(current?.kind ?? 'percent');
  const [text, setText] = useState('');
  const [reason, setReason] = useState(useUsualReason('discount'));
  const parsePercent = usePercentParser();
  const set: SetDiscount = (discount, why) =>
    line ? lines.setDiscount(line.id, discount, why) : (onSet?.(discount, why) ?? Promise.resolve(false));
  const discount = kind === 'percent' ? percentOf(parsePercent(text)) : amountOf(parseMoney(text));
  const ready = discount !== null && reason.trim() !== '';
  const { busy, submit } = useSubmit(async (wanted: Discount | null) => {
    if (await set(wanted, wanted === null ? t('discount.takenOff') : reason)) closeDialog();
  });
  const confirm = () => {
    if (ready) void submit(discount);
  };
  const standing =
    current === null
      ? '0'
      : current.kind === 'percent' && current.ppm !== null
        ? rate(current.ppm)
        : money(current.amountMinor);
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={line ? t('discount.lineTitle', { name: line.name }) : t('discount.title')}
      size="large"
      actions={
        <>
          {current ? (
            <Button size="touch" variant="quiet" disabled={busy} onClick={() => void submit(null)}>
              {t('discount.takeOff')}
            </Button>
          ) : null}
          <DialogButtons label={t('discount.set')} onConfirm={confirm} busy={busy} disabled={!ready} />
        </>
      }
    >
      <div className={styles.twoColumns}>
        <div className={styles.stack}>
          <Segmented
            label={t('discount.kind')}
            size="touch"
            value={kind}
            onChange={(next) => {
              setKind(next);
              setText('');
            }}
            options={[
              { value: 'percent', label: t('discount.percent') },
              { value: 'amount', label: t('discount.amount', { currency }) },
            ]}
          />
          {kind === 'percent' ? (
            <fieldset className={styles.reasons} aria-label={t('discount.usual')}>
              {USUAL_PERCENT.map((percent) => (
                <Chip
                  key={percent}
                  selected={text === String(percent)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => setText(String(percent))}
                >
                  {rate(percent * PPM_OF_A_PERCENT)}
                </Chip>
              ))}
            </fieldset>
          ) : null}
          <ReasonField about="discount" value={reason} onChange={setReason} />
        </div>
        <PadEntry
          label={t(kind === 'percent' ? 'discount.percent' : 'discount.amount', { currency })}
          text={text}
          onText={setText}
          standing={standing}
          decimals={kind === 'percent' ? PERCENT_DECIMALS : exponent}
          unit={kind === 'percent' && (text !== '' || current === null) ? '%' : undefined}
          onEnter={confirm}
        />
      </div>
    </Dialog>
  );
}

/** "12.5" → 1250 hundredths of a percent. */
function usePercentParser(): (text: string) => number | undefined {
  const { locale } = useFormat();
  return (text) => parseDecimal(text, PERCENT_DECIMALS, separatorsOf(locale));
}

function percentOf(hundredths: number | undefined): Discount | null {
  if (hundredths === undefined || hundredths <= 0 || hundredths > 10_000) return null;
  return { kind: 'percent', ppm: hundredths * PPM_OF_A_HUNDREDTH };
}

function amountOf(amountMinor: number | undefined): Discount | null {
  return amountMinor === undefined || amountMinor <= 0 ? null : { kind: 'amount', amountMinor };
}
