import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, FieldError, notify, SelectField } from '../../../ui/index.ts';
import styles from './categories.module.css';
import { type CategoryNode, possibleParents } from './category-tree.ts';

interface ArchiveProps {
  node: CategoryNode;
  nodes: readonly CategoryNode[];
  /** Undefined while it is being counted. */
  productCount: number | undefined;
  onDone: () => void;
}

/** A category that still holds something: where that goes. */
export function ArchiveCategoryForm({ node, nodes, productCount, onDone }: ArchiveProps) {
  const { t } = useTranslation('products');
  const [target, setTarget] = useState(node.parentId ?? '');
  const archive = useCommand('category.archive');
  const { id, name, version: expectedVersion } = node;
  const submit = () =>
    archive.mutate(
      { id, expectedVersion, moveTo: target || null },
      {
        onSuccess: () => {
          notify({ message: t('categories.archived', { name }), tone: 'success' });
          onDone();
        },
      },
    );
  return (
    <div className={styles.newForm}>
      {productCount === undefined ? null : (
        <p className={styles.wide}>{t('categories.stillHolds', { name, count: productCount })}</p>
      )}
      <SelectField
        label={t('categories.moveTo')}
        searchable
        nothingFound={t('editor.findCategory')}
        value={target}
        onChange={setTarget}
        options={[
          { value: '', label: t('noCategory') },
          ...possibleParents(nodes, id).map(({ id, path }) => ({ value: id, label: path })),
        ]}
      />
      {archive.error ? <FieldError>{errorMessage(t, archive.error)}</FieldError> : null}
      <div className={styles.newButtons}>
        <Button variant="primary" loading={archive.isPending} onClick={submit}>
          {t('categories.moveAndArchive')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}
