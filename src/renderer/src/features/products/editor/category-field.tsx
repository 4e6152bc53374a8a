import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/hooks.ts';
import { Button, SelectField } from '../../../ui/index.ts';
import { categoryNodes } from '../categories/category-tree.ts';
import { NewCategoryForm } from '../categories/new-category-form.tsx';
import styles from './category-field.module.css';

interface CategoryFieldProps {
  value: string | null;
  error: string | undefined;
  onChange: (categoryId: string | null) => void;
}

/** Where a product belongs; a category that is missing is added on the spot. */
export function CategoryField({ value, error, onChange }: CategoryFieldProps) {
  const { t } = useTranslation('products');
  const [adding, setAdding] = useState(false);
  const { data: categories = [] } = useCall('category.list', {});
  if (adding) {
    return (
      <NewCategoryForm
        onDone={(category) => {
          setAdding(false);
          if (category) onChange(category.id);
        }}
      />
    );
  }
  return (
    <div className={styles.row}>
      <SelectField
        label={t('editor.category')}
        searchable
        nothingFound={t('editor.findCategory')}
        value={value ?? ''}
        error={error}
        onChange={(id) => onChange(id === '' ? null : id)}
        options={[
          { value: '', label: t('noCategory') },
          ...categoryNodes(categories).map(({ id, path }) => ({ value: id, label: path })),
        ]}
      />
      <Button icon={Plus} className={styles.add} onClick={() => setAdding(true)}>
        {t('editor.newCategory')}
      </Button>
    </div>
  );
}
