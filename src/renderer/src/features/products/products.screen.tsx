import { useNavigate } from '@tanstack/react-router';
import { Package, PackageSearch, Pencil, Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { CorrectedNotice } from '../../app/corrected-notice.tsx';
import { errorMessage } from '../../app/error-message.ts';
import { useFormat } from '../../app/format.ts';
import { useUrlFilters } from '../../app/url-filters.ts';
import { useRoom } from '../../app/use-room.ts';
import { usePages } from '../../client/use-pages.ts';
import { Button, DataTable, EmptyState, ListWithPanel, QueryState } from '../../ui/index.ts';
import { useMay } from '../session/session.ts';
import { AdjustDialog } from '../stock/components/adjust-dialog.tsx';
import { MovementsDialog } from '../stock/components/movements-dialog.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { BulkDialog } from './bulk/bulk-dialog.tsx';
import { PastEditsDialog } from './bulk/past-edits-dialog.tsx';
import { ALL, countChosen, NONE, toSelection } from './bulk/selection.ts';
import { bulkFilter, useRowSelection } from './bulk/use-row-selection.ts';
import { CategoriesDialog } from './categories/categories-dialog.tsx';
import { ExportDialog } from './components/export-dialog.tsx';
import { ListScanner } from './components/list-scanner.tsx';
import { productColumns } from './components/product-columns.tsx';
import { ProductFilterBar } from './components/product-filter-bar.tsx';
import { ProductPanel } from './components/product-panel.tsx';
import { ProductsHeader } from './components/products-header.tsx';
import { useEditorKey } from './editor/kept-drafts.ts';
import { ProductEditor } from './editor/product-editor.tsx';
import { UnsavedBar } from './editor/unsaved-bar.tsx';
import {
  type EditorPlace,
  editorPlace,
  isNarrowed,
  PRODUCT_FILTERS,
  type Product,
  toListInput,
  toSort,
} from './product-filters.ts';
import { QuickKeysDialog } from './quick-keys/quick-keys-dialog.tsx';

type Open =
  | { kind: 'none' | 'categories' | 'quickKeys' | 'bulk' | 'pastEdits' | 'export' }
  | { kind: 'adjust' | 'movements'; product: Product };
const NO_EDITOR = { edit: '', code: '' };

/** Left out where the editor leaves too little place for every column. */
const SPARED = 'category';

/** The catalogue: find, filter, look, change. */
export function ProductsScreen() {
  const { t } = useTranslation('products');
  const format = useFormat();
  const navigate = useNavigate();
  const mayEdit = useMay('catalogue.edit');
  const [filters, change] = useUrlFilters(PRODUCT_FILTERS);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const { first, state, rows, total, loadMore } = usePages('product.list', toListInput(filters));
  const close = () => setOpen({ kind: 'none' });
  const editor = mayEdit ? editorPlace(filters) : null;
  const edit = (place: EditorPlace, code = '') => change({ ...place, code });
  const add = (code = '') => edit({ edit: 'new', id: '' }, code);
  const show = (id: string) => change({ ...NO_EDITOR, id });
  const goToImport = () => void navigate({ to: '/import' });
  useCommands([
    {
      id: 'products.new',
      labelKey: 'products:new',
      icon: Plus,
      shortcut: '$mod+N',
      isAvailable: () => mayEdit,
      perform: () => add(),
    },
  ]);
  const { chosen, setChosen, selection } = useRowSelection(filters, mayEdit, total);
  const chosenCount = countChosen(chosen, total);
  const narrowed = isNarrowed(filters);
  const { id: _, edit: __, code: ___, ...plain } = PRODUCT_FILTERS;
  const roomy = useRoom(editor !== null);
  const editorKey = useEditorKey(editor);
  return (
    <>
      <ProductsHeader
        count={state.data ? format.number(total) : undefined}
        onNew={() => add()}
        onImport={goToImport}
        onCategories={() => setOpen({ kind: 'categories' })}
        onQuickKeys={() => setOpen({ kind: 'quickKeys' })}
        onPastEdits={() => setOpen({ kind: 'pastEdits' })}
        onExport={() => setOpen({ kind: 'export' })}
      />
      <ProductFilterBar filters={filters} onChange={change} />
      <CorrectedNotice
        corrected={first?.corrected ?? []}
        text={filters.q.trim()}
        size="dense"
        onExactly={() => change({ exact: filters.q.trim() })}
      />
      {chosenCount > 0 ? (
        <BulkBar
          count={chosenCount}
          total={total}
          onAll={() => setChosen(ALL)}
          onEdit={() => setOpen({ kind: 'bulk' })}
          onClear={() => setChosen(NONE)}
        />
      ) : null}
      <ListWithPanel
        panel={
          editor ? (
            <ProductEditor
              key={editorKey}
              place={editor}
              code={filters.code}
              onClose={() => change(NO_EDITOR)}
              onSaved={({ id }, andNext) => (andNext ? change({ code: '' }) : show(id))}
            />
          ) : filters.id === '' ? null : (
            <ProductPanel
              key={filters.id}
              id={filters.id}
              onClose={() => change({ id: '' })}
              onEdit={(kind, { id }) => edit({ edit: kind, id })}
              onOpen={(kind, product) => setOpen({ kind, product })}
            />
          )
        }
      >
        <QueryState
          query={state}
          describeError={(error) => errorMessage(t, error)}
          isEmpty={(data) => data.length === 0}
          empty={
            narrowed ? (
              <EmptyState
                icon={PackageSearch}
                title={t('empty.narrowed')}
                actions={<Button onClick={() => change(plain)}>{t('empty.showAll')}</Button>}
              >
                {t('empty.narrowedHint')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={Package}
                title={t('empty.title')}
                actions={<FirstSteps add={() => add()} goToImport={goToImport} />}
              >
                {t('empty.hint')}
              </EmptyState>
            )
          }
        >
          {() => (
            <DataTable
              label={t('title')}
              columns={productColumns(t, format).filter(({ key }) => roomy || key !== SPARED)}
              rows={rows}
              rowId={(row) => row.id}
              totalCount={total}
              sort={toSort(filters)}
              onSort={(sort) => change({ sort: sort.key, dir: sort.direction })}
              activeId={filters.id}
              onActivate={({ id }) => id !== filters.id && show(id)}
              onOpen={mayEdit ? ({ id }) => edit({ edit: 'edit', id }) : undefined}
              onNearEnd={loadMore}
              selection={selection}
            />
          )}
        </QueryState>
        {mayEdit ? <UnsavedBar open={editor} onGoOn={edit} /> : null}
      </ListWithPanel>
      {open.kind === 'none' && !editor ? <ListScanner onFound={show} onUnknown={add} /> : null}
      {open.kind === 'adjust' ? <AdjustDialog product={open.product} onClose={close} /> : null}
      {open.kind === 'movements' ? <MovementsDialog product={open.product} onClose={close} /> : null}
      {open.kind === 'bulk' ? (
        <BulkDialog
          selection={toSelection(chosen, bulkFilter(filters))}
          onClose={close}
          onDone={() => {
            close();
            setChosen(NONE);
          }}
        />
      ) : null}
      {open.kind === 'pastEdits' ? <PastEditsDialog onClose={close} /> : null}
      {open.kind === 'categories' ? <CategoriesDialog onClose={close} /> : null}
      {open.kind === 'export' ? (
        <ExportDialog filters={filters} shown={narrowed ? total : undefined} onClose={close} />
      ) : null}
      {open.kind === 'quickKeys' ? <QuickKeysDialog onClose={close} /> : null}
    </>
  );
}

function FirstSteps({ add, goToImport }: { add: () => void; goToImport: () => void }) {
  const { t } = useTranslation('products');
  const mayEdit = useMay('catalogue.edit');
  if (!mayEdit) return null;
  return (
    <>
      <Button size="touch" variant="primary" icon={Upload} onClick={goToImport}>
        {t('empty.import')}
      </Button>
      <Button size="touch" icon={Pencil} onClick={add}>
        {t('new')}
      </Button>
    </>
  );
}
