import { useTranslation } from 'react-i18next';
import { ListSearch } from '../../../app/list-search.tsx';
import { useCall } from '../../../client/hooks.ts';
import { FilterBar, FilterChip } from '../../../ui/index.ts';
import { categoryNodes } from '../categories/category-tree.ts';
import { changeOrder, FILTER_VALUES, ORDERS, orderOf, type ProductFilters } from '../product-filters.ts';
import { useSearchChange } from '../use-search-change.ts';
import { MoreFilters } from './more-filters.tsx';

interface FilterBarProps {
  filters: ProductFilters;
  onChange: (patch: Partial<ProductFilters>) => void;
}

/** Search and filters of the list; the address keeps them. */
export function ProductFilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('products');
  const { data: categories = [] } = useCall('category.list', {});
  const onSearch = useSearchChange(onChange);
  return (
    <FilterBar label={t('filters')}>
      <ListSearch
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filters.q}
        onChange={onSearch}
      />
      <FilterChip
        label={t('filter.category')}
        value={filters.category}
        options={[
          { value: '', label: t('common:all') },
          ...categoryNodes(categories).map(({ id, path }) => ({ value: id, label: path })),
        ]}
        onChange={(category) => onChange({ category })}
      />
      <MoreFilters filters={filters} onChange={onChange} />
      {(['stock', 'priced', 'status'] as const).map((name) => (
        <FilterChip
          key={name}
          label={t(`filter.${name}`)}
          value={filters[name]}
          options={FILTER_VALUES[name].map((value) => ({ value, label: t(`filter.${name}Value.${value}`) }))}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      <FilterChip
        label={t('filter.sort')}
        value={orderOf(filters)}
        options={ORDERS.map((value) => ({ value, label: t(`filter.sortValue.${value}`) }))}
        onChange={(value) => onChange(changeOrder(value))}
      />
    </FilterBar>
  );
}
