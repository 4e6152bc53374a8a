import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, ColourField, SelectField, TextField } from '../../../ui/index.ts';
import { useColourOptions } from '../use-colour-options.ts';
import styles from './categories.module.css';
import { type CategoryNode, possibleParents } from './category-tree.ts';

interface EditProps {
  node: CategoryNode;
  nodes: readonly CategoryNode[];
  onDone: () => void;
}

/** Renames a category, colours it or puts it somewhere else. Its Esc leaves the dialog open. */
export function EditCategoryForm({ node, nodes, onDone }: EditProps) {
  const { t } = useTranslation('products');
  const [name, setName] = useState(node.name);
  const [parentId, setParentId] = useState(node.parentId ?? '');
  const [colour, setColour] = useState(node.colour);
  const save = useCommand('category.save');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const moved = parentId !== (node.parentId ?? '');
    const position = moved ? nodes.filter((one) => (one.parentId ?? '') === parentId).length : node.position;
    const { id, version: expectedVersion } = node;
    save.mutate(
      { id, expectedVersion, name, parentId: parentId || null, position, colour },
      { onSuccess: onDone },
    );
  };
  return (
    <form className={styles.newForm} onSubmit={submit}>
      <TextField
        label={t('categories.name')}
        autoFocus
        data-mantine-stop-propagation="true"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        maxLength={200}
        value={name}
        error={save.error ? errorMessage(t, save.error) : undefined}
        onChange={setName}
      />
      <SelectField
        label={t('categories.parent')}
        searchable
        nothingFound={t('editor.findCategory')}
        value={parentId}
        onChange={setParentId}
        options={[
          { value: '', label: t('editor.topLevel') },
          ...possibleParents(nodes, node.id).map(({ id, path }) => ({ value: id, label: path })),
        ]}
      />
      <div className={styles.wide}>
        <ColourField
          label={t('categories.colour')}
          value={colour}
          onChange={setColour}
          options={useColourOptions('colour.byName')}
        />
      </div>
      <div className={styles.newButtons}>
        <Button variant="primary" type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {t('common:save')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
