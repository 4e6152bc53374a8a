import { ArchiveRestore, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall, useCommand } from '../../../client/hooks.ts';
import { Button, Dialog, notify, QueryState } from '../../../ui/index.ts';
import type { Category } from '../product-filters.ts';
import { ArchiveCategoryForm } from './archive-category-form.tsx';
import styles from './categories.module.css';
import { CategoryRow } from './category-row.tsx';
import { categoryNodes } from './category-tree.ts';
import { EditCategoryForm } from './edit-category-form.tsx';
import { NewCategoryForm } from './new-category-form.tsx';

/** What lies open in the list: one form at a time. */
type Open = { kind: 'none' | 'add' } | { kind: 'edit' | 'archive' | 'addInside'; id: string };

/** The category tree: add, rename, colour, move, reorder, archive. */
export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('products');
  const categories = useCall('category.list', { withArchived: true });
  const counted = useCall('category.countProducts', {}).data;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [archivedShown, setArchivedShown] = useState(false);
  const all = categories.data ?? [];
  const nodes = categoryNodes(all.filter(({ archived }) => !archived));
  const archived = all.filter((category) => category.archived);
  const close = () => setOpen({ kind: 'none' });
  const added = (category: Category | null) => {
    close();
    if (category) notify({ message: t('categories.added', { name: category.name }), tone: 'success' });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('categories.title')}
      size="large"
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
          isEmpty={() => nodes.length === 0}
          empty={<p className={styles.muted}>{t('categories.empty')}</p>}
        >
          {() => (
            <ul className={styles.list}>
              {nodes.map((node) => {
                const productCount = counted?.find(({ categoryId }) => categoryId === node.id)?.products;
                const kind = 'id' in open && open.id === node.id ? open.kind : 'none';
                return (
                  <li key={node.id} className={styles.item}>
                    {kind === 'edit' ? (
                      <EditCategoryForm node={node} nodes={nodes} onDone={close} />
                    ) : (
                      <CategoryRow
                        node={node}
                        nodes={nodes}
                        productCount={productCount}
                        onOpen={(kind) => setOpen({ kind, id: node.id })}
                      />
                    )}
                    {kind === 'archive' ? (
                      <ArchiveCategoryForm
                        node={node}
                        nodes={nodes}
                        productCount={productCount}
                        onDone={close}
                      />
                    ) : null}
                    {kind === 'addInside' ? <NewCategoryForm parentId={node.id} onDone={added} /> : null}
                  </li>
                );
              })}
            </ul>
          )}
        </QueryState>
        {open.kind === 'add' ? (
          <NewCategoryForm onDone={added} />
        ) : (
          <div className={styles.newButtons}>
            <Button icon={Plus} onClick={() => setOpen({ kind: 'add' })} data-autofocus>
              {t('categories.add')}
            </Button>
            {archived.length > 0 ? (
              <Button variant="quiet" onClick={() => setArchivedShown(!archivedShown)}>
                {t(archivedShown ? 'categories.hideArchived' : 'categories.showArchived', {
                  count: archived.length,
                })}
              </Button>
            ) : null}
          </div>
        )}
        {archivedShown ? <Archived categories={archived} /> : null}
      </div>
    </Dialog>
  );
}

function Archived({ categories }: { categories: readonly Category[] }) {
  const { t } = useTranslation('products');
  const restore = useCommand('category.restore');
  const bringBack = ({ id, version, name }: Category) =>
    restore.mutate(
      { id, expectedVersion: version },
      {
        onSuccess: () => notify({ message: t('categories.restored', { name }), tone: 'success' }),
        onError: (error) => notify({ message: errorMessage(t, error), tone: 'danger' }),
      },
    );
  return (
    <ul className={styles.list} aria-label={t('categories.archivedOnes')}>
      {categories.map((category) => (
        <li key={category.id} className={styles.item}>
          <div className={styles.row}>
            <span className={styles.archived}>{category.name}</span>
            <Button icon={ArchiveRestore} onClick={() => bringBack(category)}>
              {t('action.restore')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
