import { SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, Dialog, FormRow, MoneyField, TextField } from '../../../ui/index.ts';
import styles from '../bulk/bulk.module.css';
import type { ProductFilters } from '../product-filters.ts';

interface MoreFiltersProps {
  filters: ProductFilters;
  onChange: (patch: Partial<ProductFilters>) => void;
}

/** Brand and price range: what takes typing has a small window of its own; its button says what is set. */
export function MoreFilters({ filters, onChange }: MoreFiltersProps) {
  const { t } = useTranslation('products');
  const { money } = useFormat();
  const [open, setOpen] = useState(false);
  const { brand, from, to } = filters;
  const range = [from, to].map((text) => (text === '' ? '…' : money(Number(text)))).join(' – ');
  const said = [brand, from === '' && to === '' ? '' : range].filter(Boolean).join(' · ');
  return (
    <>
      <Button icon={SlidersHorizontal} onClick={() => setOpen(true)}>
        {said || t('filter.brandAndPrice')}
      </Button>
      {open ? <FilterDialog filters={filters} onChange={onChange} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function FilterDialog({ filters, onChange, onClose }: MoreFiltersProps & { onClose: () => void }) {
  const { t } = useTranslation('products');
  const { parseMoney, moneyInput } = useFormat();
  const [brand, setBrand] = useState(filters.brand);
  const [from, setFrom] = useState(readMinor(filters.from));
  const [to, setTo] = useState(readMinor(filters.to));
  const [formId, listId] = [useId(), useId()];
  const { data: brands = [] } = useCall(
    'product.listBrands',
    { text: brand, limit: 30 },
    { keepPrevious: true },
  );
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    onChange({
      brand: brand.trim(),
      from: from === null ? '' : String(from),
      to: to === null ? '' : String(to),
    });
    onClose();
  };
  const clear = () => {
    onChange({ brand: '', from: '', to: '' });
    onClose();
  };
  const figure = { parse: parseMoney, format: moneyInput, invalidMessage: t('common:cannotRead') };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="small"
      title={t('filter.brandAndPrice')}
      actions={
        <>
          <Button size="touch" onClick={clear}>
            {t('filter.clear')}
          </Button>
          <Button size="touch" variant="primary" type="submit" form={formId}>
            {t('filter.apply')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={apply}>
        <TextField
          label={t('editor.brand')}
          list={listId}
          autoComplete="off"
          data-autofocus
          value={brand}
          onChange={setBrand}
        />
        <datalist id={listId}>
          {brands.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <FormRow>
          <MoneyField {...figure} label={t('filter.priceFrom')} value={from} onChange={setFrom} />
          <MoneyField {...figure} label={t('filter.priceTo')} value={to} onChange={setTo} />
        </FormRow>
      </form>
    </Dialog>
  );
}

function readMinor(text: string): number | null {
  return /^\d{1,13}$/.test(text) ? Number(text) : null;
}
