import { memo, type RefObject, useEffect, useMemo, useState } from 'react';
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
  const [chip, setChip] = useState(FAVOURITES);
  return search.shown ? (
    <SearchResults search={search} chosenIndex={chosenIndex} onProduct={onProduct} onCustomer={onCustomer} />
  ) : (
    <Browse chip={chip} onChip={setChip} onProduct={onProduct} field={field} />
  );
}

interface BrowseProps extends Pick<CatalogueSideProps, 'onProduct' | 'field'> {
  chip: string;
  onChip: (chip: string) => void;
}

/** A hundred tiles stand still while a scanner types above them. */
const Browse = memo(function Browse({ chip, onChip, onProduct, field }: BrowseProps) {
  const { t } = useTranslation('sell');
  const { data: categories } = useCall('category.list', {});
  const options = useMemo(
    () => [
      { value: FAVOURITES, label: t('favourites') },
      ...(categories ?? [])
        .filter(({ parentId }) => parentId === null)
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    [categories, t],
  );
  const known = options.some(({ value }) => value === chip);
  useEffect(() => {
    if (categories && !known) onChip(FAVOURITES);
  }, [categories, known, onChip]);
  return (
    <>
      <ChipRow
        label={t('categories')}
        moreLabel={t('moreCategories')}
        options={options}
        value={chip}
        onChange={(value) => {
          onChip(value);
          field.current?.focus();
        }}
      />
      <BrowseGrid chip={known ? chip : FAVOURITES} onChoose={onProduct} />
    </>
  );
});
