import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { IconButton, Initials, Menu, notify } from '../../../ui/index.ts';
import styles from './categories.module.css';
import { type CategoryNode, placeAfterStep } from './category-tree.ts';

interface RowProps {
  node: CategoryNode;
  nodes: readonly CategoryNode[];
  /** Undefined while not known. */
  productCount: number | undefined;
  onOpen: (kind: 'edit' | 'archive' | 'addInside') => void;
}

/** One category: what it holds, and what can be done with it. */
export function CategoryRow({ node, nodes, productCount, onOpen }: RowProps) {
  const { t } = useTranslation('products');
  const move = useCommand('category.move');
  const archive = useCommand('category.archive');
  const { id, name, parentId, version: expectedVersion } = node;
  const fail = (error: unknown) => notify({ message: errorMessage(t, error), tone: 'danger' });
  const step = (by: -1 | 1) => {
    const place = placeAfterStep(nodes, id, by);
    if (place !== null && !move.isPending)
      move.mutate({ id, expectedVersion, parentId, place }, { onError: fail });
  };
  const putAway = () => {
    // Where the figures are not there yet, the engine says whether something is inside.
    if ((productCount ?? 0) > 0 || nodes.some((one) => one.parentId === id)) return onOpen('archive');
    archive.mutate(
      { id, expectedVersion },
      {
        onSuccess: () => notify({ message: t('categories.archived', { name }), tone: 'success' }),
        onError: (error) => (error.code === 'category.notEmpty' ? onOpen('archive') : fail(error)),
      },
    );
  };
  return (
    <div className={styles.row} style={{ paddingInlineStart: `calc(${node.depth} * var(--space-6))` }}>
      <Initials name={name} hue={node.colour} />
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {productCount === undefined ? null : t('categories.products', { count: productCount })}
      </span>
      <IconButton
        icon={ArrowUp}
        size="touch"
        label={t('categories.up', { name })}
        disabled={placeAfterStep(nodes, id, -1) === null}
        onClick={() => step(-1)}
      />
      <IconButton
        icon={ArrowDown}
        size="touch"
        label={t('categories.down', { name })}
        disabled={placeAfterStep(nodes, id, 1) === null}
        onClick={() => step(1)}
      />
      <IconButton
        icon={Pencil}
        size="touch"
        label={t('categories.rename', { name })}
        onClick={() => onOpen('edit')}
      />
      <Menu
        trigger={<IconButton icon={Ellipsis} size="touch" label={t('categories.more', { name })} />}
        items={[
          {
            id: 'inside',
            label: t('categories.addInside'),
            icon: Plus,
            onSelect: () => onOpen('addInside'),
          },
          { id: 'archive', label: t('action.archive'), icon: Archive, separated: true, onSelect: putAway },
        ]}
      />
    </div>
  );
}
