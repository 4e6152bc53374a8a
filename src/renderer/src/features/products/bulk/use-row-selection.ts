import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowSelection } from '../../../ui/index.ts';
import { type ProductFilters, type ProductRow, toListInput } from '../product-filters.ts';
import { ALL, type Chosen, choose, countChosen, isChosen, NONE } from './selection.ts';

/** The filter alone, without order. */
export function bulkFilter(filters: ProductFilters) {
  const { sort: _, descending: __, ...filter } = toListInput(filters);
  return filter;
}

/** The chosen rows of the list; another search or filter starts anew, another order does not. */
export function useRowSelection(filters: ProductFilters, mayEdit: boolean, total: number) {
  const { t } = useTranslation('products');
  const about = JSON.stringify(bulkFilter(filters));
  const [state, setState] = useState<{ about: string; chosen: Chosen }>({ about, chosen: NONE });
  const chosen = state.about === about ? state.chosen : NONE;
  const setChosen = (next: Chosen) => setState({ about, chosen: next });
  const count = countChosen(chosen, total);
  const selection: RowSelection<ProductRow> = {
    isChosen: ({ id }) => isChosen(chosen, id),
    all: count === 0 ? false : count === total ? true : 'some',
    onChoose: (rows, yes) =>
      setChosen(
        choose(
          chosen,
          rows.map(({ id }) => id),
          yes,
        ),
      ),
    onAll: (yes) => setChosen(yes ? ALL : NONE),
    labels: { all: t('bulk.all'), row: ({ name }) => t('bulk.row', { name }) },
  };
  return { chosen, setChosen, selection: mayEdit ? selection : undefined };
}
