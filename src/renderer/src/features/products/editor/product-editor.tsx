import { Save } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCap, useCommands } from '../../../app/commands.ts';
import { useCall } from '../../../client/hooks.ts';
import { announce, Button, ConfirmDialog, Dialog, FieldError, Skeleton } from '../../../ui/index.ts';
import { useScanner } from '../../sell/scanner/use-scanner.ts';
import type { Product } from '../product-filters.ts';
import { newBarcodeRow, withScanned } from './barcode-rows.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type DraftFaults, hasFaults } from './draft-faults.ts';
import { copyOf, draftOf, emptyDraft, type ProductDraft } from './product-draft.ts';
import styles from './product-editor.module.css';
import { ProductForm } from './product-form.tsx';
import { useProductSave } from './use-product-save.ts';

export type EditorStart =
  | { kind: 'new'; code?: string | undefined }
  | { kind: 'edit' | 'copy'; product: Product };

interface ProductEditorProps {
  start: EditorStart;
  onClose: () => void;
  onSaved: (product: Product) => void;
}

/** Adds or changes a product. Waits for the tax categories, so that a new product starts with the first one. */
export function ProductEditor(props: ProductEditorProps) {
  const { t } = useTranslation('products');
  const { data: taxes } = useCall('tax.listCategories', {});
  const start = taxes && startDraft(props.start, taxes.find((tax) => !tax.archived)?.id ?? null, t);
  if (start) return <LoadedEditor {...props} startDraft={start} />;
  return (
    <Dialog opened onClose={props.onClose} title={t('editor.newTitle')} size="large">
      <Skeleton label={t('common:loading')} rows={6} />
    </Dialog>
  );
}

function startDraft(
  start: EditorStart,
  firstTaxId: string | null,
  t: (key: string, values: { name: string }) => string,
): ProductDraft {
  if (start.kind === 'new')
    return { ...emptyDraft(firstTaxId), barcodes: start.code ? [newBarcodeRow(start.code)] : [] };
  const { kind, product } = start;
  return kind === 'edit' ? draftOf(product) : copyOf(product, t('editor.copyName', { name: product.name }));
}

function LoadedEditor({
  start,
  onClose,
  onSaved,
  startDraft,
}: ProductEditorProps & { startDraft: ProductDraft }) {
  const { t } = useTranslation('products');
  const formId = useId();
  const [leaving, setLeaving] = useState(false);
  const editor = useProductSave(start.kind === 'edit' ? start.product : null, startDraft);
  const { draft, edit, dirty, busy, faults, conflict } = editor;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => showFirstFault(form.current, faults, conflict !== null), [faults, conflict]);
  const leave = () => {
    if (busy || leaving) return;
    if (dirty) setLeaving(true);
    else onClose();
  };
  const save = async (andNext: boolean, write = editor.save) => {
    const saved = await write();
    if (!saved) return;
    onSaved(saved);
    if (andNext) editor.startNext();
    else onClose();
  };
  useScanner((code) => {
    edit({ barcodes: withScanned(draft.barcodes, code) });
    announce(t('editor.scanned', { code }));
  });
  useCommands(
    [
      {
        id: 'products.save',
        labelKey: 'products:editor.save',
        icon: Save,
        shortcut: '$mod+Enter',
        perform: () => void save(false),
      },
    ],
    { modal: true },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  const isNew = editor.product === null;
  return (
    <Dialog
      opened
      onClose={leave}
      title={t(isNew ? 'editor.newTitle' : 'editor.editTitle')}
      size="large"
      actions={
        <>
          <Button size="touch" onClick={leave}>
            {t('common:cancel')}
          </Button>
          {isNew ? (
            <Button size="touch" disabled={busy} onClick={() => void save(true)}>
              {t('editor.createAnother')}
            </Button>
          ) : null}
          <Button
            size="touch"
            variant="primary"
            type="submit"
            form={formId}
            loading={busy}
            shortcut={keyCap({ shortcut: '$mod+Enter' })}
          >
            {t(isNew ? 'editor.create' : 'editor.save')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} className={styles.form} onSubmit={submit} noValidate>
        {faults.form ? <FieldError>{t(faults.form.key, { ...faults.form.values })}</FieldError> : null}
        {conflict ? (
          <ConflictNotice
            before={editor.before}
            mine={draft}
            theirs={conflict}
            onReload={editor.takeTheirs}
            onKeepMine={() => void save(false, editor.keepMine)}
          />
        ) : null}
        <ProductForm editor={editor} />
      </form>
      {/* Mounted only when it is needed: otherwise the Esc that asks for it would also answer it. */}
      {leaving ? (
        <ConfirmDialog
          opened
          title={t('editor.discardTitle')}
          confirmLabel={t('editor.discard')}
          cancelLabel={t('editor.keepEditing')}
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          {t('editor.discardHint')}
        </ConfirmDialog>
      ) : null}
    </Dialog>
  );
}

/** Leads the eye and the keyboard to what must be put right. */
function showFirstFault(form: HTMLFormElement | null, faults: DraftFaults, conflict: boolean): void {
  if (!form || (!conflict && !hasFaults(faults))) return;
  const field = conflict || faults.form ? null : form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) field.focus();
  else form.scrollIntoView({ block: 'start' });
}
