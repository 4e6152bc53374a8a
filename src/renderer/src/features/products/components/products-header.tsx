import { Ellipsis, FileDown, FolderTree, History, Plus, Star, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyCap } from '../../../app/commands.ts';
import { Button, IconButton, Menu, PageHeader } from '../../../ui/index.ts';
import { useMay } from '../../session/session.ts';

interface ProductsHeaderProps {
  count: string | undefined;
  onNew: () => void;
  onImport: () => void;
  onCategories: () => void;
  onQuickKeys: () => void;
  onPastEdits: () => void;
  onExport: () => void;
}

/** Title, count, and what can be done with the catalogue as a whole. */
export function ProductsHeader({
  count,
  onNew,
  onImport,
  onCategories,
  onQuickKeys,
  onPastEdits,
  onExport,
}: ProductsHeaderProps) {
  const { t } = useTranslation('products');
  const mayEdit = useMay('catalogue.edit');
  const mayImport = useMay('catalogue.import');
  const actions = (
    <>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={t('more')} variant="secondary" />}
        items={[
          { id: 'categories', label: t('manageCategories'), icon: FolderTree, onSelect: onCategories },
          { id: 'quickKeys', label: t('manageQuickKeys'), icon: Star, onSelect: onQuickKeys },
          { id: 'pastEdits', label: t('pastEdits.action'), icon: History, onSelect: onPastEdits },
          { id: 'export', label: t('export.action'), icon: FileDown, onSelect: onExport },
        ]}
      />
      {mayImport ? (
        <Button icon={Upload} onClick={onImport}>
          {t('import')}
        </Button>
      ) : null}
      <Button variant="primary" icon={Plus} shortcut={keyCap({ shortcut: '$mod+N' })} onClick={onNew}>
        {t('new')}
      </Button>
    </>
  );
  return <PageHeader title={t('title')} count={count} actions={mayEdit ? actions : undefined} />;
}
