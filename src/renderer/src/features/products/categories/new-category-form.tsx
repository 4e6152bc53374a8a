import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { Button, SelectField, TextField } from '../../../ui/index.ts';
import type { Category } from '../product-filters.ts';
import styles from './categories.module.css';
import { categoryNodes } from './category-tree.ts';

/** Name and place of a new category. No form element of its own: it may stand inside another form, whose dialog its
 *  Esc must not close. */
export function NewCategoryForm({
  parentId: startParentId = '',
  onDone,
}: {
  parentId?: string;
  onDone: (category: Category | null) => void;
}) {
  const { t } = useTranslation('products');
  const { data: categories = [] } = useCall('category.list', {});
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState(startParentId);
  const save = useCommand('category.save');
  const submit = () => {
    if (name.trim() === '' || save.isPending) return;
    const sisters = categories.filter((one) => (one.parentId ?? '') === parentId);
    save.mutate({ name, parentId: parentId || null, position: sisters.length }, { onSuccess: onDone });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onDone(null);
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={styles.newForm}>
      <TextField
        label={t('editor.categoryName')}
        autoFocus
        data-mantine-stop-propagation="true"
        maxLength={200}
        value={name}
        error={save.error ? errorMessage(t, save.error) : undefined}
        onChange={setName}
        onKeyDown={keys}
      />
      <SelectField
        label={t('editor.categoryParent')}
        searchable
        nothingFound={t('editor.findCategory')}
        value={parentId}
        onChange={setParentId}
        options={[
          { value: '', label: t('editor.topLevel') },
          ...categoryNodes(categories).map(({ id, path }) => ({ value: id, label: path })),
        ]}
      />
      <div className={styles.newButtons}>
        <Button variant="primary" disabled={name.trim() === ''} loading={save.isPending} onClick={submit}>
          {t('common:add')}
        </Button>
        <Button onClick={() => onDone(null)}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}
