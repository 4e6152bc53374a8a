import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import {
  FormRow,
  ParsedField,
  type ParsedFieldProps,
  SelectField,
  Switch,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { UNITS_SHOWN } from '../units.ts';
import { BarcodesField } from './barcodes-field.tsx';
import { CategoryField } from './category-field.tsx';
import { ImagesField } from './images-field.tsx';
import type { DraftField } from './product-draft.ts';
import styles from './product-editor.module.css';
import { TillFields } from './till-fields.tsx';
import type { ProductSave } from './use-product-save.ts';

const POLICIES = ['allow', 'warn', 'block'] as const;

/** Every fact of a product, the usual ones first. */
export function ProductForm({ editor }: { editor: ProductSave }) {
  const { t } = useTranslation('products');
  const { draft, edit, faults, round } = editor;
  const error = useFieldError(editor);
  return (
    <div key={round} className={styles.sections}>
      <Section title={t('editor.basics')}>
        <TextField
          label={t('editor.name')}
          required
          data-autofocus
          value={draft.name}
          error={error('name')}
          onChange={(name) => edit({ name })}
        />
        <CategoryField
          value={draft.categoryId}
          error={error('categoryId')}
          onChange={(categoryId) => edit({ categoryId })}
        />
      </Section>
      <Section title={t('editor.pricing')}>
        <PricingFields editor={editor} />
      </Section>
      <Section title={t('editor.codes')}>
        <FormRow>
          <TextField
            label={t('editor.sku')}
            hint={t('editor.skuHint')}
            value={draft.sku}
            error={error('sku')}
            onChange={(sku) => edit({ sku })}
          />
          <TextField
            label={t('editor.supplierCode')}
            hint={t('editor.supplierCodeHint')}
            value={draft.supplierCode}
            error={error('supplierCode')}
            onChange={(supplierCode) => edit({ supplierCode })}
          />
        </FormRow>
        <BarcodesField
          rows={draft.barcodes}
          faults={faults.barcodes}
          error={error('barcodes')}
          onChange={(barcodes) => edit({ barcodes })}
        />
      </Section>
      <Section title={t('editor.stock')}>
        <StockFields editor={editor} />
      </Section>
      <Section title={t('editor.images')}>
        <ImagesField images={editor.images} onChange={editor.setImages} />
      </Section>
      <Section title={t('editor.till')}>
        <TillFields editor={editor} />
      </Section>
      <Section title={t('editor.more')}>
        <FormRow>
          <TextField
            label={t('editor.brand')}
            value={draft.brand}
            error={error('brand')}
            onChange={(brand) => edit({ brand })}
          />
          <TextField
            label={t('editor.packSize')}
            placeholder={t('editor.packSizePlaceholder')}
            value={draft.packSize}
            error={error('packSize')}
            onChange={(packSize) => edit({ packSize })}
          />
        </FormRow>
        <TextArea
          label={t('editor.description')}
          value={draft.description}
          error={error('description')}
          onChange={(description) => edit({ description })}
        />
        <TextArea
          label={t('editor.notes')}
          hint={t('editor.notesHint')}
          value={draft.notes}
          error={error('notes')}
          onChange={(notes) => edit({ notes })}
        />
      </Section>
    </div>
  );
}

function PricingFields({ editor }: { editor: ProductSave }) {
  const { t } = useTranslation('products');
  const { draft, edit } = editor;
  const money = useMoneyInput();
  const error = useFieldError(editor);
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  const choosable = taxes.filter(({ id, archived }) => !archived || id === draft.taxCategoryId);
  return (
    <>
      <FormRow>
        <ParsedField
          {...money}
          label={t('editor.price')}
          hint={t('editor.priceHint')}
          {...editor.figure('priceMinor')}
          error={error('priceMinor')}
        />
        <ParsedField
          {...money}
          label={t('editor.cost')}
          hint={t('editor.costHint')}
          {...editor.figure('costMinor')}
          error={error('costMinor')}
        />
      </FormRow>
      <FormRow>
        <SelectField
          label={t('editor.tax')}
          required
          placeholder={t('editor.taxEmpty')}
          value={draft.taxCategoryId}
          error={error('taxCategoryId')}
          onChange={(taxCategoryId) => edit({ taxCategoryId })}
          options={choosable.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={t('editor.unit')}
          value={draft.unit}
          error={error('unit')}
          onChange={(unit) => edit({ unit })}
          options={UNITS_SHOWN.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        />
      </FormRow>
    </>
  );
}

function StockFields({ editor }: { editor: ProductSave }) {
  const { t } = useTranslation('products');
  const { draft, edit, product } = editor;
  const quantity = useQuantityInput();
  const error = useFieldError(editor);
  return (
    <>
      <Switch
        label={t('editor.tracked')}
        hint={t('editor.trackedHint')}
        checked={draft.tracked}
        onChange={(tracked) => edit({ tracked, ...(tracked ? {} : { openingStockMilli: null }) })}
      />
      {draft.tracked ? (
        <FormRow>
          {product ? null : (
            <ParsedField
              {...quantity}
              label={t('editor.openingStock')}
              hint={t('editor.openingStockHint')}
              {...editor.figure('openingStockMilli')}
              error={error('openingStockMilli')}
            />
          )}
          <ParsedField
            {...quantity}
            label={t('editor.lowStock')}
            hint={t('editor.lowStockHint')}
            {...editor.figure('lowStockMilli')}
            error={error('lowStockMilli')}
          />
          <SelectField
            label={t('editor.negativeStock')}
            value={draft.negativeStock}
            error={error('negativeStock')}
            onChange={(negativeStock) => edit({ negativeStock })}
            options={POLICIES.map((value) => ({ value, label: t(`negativeStock.${value}`) }))}
          />
        </FormRow>
      ) : null}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

function useFieldError({ faults }: ProductSave): (field: DraftField) => string | undefined {
  const { t } = useTranslation('products');
  return (field) => {
    const fault = faults.fields[field];
    return fault && t(fault.key, { ...fault.values });
  };
}

type Parsing = Pick<ParsedFieldProps, 'parse' | 'format' | 'invalidMessage'>;

function useMoneyInput(): Parsing {
  const { t } = useTranslation('common');
  const { parseMoney, moneyInput } = useFormat();
  return { parse: parseMoney, format: moneyInput, invalidMessage: t('cannotRead') };
}

function useQuantityInput(): Parsing {
  const { t } = useTranslation('common');
  const { parseQuantity, quantityInput } = useFormat();
  return { parse: parseQuantity, format: quantityInput, invalidMessage: t('cannotRead') };
}
