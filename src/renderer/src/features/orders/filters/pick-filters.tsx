import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/hooks.ts';
import { useMay } from '../../session/session.ts';
import { ChoiceChip } from './choice-chip.tsx';
import type { FilterProps } from './order-filter-bar.tsx';
import { type Pick, PickDialog } from './pick-dialog.tsx';

const MOST_SHOWN = 30;

/** Orders of one customer. */
export function CustomerFilter({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('orders');
  const may = useMay('customers.edit');
  const [open, setOpen] = useState(false);
  const chosen = useCall(
    'customer.get',
    { id: filters.customer },
    { enabled: may && filters.customer !== '' },
  );
  const choose = (customer: string) => {
    setOpen(false);
    onChange({ customer });
  };
  if (!may) return null;
  return (
    <>
      <ChoiceChip
        label={t('filter.customer')}
        value={filters.customer === '' ? t('any') : (chosen.data?.name ?? '…')}
        onOpen={() => setOpen(true)}
      />
      {open ? (
        <PickDialog
          title={t('pick.customer')}
          searchLabel={t('pick.customerSearch')}
          useFound={useCustomers}
          chosenId={filters.customer}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** Orders that hold one product. */
export function ProductFilter({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('orders');
  const may = useMay('catalogue.view');
  const [open, setOpen] = useState(false);
  const chosen = useCall('product.get', { id: filters.product }, { enabled: may && filters.product !== '' });
  const choose = (product: string) => {
    setOpen(false);
    onChange({ product });
  };
  if (!may) return null;
  return (
    <>
      <ChoiceChip
        label={t('filter.product')}
        value={filters.product === '' ? t('any') : (chosen.data?.name ?? '…')}
        onOpen={() => setOpen(true)}
      />
      {open ? (
        <PickDialog
          title={t('pick.product')}
          searchLabel={t('pick.productSearch')}
          useFound={useProducts}
          chosenId={filters.product}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function useCustomers(text: string): readonly Pick[] {
  const found = useCall('customer.search', { text, limit: MOST_SHOWN }, { keepPrevious: true });
  return (found.data?.rows ?? []).map(({ id, name, phone, email }) => ({
    id,
    name,
    hint: phone ?? email ?? '',
  }));
}

/** Archived ones too: they were sold once. */
function useProducts(text: string): readonly Pick[] {
  const found = useCall('product.list', { text, status: 'any', limit: MOST_SHOWN }, { keepPrevious: true });
  return (found.data?.rows ?? []).map(({ id, name, sku }) => ({ id, name, hint: sku ?? '' }));
}
