import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';

type Change = CallOutput<'product.listBulkEdits'>[number]['change'];
type PriceHow = Extract<Change, { kind: 'price' }>['how'];

/** What a change of many products did, in words: "Price +10%, ending in .99". */
export function useChangeText(): (change: Change) => string {
  const { t } = useTranslation('products');
  const { money, rate } = useFormat();
  const { data: categories = [] } = useCall('category.list', { withArchived: true });
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? '…';
  const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
  const price = (how: PriceHow): string => {
    if (how.kind === 'set') return money(how.priceMinor);
    return how.kind === 'amount'
      ? signed(money(how.amountMinor), how.amountMinor)
      : signed(rate(how.ppm), how.ppm);
  };
  return (change) => {
    if (change.kind === 'category')
      return t('pastEdits.category', {
        name: change.categoryId === null ? t('noCategory') : nameOf(categories, change.categoryId),
      });
    if (change.kind === 'taxCategory')
      return t('pastEdits.tax', { name: nameOf(taxes, change.taxCategoryId) });
    const how = t(change.how.kind === 'set' ? 'pastEdits.priceSet' : 'pastEdits.price', {
      change: price(change.how),
    });
    return change.ending === 'any' ? how : t('pastEdits.ending', { how, ending: `.${change.ending}` });
  };
}
