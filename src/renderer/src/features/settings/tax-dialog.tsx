import { Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { newRowKey } from '../../app/row-key.ts';
import { useCommand } from '../../client/hooks.ts';
import {
  Button,
  Checkbox,
  Dialog,
  FieldError,
  IconButton,
  NumberField,
  notify,
  Segmented,
  Switch,
  TextField,
} from '../../ui/index.ts';
import { parseRate, rateText } from '../setup/rate-text.ts';
import styles from './settings.module.css';
import type { TaxCategory } from './taxes-tab.tsx';

interface RateDraft {
  readonly key: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly ratePpm: number | null;
  readonly compound: boolean;
}

const MOST_RATES = 5;

/** One tax category: its name, how it is taxed, and up to five rates that add up (or stand on each other). */
export function TaxDialog({ category, onClose }: { category: TaxCategory | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const formId = useId();
  const [name, setName] = useState(category?.name ?? '');
  const [kind, setKind] = useState(category?.kind ?? 'rate');
  const [archived, setArchived] = useState(category?.archived ?? false);
  const [rates, setRates] = useState<readonly RateDraft[]>(() => ratesOf(category));
  const save = useCommand('tax.saveCategory');
  const sent = kind === 'rate' ? rates : [];
  const complete = sent.every((rate) => rate.name.trim() !== '' && rate.ratePpm !== null);
  const ready = name.trim() !== '' && complete && (kind !== 'rate' || sent.length > 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const saved = await save
      .mutateAsync({
        ...(category ? { id: category.id, expectedVersion: category.version } : {}),
        name,
        kind,
        archived,
        rates: sent.map(({ key: _, ratePpm, ...rate }) => ({ ...rate, ratePpm: ratePpm ?? 0 })),
      })
      .catch(() => null);
    if (!saved) return;
    notify({ message: t('saved'), tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={category?.name ?? t('tax.add')}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            form={formId}
            size="touch"
            variant="primary"
            loading={save.isPending}
            disabled={!ready}
          >
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('tax.name')}
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={setName}
        />
        <Segmented
          label={t('tax.kind')}
          options={[
            { value: 'rate', label: t('tax.kindRate') },
            { value: 'zero', label: t('tax.kindZero') },
            { value: 'exempt', label: t('tax.kindExempt') },
          ]}
          value={kind}
          onChange={setKind}
        />
        {kind === 'rate' ? <Rates rates={rates} onChange={setRates} /> : null}
        {category ? (
          <Switch
            label={t('tax.archive')}
            hint={t('tax.archiveHint')}
            checked={archived}
            onChange={setArchived}
          />
        ) : null}
        {save.error ? <FieldError>{errorMessage(t, save.error)}</FieldError> : null}
      </form>
    </Dialog>
  );
}

interface RatesProps {
  rates: readonly RateDraft[];
  onChange: (rates: readonly RateDraft[]) => void;
}

function Rates({ rates, onChange }: RatesProps) {
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

function ratesOf(category: TaxCategory | null): readonly RateDraft[] {
  if (!category || category.rates.length === 0) return [emptyRate()];
  return category.rates.map(({ id, name, jurisdiction, ratePpm, compound }) => ({
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
