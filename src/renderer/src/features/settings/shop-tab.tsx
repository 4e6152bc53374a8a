import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useCall, useCommand } from '../../client/hooks.ts';
import {
  Button,
  Card,
  FieldError,
  FormRow,
  notify,
  QueryState,
  Segmented,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { CASH_STEPS_MINOR, CUT_OFFS_MINUTES, clockText, zoneText } from '../setup/choices.ts';
import { LeaveDemo } from './leave-demo.tsx';
import { LogoField } from './logo-field.tsx';
import { ReceiptPreview } from './receipt-preview.tsx';
import styles from './settings.module.css';

type Shop = CallOutput<'shop.get'>;

/** What the shop is called, what its receipts say, and how its days and amounts work. */
export function ShopTab() {
  const { t } = useTranslation('settings');
  const shop = useCall('shop.get', {});
  return (
    <QueryState query={shop} skeleton={{ rows: 8 }} describeError={(error) => errorMessage(t, error)}>
      {(stored) => (
        <>
          {stored.demo ? <LeaveDemo /> : null}
          <ShopForm key={stored.version} stored={stored} />
        </>
      )}
    </QueryState>
  );
}

export interface ShopPartProps {
  shop: Shop;
  set: (patch: Partial<Shop>) => void;
}

function ShopForm({ stored }: { stored: Shop }) {
  const { t } = useTranslation('settings');
  const [shop, setShop] = useState(stored);
  const update = useCommand('shop.update');
  const set = (patch: Partial<Shop>) => setShop((before) => ({ ...before, ...patch }));
  const changed = JSON.stringify(shop) !== JSON.stringify(stored);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { currency: _, currencyExponent: __, demo: ___, version, ...facts } = shop;
    const saved = await update.mutateAsync({ ...facts, expectedVersion: version }).catch(() => null);
    if (saved) notify({ message: t('saved'), tone: 'success' });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <div className={styles.withPreview}>
        <div className={styles.stack}>
          <ReceiptFacts shop={shop} set={set} />
          <DayAndMoney shop={shop} set={set} />
        </div>
        <ReceiptPreview shop={shop} />
      </div>
      <div className={styles.saveBar}>
        <Button
          type="submit"
          variant="primary"
          size="touch"
          loading={update.isPending}
          disabled={!changed || shop.name.trim() === ''}
        >
          {t('common:save')}
        </Button>
        {changed ? (
          <Button size="touch" variant="quiet" onClick={() => setShop(stored)}>
            {t('discard')}
          </Button>
        ) : null}
        {update.error ? <FieldError>{errorMessage(t, update.error)}</FieldError> : null}
      </div>
    </form>
  );
}

function ReceiptFacts({ shop, set }: ShopPartProps) {
  const { t } = useTranslation('settings');
  return (
    <Card title={t('onReceipts')}>
      <div className={styles.form}>
        <TextField
          label={t('setup:shopName')}
          required
          maxLength={200}
          value={shop.name}
          onChange={(name) => set({ name })}
          error={shop.name.trim() === '' ? t('setup:problem.missing') : undefined}
        />
        <FormRow>
          <TextArea
            label={t('setup:address')}
            rows={3}
            maxLength={500}
            value={shop.address}
            onChange={(address) => set({ address })}
          />
          <TextArea
            label={t('setup:footer')}
            rows={3}
            maxLength={500}
            placeholder={t('setup:footerExample')}
            value={shop.receiptFooter}
            onChange={(receiptFooter) => set({ receiptFooter })}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('setup:taxNumber')}
            maxLength={40}
            value={shop.taxNumber}
            onChange={(taxNumber) => set({ taxNumber })}
          />
          <SelectField
            label={t('receiptLanguage')}
            options={[
              { value: 'en', label: t('common:language.en') },
              { value: 'zh', label: t('common:language.zh') },
            ]}
            value={shop.language}
            onChange={(language) => set({ language })}
          />
        </FormRow>
        <LogoField value={shop.logoPngBase64} onChange={(logoPngBase64) => set({ logoPngBase64 })} />
      </div>
    </Card>
  );
}

function DayAndMoney({ shop, set }: ShopPartProps) {
  const { t, i18n } = useTranslation('settings');
  const { money } = useFormat();
  const zones = useCall('setup.listCountries', {}).data?.find(
    ({ country }) => country === shop.country,
  )?.timeZones;
  const steps = [...new Set([...CASH_STEPS_MINOR, shop.cashStepMinor])].sort((one, other) => one - other);
  return (
    <Card title={t('dayAndMoney')} note={t('currencyIs', { currency: shop.currency })}>
      <div className={styles.form}>
        <FormRow>
          <SelectField
            label={t('setup:timeZone')}
            options={[...new Set([shop.timeZone, ...(zones ?? [])])].map((zone) => ({
              value: zone,
              label: zoneText(zone),
            }))}
            value={shop.timeZone}
            onChange={(timeZone) => set({ timeZone })}
            searchable
          />
          <SelectField
            label={t('setup:cutOff')}
            options={[...new Set([...CUT_OFFS_MINUTES, shop.dayCutOffMinutes])].map((minutes) => ({
              value: String(minutes),
              label: minutes === 0 ? t('setup:midnight') : clockText(minutes, i18n.language),
            }))}
            value={String(shop.dayCutOffMinutes)}
            onChange={(minutes) => set({ dayCutOffMinutes: Number(minutes) })}
          />
          <SelectField
            label={t('setup:cashStep')}
            options={steps.map((step) => ({
              value: String(step),
              label: step === 1 ? t('setup:cashStepNone') : t('setup:cashStepOf', { amount: money(step) }),
            }))}
            value={String(shop.cashStepMinor)}
            onChange={(step) => set({ cashStepMinor: Number(step) })}
          />
        </FormRow>
        <FormRow>
          <div className={styles.labelled}>
            <span className={styles.labelText}>{t('setup:taxMode')}</span>
            <Segmented
              label={t('setup:taxMode')}
              options={[
                { value: 'included', label: t('setup:taxIncluded') },
                { value: 'excluded', label: t('setup:taxExcluded') },
              ]}
              value={shop.taxMode}
              onChange={(taxMode) => set({ taxMode })}
            />
          </div>
          <div className={styles.labelled}>
            <span className={styles.labelText}>{t('setup:taxRounding')}</span>
            <Segmented
              label={t('setup:taxRounding')}
              options={[
                { value: 'line', label: t('setup:roundLine') },
                { value: 'document', label: t('setup:roundDocument') },
              ]}
              value={shop.taxRounding}
              onChange={(taxRounding) => set({ taxRounding })}
            />
          </div>
        </FormRow>
        <p className={styles.small}>{t('moneyHint')}</p>
      </div>
    </Card>
  );
}
