import { useTranslation } from 'react-i18next';
import { PRICE_ENDINGS } from '../../../../../shared/contract/bulk-edit.contract.ts';
import { useFormat } from '../../../app/format.ts';
import { MoneyField, NumberField, Segmented } from '../../../ui/index.ts';
import styles from './bulk.module.css';
import type { DraftFields } from './bulk-dialog.tsx';

const HOWS = ['percent', 'amount', 'set'] as const;

/** How prices change: by a share, by an amount or to one price, and what they end in. */
export function PriceFields({ draft, onEdit }: DraftFields) {
  const { t } = useTranslation('products');
  const { parseMoney, moneyInput, parseQuantity, quantityInput } = useFormat();
  const money = { parse: parseMoney, format: moneyInput, invalidMessage: t('common:cannotRead') };
  // A per cent has at most four decimals, thousandths are plenty: 12.5 % = 12 500 thousandths = 125 000 ppm.
  const percent = {
    parse: (text: string) => {
      const milli = parseQuantity(text);
      return milli === undefined ? undefined : milli * 10;
    },
    format: (ppm: number) => quantityInput(ppm / 10),
    invalidMessage: t('common:cannotRead'),
  };
  return (
    <>
      <Segmented
        label={t('bulk.how')}
        options={HOWS.map((value) => ({ value, label: t(`bulk.howName.${value}`) }))}
        value={draft.how}
        onChange={(how) => onEdit({ how })}
      />
      {draft.how === 'percent' ? (
        <NumberField
          {...percent}
          key="percent"
          label={t('bulk.percent')}
          hint={t('bulk.signHint')}
          value={draft.ppm}
          onChange={(ppm) => onEdit({ ppm })}
        />
      ) : null}
      {draft.how === 'amount' ? (
        <MoneyField
          {...money}
          key="amount"
          label={t('bulk.amount')}
          hint={t('bulk.signHint')}
          value={draft.amountMinor}
          onChange={(amountMinor) => onEdit({ amountMinor })}
        />
      ) : null}
      {draft.how === 'set' ? (
        <MoneyField
          {...money}
          key="set"
          label={t('bulk.newPrice')}
          value={draft.priceMinor}
          onChange={(priceMinor) => onEdit({ priceMinor })}
        />
      ) : null}
      <div className={styles.ending}>
        <span aria-hidden className={styles.muted}>
          {t('bulk.ending')}
        </span>
        <Segmented
          label={t('bulk.ending')}
          options={PRICE_ENDINGS.map((value) => ({
            value,
            label: value === 'any' ? t('bulk.anyEnding') : `.${value}`,
          }))}
          value={draft.ending}
          onChange={(ending) => onEdit({ ending })}
        />
      </div>
    </>
  );
}
