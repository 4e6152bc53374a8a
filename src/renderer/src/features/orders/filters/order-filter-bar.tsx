import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ORDER_TENDERS } from '../../../../../shared/contract/order.contract.ts';
import { useCall } from '../../../client/hooks.ts';
import { FilterBar, FilterChip } from '../../../ui/index.ts';
import { useMay, useSignedIn } from '../../session/session.ts';
import { AmountFilter } from './amount-filter.tsx';
import styles from './filters.module.css';
import { type OrderFilters, STATES } from './order-filters.ts';
import { PeriodFilter } from './period-filter.tsx';
import { CustomerFilter, ProductFilter } from './pick-filters.tsx';

export interface FilterProps {
  filters: OrderFilters;
  onChange: (patch: Partial<OrderFilters>) => void;
}

/** Search and filters of the list; the address keeps them. */
export function OrderFilterBar({ filters, onChange, search }: FilterProps & { search: ReactNode }) {
  const { t } = useTranslation('orders');
  const any = { value: '', label: t('any') };
  return (
    <FilterBar label={t('filters')}>
      <div className={styles.search}>{search}</div>
      <PeriodFilter filters={filters} onChange={onChange} />
      <FilterChip
        label={t('filter.state')}
        value={filters.state}
        options={[any, ...STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
        onChange={(state) => onChange({ state })}
      />
      <FilterChip
        label={t('filter.tender')}
        value={filters.tender}
        options={[any, ...ORDER_TENDERS.map((kind) => ({ value: kind, label: t(`sell:tender.${kind}`) }))]}
        onChange={(tender) => onChange({ tender })}
      />
      <StaffFilter filters={filters} onChange={onChange} />
      <CustomerFilter filters={filters} onChange={onChange} />
      <ProductFilter filters={filters} onChange={onChange} />
      <AmountFilter filters={filters} onChange={onChange} />
    </FilterBar>
  );
}

/** Everyone, for those who may know the staff; the others can pick themselves out. */
function StaffFilter({ filters, onChange }: FilterProps) {
  const { t } = useTranslation('orders');
  const me = useSignedIn().staff;
  const mayKnow = useMay('staff.view');
  const staff = useCall('staff.list', {}, { enabled: mayKnow });
  const people = mayKnow
    ? (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
    : [{ value: me.id, label: t('me') }];
  return (
    <FilterChip
      label={t('filter.staff')}
      value={filters.staff}
      options={[{ value: '', label: t('any') }, ...people]}
      onChange={(person) => onChange({ staff: person })}
    />
  );
}
