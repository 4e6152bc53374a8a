import type { TFunction } from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { errorMessage } from '../../app/error-message.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { useCall } from '../../client/hooks.ts';
import { Button, FieldError, KeyValueList, TextField } from '../../ui/index.ts';
import styles from './settings.module.css';

type Tried = CallOutput<'label.tryCode'>;

/** Says what a code would mean at the till, without selling anything. */
export function TryCode() {
  const { t } = useTranslation('labels');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const tried = useCall('label.tryCode', { code }, { enabled: code !== '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') setCode(typed.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('try.code')}
        hint={t('try.hint')}
        maxLength={200}
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
      <div>
        <Button type="submit" disabled={typed.trim() === ''} loading={tried.isFetching}>
          {t('try.go')}
        </Button>
      </div>
      {tried.error ? <FieldError>{errorMessage(t, tried.error)}</FieldError> : null}
      <div role="status">
        {code !== '' && tried.data ? <Meaning tried={tried.data} format={format} /> : null}
      </div>
    </form>
  );
}

function Meaning({ tried, format }: { tried: Tried; format: Format }) {
  const { t } = useTranslation('labels');
  if (tried.kind === 'unknown') return <p>{t('try.unknown')}</p>;
  if (tried.kind === 'gs1Faulty') return <p>{t('try.gs1Faulty', { at: tried.at })}</p>;
  if (tried.kind === 'product') return <p>{t('try.product', { name: tried.productName })}</p>;
  const product = { id: 'product', label: t('try.sells'), value: tried.productName ?? t('try.nobody') };
  if (tried.kind === 'gs1')
    return (
      <KeyValueList
        items={[product, ...tried.elements.map(({ ai, value }) => ({ id: ai, label: `(${ai})`, value }))]}
      />
    );
  return (
    <KeyValueList
      items={[
        { id: 'label', label: t('try.label'), value: tried.templateName },
        ...(tried.enabled ? [] : [{ id: 'off', label: t('try.state'), value: t('try.notInUse') }]),
        { id: 'item', label: t('try.item'), value: tried.itemNumber },
        product,
        { id: 'value', label: t(`kind.${tried.valueKind}`), value: valueText(t, format, tried) },
        { id: 'check', label: t('try.checkDigits'), value: checkText(t, tried) },
      ]}
    />
  );
}

type LabelTried = Extract<Tried, { kind: 'label' }>;

function valueText(
  t: TFunction<'labels'>,
  format: Format,
  { valueKind, value, decimals }: LabelTried,
): string {
  const quantity = format.quantity(value * 10 ** (3 - decimals));
  if (valueKind === 'weight') return t('try.kilograms', { quantity });
  return valueKind === 'count'
    ? quantity
    : format.money(Math.round(value * 10 ** (format.exponent - decimals)));
}

function checkText(t: TFunction<'labels'>, { checkDigitRight, verifierRight }: LabelTried): string {
  if (!checkDigitRight) return t('try.checkWrong');
  return t(verifierRight ? 'try.checkRight' : 'try.verifierWrong');
}
