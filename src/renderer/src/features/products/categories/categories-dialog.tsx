import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { command } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, Dialog, IconButton, notify, QueryState } from '../../../ui/index.ts';
import styles from './categories.module.css';
import { type CategoryNode, categoryNodes, movedAmongSisters } from './category-tree.ts';
import { EditCategoryForm } from './edit-category-form.tsx';
import { NewCategoryForm } from './new-category-form.tsx';

/** The category tree: add, rename, move. */
export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('products');
  const categories = useCall('category.list', {});
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const nodes = categoryNodes(categories.data ?? []);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('categories.title')}
      actions={
        <Button size="touch" variant="primary" onClick={onClose}>
          {t('common:done')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <QueryState
          query={categories}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={(data) => data.length === 0}
          empty={<p className={styles.muted}>{t('categories.empty')}</p>}
        >
          {() => (
            <ul className={styles.list}>
              {nodes.map((node) => (
                <li key={node.id} className={styles.item}>
                  {editing === node.id ? (
                    <EditCategoryForm node={node} nodes={nodes} onDone={() => setEditing(null)} />
                  ) : (
                    <CategoryRow node={node} nodes={nodes} onEdit={() => setEditing(node.id)} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </QueryState>
        {adding ? (
          <NewCategoryForm
            onDone={(category) => {
              setAdding(false);
              if (category)
                notify({ message: t('categories.added', { name: category.name }), tone: 'success' });
            }}
          />
        ) : (
          <span>
            <Button icon={Plus} onClick={() => setAdding(true)} data-autofocus>
              {t('categories.add')}
            </Button>
          </span>
        )}
      </div>
    </Dialog>
  );
}

interface RowProps {
  node: CategoryNode;
  nodes: readonly CategoryNode[];
  onEdit: () => void;
}

function CategoryRow({ node, nodes, onEdit }: RowProps) {
  const { t } = useTranslation('products');
  const [busy, setBusy] = useState(false);
  const { name } = node;
  const move = async (by: -1 | 1) => {
    setBusy(true);
    try {
      for (const { node: sister, position } of movedAmongSisters(nodes, node.id, by) ?? []) {
        const { id, version, parentId } = sister;
        await command('category.save', {
          id,
          expectedVersion: version,
          name: sister.name,
          parentId,
          position,
        });
      }
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.row} style={{ paddingInlineStart: `calc(${node.depth} * var(--space-6))` }}>
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{t('categories.products', { count: node.productCount })}</span>
      <IconButton
        icon={ArrowUp}
        label={t('categories.up', { name })}
        disabled={busy || !movedAmongSisters(nodes, node.id, -1)}
        onClick={() => void move(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('categories.down', { name })}
        disabled={busy || !movedAmongSisters(nodes, node.id, 1)}
        onClick={() => void move(1)}
      />
      <IconButton icon={Pencil} label={t('categories.rename', { name })} onClick={onEdit} />
    </div>
  );
}
