import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button } from '../../../ui/index.ts';
import type { Product } from '../product-filters.ts';
import { changedFields, type DraftField, draftOf, type ProductDraft } from './product-draft.ts';
import styles from './product-editor.module.css';

const LABELS: Partial<Record<DraftField, string>> = {
  categoryId: 'category',
  barcodes: 'codes',
  priceMinor: 'price',
  costMinor: 'cost',
  taxCategoryId: 'tax',
  lowStockMilli: 'lowStock',
};

interface ConflictNoticeProps {
  before: ProductDraft;
  mine: ProductDraft;
  theirs: Product;
  onReload: () => void;
  onKeepMine: () => void;
}

/** Somebody saved first: what they changed, and the two ways on. */
export function ConflictNotice({ before, mine, theirs, onReload, onKeepMine }: ConflictNoticeProps) {
  const { t } = useTranslation('products');
  const { dateTime } = useFormat();
  const theirDraft = draftOf(theirs);
  const text = useDraftText();
  const changes = changedFields(before, theirDraft);
  const ownChanges = changedFields(before, mine);
  return (
    <div className={styles.conflict} role="alert">
      <strong className={styles.conflictTitle}>{t('conflict.title')}</strong>
      <span>
        {changes.length === 0
          ? t('conflict.same')
          : t('conflict.hint', { when: dateTime(theirs.updatedAtMs) })}
      </span>
      <div className={styles.changes}>
        {changes.map((field) => (
          <Fragment key={field}>
            <strong>{t(`editor.${LABELS[field] ?? field}`)}</strong>
            <span>{t('conflict.theirs', { value: text(field, theirDraft) })}</span>
            <span>
              {ownChanges.includes(field)
                ? t('conflict.mine', { value: text(field, mine) })
                : t('conflict.before', { value: text(field, before) })}
            </span>
          </Fragment>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onReload}>{t('conflict.reload')}</Button>
        <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
      </div>
    </div>
  );
}

/** A field's value as people read it. */
function useDraftText(): (field: DraftField, draft: ProductDraft) => string {
  const { t } = useTranslation('products');
  const { money, quantity } = useFormat();
  const { data: categories = [] } = useCall('category.list', {});
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  const nothing = t('conflict.nothing');
  const named = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? nothing;
  return (field, draft) => {
    if (field === 'categoryId') return named(categories, draft.categoryId);
    if (field === 'taxCategoryId') return named(taxes, draft.taxCategoryId);
    if (field === 'unit') return t(`unit.${draft.unit}`);
    if (field === 'negativeStock') return t(`negativeStock.${draft.negativeStock}`);
    if (field === 'ownColour') return t(`colour.${draft.ownColour ?? 'none'}`);
    if (field === 'tracked') return t(draft.tracked ? 'common:yes' : 'common:no');
    if (field === 'minimumAge') return draft.minimumAge === null ? nothing : String(draft.minimumAge);
    if (field === 'barcodes') return draft.barcodes.map((row) => row.text).join(', ') || nothing;
    const value = draft[field];
    if (typeof value === 'number') return field === 'lowStockMilli' ? quantity(value) : money(value);
    return value || nothing;
  };
}
