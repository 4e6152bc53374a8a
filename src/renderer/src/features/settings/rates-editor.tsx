import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../app/format.ts';
import { newRowKey } from '../../app/row-key.ts';
import { Button, Checkbox, IconButton, NumberField, TextField } from '../../ui/index.ts';
import { parseRate, rateText } from '../setup/rate-text.ts';
import styles from './settings.module.css';

export interface RateDraft {
  readonly key: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly ratePpm: number | null;
  readonly compound: boolean;
}

const MOST_RATES = 5;

interface RatesProps {
  rates: readonly RateDraft[];
  onChange: (rates: readonly RateDraft[]) => void;
}

/** Up to five rates that add up, or stand on each other. */
export function RatesEditor({ rates, onChange }: RatesProps) {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const patch = (key: string, part: Partial<RateDraft>) =>
    onChange(rates.map((rate) => (rate.key === key ? { ...rate, ...part } : rate)));
  return (
    <>
      {rates.map((rate, index) => (
        <div key={rate.key} className={styles.form}>
          <div className={styles.rate}>
            <TextField
              label={t('tax.rateName')}
              maxLength={200}
              value={rate.name}
              onChange={(text) => patch(rate.key, { name: text })}
            />
            <NumberField
              label={t('tax.percent')}
              value={rate.ratePpm}
              parse={(text) => parseRate(text, locale)}
              format={(ppm) => rateText(ppm, locale)}
              invalidMessage={t('common:cannotRead')}
              onChange={(ratePpm) => patch(rate.key, { ratePpm })}
            />
            <IconButton
              icon={Trash2}
              label={t('removeNamed', { name: rate.name })}
              disabled={rates.length === 1}
              onClick={() => onChange(rates.filter(({ key }) => key !== rate.key))}
            />
          </div>
          {index > 0 ? (
            <Checkbox
              label={t('tax.compound')}
              hint={t('tax.compoundHint')}
              checked={rate.compound}
              onChange={(compound) => patch(rate.key, { compound })}
            />
          ) : null}
        </div>
      ))}
      {rates.length < MOST_RATES ? (
        <div>
          <Button variant="quiet" icon={Plus} onClick={() => onChange([...rates, emptyRate()])}>
            {t('tax.addRate')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** As the engine takes them; null while one is not complete. */
export function toRates(rates: readonly RateDraft[]) {
  const complete = rates.every((rate) => rate.name.trim() !== '' && rate.ratePpm !== null);
  if (!complete || rates.length === 0) return null;
  return rates.map(({ key: _, ratePpm, ...rate }) => ({ ...rate, ratePpm: ratePpm ?? 0 }));
}

export function draftRates(rates: CallOutput<'tax.saveCategory'>['rates'] | undefined): readonly RateDraft[] {
  if (!rates || rates.length === 0) return [emptyRate()];
  return rates.map(({ id, name, jurisdiction, ratePpm, compound }) => ({
    key: id,
    name,
    jurisdiction,
    ratePpm,
    compound,
  }));
}

function emptyRate(): RateDraft {
  return { key: newRowKey(), name: '', jurisdiction: '', ratePpm: null, compound: false };
}
