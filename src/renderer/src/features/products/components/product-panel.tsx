import { Archive, ArchiveRestore, Copy, Ellipsis, History, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyCap, useCommands } from '../../../app/commands.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { Button, IconButton, Menu, QueryState, SidePanel } from '../../../ui/index.ts';
import { useMay } from '../../session/session.ts';
import type { Product } from '../product-filters.ts';
import { useSetStatus } from '../use-set-status.ts';
import { ProductFacts } from './product-facts.tsx';

interface ProductPanelProps {
  id: string;
  onClose: () => void;
  onEdit: (kind: 'edit' | 'copy', product: Product) => void;
  onOpen: (kind: 'adjust' | 'movements', product: Product) => void;
}

/** One product beside the list. */
export function ProductPanel({ id, onClose, onEdit, onOpen }: ProductPanelProps) {
  const { t } = useTranslation('products');
  const product = useCall('product.get', { id });
  const mayEdit = useMay('catalogue.edit');
  const found = product.data;
  useCommands([
    {
      id: 'products.edit',
      labelKey: 'products:action.edit',
      icon: Pencil,
      shortcut: '$mod+E',
      isAvailable: () => mayEdit && found !== undefined,
      perform: () => found && onEdit('edit', found),
    },
  ]);
  return (
    <SidePanel
      title={found?.name ?? t('column.name')}
      onClose={onClose}
      actions={found ? <PanelActions product={found} onEdit={onEdit} onOpen={onOpen} /> : undefined}
    >
      <QueryState query={product} describeError={(error) => errorMessage(t, error)} skeleton={{ rows: 5 }}>
        {(data) => <ProductFacts product={data} onAllMovements={() => onOpen('movements', data)} />}
      </QueryState>
    </SidePanel>
  );
}

type PanelActionsProps = Pick<ProductPanelProps, 'onEdit' | 'onOpen'> & { product: Product };

function PanelActions({ product, onEdit, onOpen }: PanelActionsProps) {
  const { t } = useTranslation('products');
  const mayEdit = useMay('catalogue.edit');
  const mayAdjust = useMay('stock.adjust');
  const setStatus = useSetStatus();
  const archived = product.status === 'archived';
  if (!mayEdit) return null;
  return (
    <>
      <Button shortcut={keyCap({ shortcut: '$mod+E' })} onClick={() => onEdit('edit', product)}>
        {t('action.edit')}
      </Button>
      {mayAdjust ? <Button onClick={() => onOpen('adjust', product)}>{t('action.adjust')}</Button> : null}
      <Menu
        trigger={<IconButton icon={Ellipsis} label={t('more')} variant="secondary" />}
        items={[
          { id: 'copy', label: t('action.duplicate'), icon: Copy, onSelect: () => onEdit('copy', product) },
          {
            id: 'movements',
            label: t('action.movements'),
            icon: History,
            onSelect: () => onOpen('movements', product),
          },
          {
            id: 'status',
            label: archived ? t('action.restore') : t('action.archive'),
            icon: archived ? ArchiveRestore : Archive,
            separated: true,
            onSelect: () => setStatus(product, archived ? 'active' : 'archived'),
          },
        ]}
      />
    </>
  );
}
