import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRow, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { withCountry } from '../draft.ts';
import styles from '../setup.module.css';
import { useDraftWords } from '../use-draft-words.ts';
import type { StepProps } from '../wizard.tsx';

export function ShopStep({ draft, change, problemAt, codeNeeded, countries }: StepProps) {
  const { t, i18n } = useTranslation('setup');
  const words = useDraftWords();
  const { shop } = draft;
  const options = useMemo(() => namedCountries(countries, i18n.language), [countries, i18n.language]);
  const chooseCountry = (code: string) => {
    const country = countries.find((one) => one.country === code);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (country) change(withCountry(draft, country, timeZone, words));
  };
  const setShop = (patch: Partial<typeof shop>) => change({ shop: { ...shop, ...patch } });
  return (
    <div className={styles.form}>
      {codeNeeded ? (
        <TextField
          label={t('setupCode')}
          hint={t('setupCodeHint')}
          error={problemAt('setupCode')}
          required
          size="touch"
          data-first
          value={draft.setupCode}
          onChange={(setupCode) => change({ setupCode })}
        />
      ) : null}
      <TextField
        label={t('shopName')}
        error={problemAt('shop.name')}
        required
        size="touch"
        maxLength={200}
        data-first
        value={shop.name}
        onChange={(name) => setShop({ name })}
      />
      <SelectField
        size="touch"
        label={t('country')}
        hint={t('countryHint')}
        options={options}
        value={shop.country}
        onChange={chooseCountry}
        searchable
        nothingFound={t('common:nothingFound')}
      />
      <section className={styles.group} aria-label={t('onReceipts')}>
        <h2 className={styles.groupTitle}>{t('onReceipts')}</h2>
        <FormRow>
          <TextArea
            label={t('address')}
            size="touch"
            rows={3}
            maxLength={500}
            value={shop.address}
            onChange={(address) => setShop({ address })}
          />
          <TextArea
            label={t('footer')}
            size="touch"
            rows={3}
            maxLength={500}
            placeholder={t('footerExample')}
            value={shop.receiptFooter}
            onChange={(receiptFooter) => setShop({ receiptFooter })}
          />
        </FormRow>
        <TextField
          label={t('taxNumber')}
          size="touch"
          maxLength={40}
          value={shop.taxNumber}
          onChange={(taxNumber) => setShop({ taxNumber })}
        />
      </section>
    </div>
  );
}

function namedCountries(countries: readonly { country: string }[], language: string) {
  const names = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region' });
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  return countries
    .map(({ country }) => ({ value: country, label: names.of(country) ?? country }))
    .sort((one, other) => collator.compare(one.label, other.label));
}
