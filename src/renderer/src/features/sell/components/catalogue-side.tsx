import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/hooks.ts';
import { ChipRow } from '../../../ui/index.ts';
import type { CustomerSummary, ProductSummary } from '../till/till-state.ts';
import type { Search } from '../till/use-search.ts';
import { BrowseGrid, FAVOURITES } from './browse-grid.tsx';
import { SearchResults } from './search-results.tsx';

export interface CatalogueSideProps {
  search: Search;
  chosenIndex: number;
  onProduct: (product: ProductSummary) => void;
  onCustomer: (customer: CustomerSummary) => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Under the scan field: results while something is typed, else chips and tiles. */
export function CatalogueSide({ search, chosenIndex, onProduct, onCustomer, field }: CatalogueSideProps) {
  const { t } = useTranslation('sell');
  const [chip, setChip] = useState(FAVOURITES);
  const categories = useCall('category.list', {});
  const top = (categories.data ?? []).filter((category) => category.parentId === null);
  const known = chip === FAVOURITES || top.some((category) => category.id === chip);
  useEffect(() => {
    if (categories.data && !known) setChip(FAVOURITES);
  }, [categories.data, known]);
  if (search.active)
    return (
      <SearchResults
        search={search}
        chosenIndex={chosenIndex}
        onProduct={onProduct}
        onCustomer={onCustomer}
      />
    );
  return (
    <>
      <ChipRow
        label={t('categories')}
        moreLabel={t('moreCategories')}
        options={[
          { value: FAVOURITES, label: t('favourites') },
          ...top.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={chip}
        onChange={(value) => {
          setChip(value);
          field.current?.focus();
        }}
      />
      <BrowseGrid chip={known ? chip : FAVOURITES} onChoose={onProduct} />
    </>
  );
}
