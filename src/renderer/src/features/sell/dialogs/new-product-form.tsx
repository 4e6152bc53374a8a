import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { FormDialog, MoneyField, SelectField, TextField } from '../../../ui/index.ts';
import { closeDialog, type ProductSummary } from '../till/till-state.ts';
import styles from './dialogs.module.css';
import { barcodeInput } from './remember-barcode.ts';

export interface NewProductFormProps {
  barcode: string;
  name: string;
  onBack: () => void;
  onMade: (product: ProductSummary) => void;
}

/** A product made at the counter: name, price and tax category; the rest can follow in Manage. */
export function NewProductForm({ barcode, name: typed, onBack, onMade }: NewProductFormProps) {
  const { t } = useTranslation('sell');
  const { parseMoney, moneyInput, currency } = useFormat();
  const create = useCommand('product.create');
  const taxCategories = (useCall('tax.listCategories', {}).data ?? []).filter(
    (category) => !category.archived,
  );
  const [name, setName] = useState(typed);
  const [priceMinor, setPriceMinor] = useState<number | null>(null);
  const [chosenTaxId, setTaxId] = useState<string | null>(null);
  const taxCategoryId = chosenTaxId ?? taxCategories[0]?.id ?? null;
  const ready = name.trim() !== '' && priceMinor !== null && taxCategoryId !== null;
  const submit = () => {
    if (priceMinor === null || taxCategoryId === null) return;
    create.mutate(newProduct({ barcode, name: name.trim(), priceMinor, taxCategoryId }), {
      onSuccess: onMade,
    });
  };
  return (
    <FormDialog
      onClose={closeDialog}
      title={t('unknown.createTitle')}
      submitLabel={t('unknown.createAndAdd')}
      shortcut="Enter"
      onSubmit={submit}
      ready={ready}
      busy={create.isPending}
      error={create.error ? errorMessage(t, create.error) : undefined}
      back={{ label: t('common:back'), perform: onBack }}
    >
      <p className={`${styles.code} tabular`}>{barcode}</p>
      <TextField
        label={t('unknown.name')}
        value={name}
        onChange={setName}
        size="touch"
        required
        maxLength={200}
        data-autofocus
      />
      <MoneyField
        label={t('unknown.price', { currency })}
        value={priceMinor}
        onChange={setPriceMinor}
        parse={parseMoney}
        format={moneyInput}
        invalidMessage={t('common:cannotRead')}
        size="touch"
        required
      />
      <SelectField
        label={t('unknown.tax')}
        size="touch"
        value={taxCategoryId}
        onChange={setTaxId}
        options={taxCategories.map((category) => ({ value: category.id, label: category.name }))}
      />
    </FormDialog>
  );
}

function newProduct({
  barcode,
  ...known
}: {
  barcode: string;
  name: string;
  priceMinor: number;
  taxCategoryId: string;
}) {
  return {
    ...known,
    sku: null,
    barcodes: [barcodeInput(barcode)],
    brand: null,
    packSize: null,
    categoryId: null,
    unit: 'each' as const,
    costMinor: null,
    description: '',
    negativeStock: 'warn' as const,
    lowStockMilli: null,
  };
}
