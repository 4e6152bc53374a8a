import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { Button, Dialog, FieldError, notify, Segmented, SelectField } from '../../../ui/index.ts';
import { categoryNodes } from '../categories/category-tree.ts';
import styles from './bulk.module.css';
import { type BulkDraft, EMPTY_DRAFT, toChange } from './bulk-draft.ts';
import { BulkPreview, type BulkSelection } from './bulk-preview.tsx';
import { PriceFields } from './price-fields.tsx';
import { useBulkUndo } from './use-bulk-undo.ts';

const KINDS = ['price', 'category', 'taxCategory'] as const;

interface BulkDialogProps {
  selection: BulkSelection;
  onClose: () => void;
  onDone: () => void;
}

/** One change for all that is chosen: what it would do is shown before, and it can be taken back after. */
export function BulkDialog({ selection, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('products');
  const [draft, setDraft] = useState<BulkDraft>(EMPTY_DRAFT);
  const edit = (patch: Partial<BulkDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const save = useCommand('product.bulkEdit');
  const undo = useBulkUndo();
  const change = toChange(draft);
  const preview = useCall(
    'product.previewBulkEdit',
    { selection, change: change ?? { kind: 'category', categoryId: null } },
    { enabled: change !== null, keepPrevious: true },
  );
  const changed = change && !preview.isPlaceholderData ? (preview.data?.changed ?? 0) : 0;
  const submit = () => {
    if (!change || changed === 0) return;
    save.mutate(
      { selection, change, expectedChanged: changed },
      {
        onSuccess: (done) => {
          notify({
            message: t('bulk.done', { count: done.changed }),
            tone: 'success',
            about: done.id,
            undo: () => void undo(done.id),
          });
          onDone();
        },
        onError: () => void preview.refetch(),
      },
    );
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bulk.title')}
      actions={
        <>
          <Button size="touch" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            size="touch"
            variant="primary"
            loading={save.isPending}
            disabled={changed === 0}
            onClick={submit}
          >
            {t('bulk.apply', { count: changed })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label={t('bulk.what')}
          options={KINDS.map((value) => ({ value, label: t(`bulk.kind.${value}`) }))}
          value={draft.kind}
          onChange={(kind) => edit({ kind })}
        />
        {draft.kind === 'price' ? <PriceFields draft={draft} onEdit={edit} /> : null}
        {draft.kind === 'category' ? <CategoryChoice draft={draft} onEdit={edit} /> : null}
        {draft.kind === 'taxCategory' ? <TaxChoice draft={draft} onEdit={edit} /> : null}
        <BulkPreview
          kind={draft.kind}
          ready={change !== null}
          preview={preview.data}
          error={change ? preview.error : null}
        />
        {save.error ? <FieldError>{errorMessage(t, save.error)}</FieldError> : null}
      </div>
    </Dialog>
  );
}

export interface DraftFields {
  draft: BulkDraft;
  onEdit: (patch: Partial<BulkDraft>) => void;
}

function CategoryChoice({ draft, onEdit }: DraftFields) {
  const { t } = useTranslation('products');
  const { data: categories = [] } = useCall('category.list', {});
  return (
    <SelectField
      label={t('editor.category')}
      searchable
      nothingFound={t('editor.findCategory')}
      value={draft.categoryId}
      onChange={(categoryId) => onEdit({ categoryId })}
      options={[
        { value: '', label: t('noCategory') },
        ...categoryNodes(categories).map(({ id, path }) => ({ value: id, label: path })),
      ]}
    />
  );
}

function TaxChoice({ draft, onEdit }: DraftFields) {
  const { t } = useTranslation('products');
  const { data: taxes = [] } = useCall('tax.listCategories', {});
  return (
    <SelectField
      label={t('editor.tax')}
      placeholder={t('editor.taxEmpty')}
      value={draft.taxCategoryId}
      onChange={(taxCategoryId) => onEdit({ taxCategoryId })}
      options={taxes.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
