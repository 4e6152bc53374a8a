import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyExponent, listCurrencyCodes } from '../../../../../shared/values/currency.ts';
import { createFormat, useShopFormat } from '../../../app/format.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { newRowKey } from '../../../app/row-key.ts';
import {
  Badge,
  Button,
  FieldError,
  FormRow,
  IconButton,
  NumberField,
  Segmented,
  SelectField,
  TextField,
} from '../../../ui/index.ts';
import { CASH_STEPS_MINOR, CUT_OFFS_MINUTES, clockText, zoneText } from '../choices.ts';
import type { TaxDraft } from '../draft.ts';
import { parseRate, rateText } from '../rate-text.ts';
import styles from '../setup.module.css';
import type { StepProps } from '../wizard.tsx';

export function MoneyStep({ draft, change, problemAt, countries }: StepProps) {
  const { t, i18n } = useTranslation('setup');
  const { shop } = draft;
  const setShop = (patch: Partial<typeof shop>) => change({ shop: { ...shop, ...patch } });
  const currencies = useMemo(() => namedCurrencies(i18n.language), [i18n.language]);
  const zones = countries.find(({ country }) => country === shop.country)?.timeZones ?? [];
  const money = useMoney(shop.currency);
  const steps = [...new Set([...CASH_STEPS_MINOR, shop.cashStepMinor])].sort((one, other) => one - other);
  return (
    <div className={styles.form}>
      <FormRow>
        <SelectField
          size="touch"
          label={t('currency')}
          hint={t('currencyHint')}
          options={currencies}
          value={shop.currency}
          onChange={(currency) => setShop({ currency, cashStepMinor: 1 })}
          searchable
          nothingFound={t('common:nothingFound')}
        />
        <SelectField
          size="touch"
          label={t('cashStep')}
          options={steps.map((step) => ({
            value: String(step),
            label: step === 1 ? t('cashStepNone') : t('cashStepOf', { amount: money(step) }),
          }))}
          value={String(shop.cashStepMinor)}
          onChange={(step) => setShop({ cashStepMinor: Number(step) })}
        />
      </FormRow>
      <FormRow>
        <SelectField
          size="touch"
          label={t('timeZone')}
          options={[...new Set([...zones, shop.timeZone])].map((zone) => ({
            value: zone,
            label: zoneText(zone),
          }))}
          value={shop.timeZone}
          onChange={(timeZone) => setShop({ timeZone })}
          searchable
        />
        <SelectField
          size="touch"
          label={t('cutOff')}
          options={CUT_OFFS_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('midnight') : clockText(minutes, i18n.language),
          }))}
          value={String(shop.dayCutOffMinutes)}
          onChange={(minutes) => setShop({ dayCutOffMinutes: Number(minutes) })}
        />
      </FormRow>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <span className={styles.choiceName}>{t('taxMode')}</span>
          <Segmented
            label={t('taxMode')}
            size="touch"
            options={[
              { value: 'included', label: t('taxIncluded') },
              { value: 'excluded', label: t('taxExcluded') },
            ]}
            value={shop.taxMode}
            onChange={(taxMode) => setShop({ taxMode })}
          />
        </div>
        <div className={styles.choice}>
          <span className={styles.choiceName}>{t('taxRounding')}</span>
          <Segmented
            label={t('taxRounding')}
            size="touch"
            options={[
              { value: 'line', label: t('roundLine') },
              { value: 'document', label: t('roundDocument') },
            ]}
            value={shop.taxRounding}
            onChange={(taxRounding) => setShop({ taxRounding })}
          />
        </div>
      </div>
      <section className={styles.group} aria-label={t('taxRates')}>
        <h2 className={styles.groupTitle}>
          {t('taxRates')}{' '}
          <Badge tone="warning" icon={TriangleAlert}>
            {t('pleaseConfirm')}
          </Badge>
        </h2>
        <p className={styles.hint}>{t('taxRatesHint')}</p>
        <TaxRates rates={draft.taxCategories} onChange={(taxCategories) => change({ taxCategories })} />
        {problemAt('taxCategories') ? <FieldError>{problemAt('taxCategories')}</FieldError> : null}
      </section>
    </div>
  );
}

interface TaxRatesProps {
  rates: readonly TaxDraft[];
  onChange: (rates: readonly TaxDraft[]) => void;
}

function TaxRates({ rates, onChange }: TaxRatesProps) {
  const { t } = useTranslation('setup');
  const { locale } = useRateLocale();
  const patch = (key: string, part: Partial<TaxDraft>) =>
    onChange(rates.map((rate) => (rate.key === key ? { ...rate, ...part } : rate)));
  const add = () => {
    const rate: TaxDraft = { key: newRowKey(), name: '', kind: 'rate', ratePpm: null };
    const fixed = rates.findIndex(({ kind }) => kind !== 'rate');
    onChange(rates.toSpliced(fixed < 0 ? rates.length : fixed, 0, rate));
  };
  return (
    <>
      <ul className={styles.rates}>
        {rates.map((rate) => (
          <li key={rate.key} className={styles.rate}>
            <TextField
              label={t('taxNameLabel')}
              labelHidden
              size="touch"
              value={rate.name}
              maxLength={200}
              onChange={(name) => patch(rate.key, { name })}
            />
            {rate.kind === 'rate' ? (
              <>
                <div className={styles.percent}>
                  <NumberField
                    label={t('ratePercent', { name: rate.name })}
                    labelHidden
                    size="touch"
                    value={rate.ratePpm}
                    parse={(text) => parseRate(text, locale)}
                    format={(ppm) => rateText(ppm, locale)}
                    invalidMessage={t('common:cannotRead')}
                    onChange={(ratePpm) => patch(rate.key, { ratePpm })}
                  />
                  <span aria-hidden="true">%</span>
                </div>
                <IconButton
                  icon={Trash2}
                  size="touch"
                  label={t('removeRate', { name: rate.name })}
                  onClick={() => onChange(rates.filter(({ key }) => key !== rate.key))}
                />
              </>
            ) : (
              <span className={styles.fixed}>{t(`kind.${rate.kind}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {rates.length < 20 ? (
        <div>
          <Button size="touch" variant="quiet" icon={Plus} onClick={add}>
            {t('addRate')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useRateLocale() {
  const language = usePreferences((state) => state.language);
  const locales = useShopFormat((state) => state.locales);
  return { locale: locales[language === 'zh' ? 'zh' : 'en'] };
}

/** Amounts in the currency chosen here, which the shop's own settings do not know yet. */
function useMoney(currency: string): (minor: number) => string {
  const language = usePreferences((state) => state.language);
  const shop = useShopFormat();
  return useMemo(
    () => createFormat(language, { ...shop, currency, exponent: currencyExponent(currency) }).money,
    [language, shop, currency],
  );
}

function namedCurrencies(language: string) {
  const names = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'currency' });
  return listCurrencyCodes().map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
