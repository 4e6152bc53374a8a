import type { TFunction } from 'i18next';
import { Save } from 'lucide-react';
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCap, useCommands } from '../../../app/commands.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { announce, Button, FieldError, type QueryLike, QueryState, SidePanel } from '../../../ui/index.ts';
import { isDialogOpen } from '../../../ui/open-dialog.ts';
import { useScanner } from '../../sell/scanner/use-scanner.ts';
import type { EditorPlace, Product } from '../product-filters.ts';
import { withScanned } from './barcode-rows.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type DraftFaults, hasFaults } from './draft-faults.ts';
import { beginAnew, dropDraft, keepDraft, keptAt, saveOnce, useIsSaving } from './kept-drafts.ts';
import type { EditorStart } from './kept-list.ts';
import styles from './product-editor.module.css';
import { ProductForm } from './product-form.tsx';
import { restOf, type Written } from './rest-of.ts';
import { startOf } from './start-of.ts';
import { useDiscard } from './use-discard.ts';
import { type ProductSave, useProductSave } from './use-product-save.ts';

interface ProductEditorProps {
  place: EditorPlace;
  /** A code the new product begins with. */
  code: string;
  onClose: () => void;
  /** @param andNext  the editor stays open for another new product */
  onSaved: (product: Product, andNext: boolean) => void;
}

/** Adds or changes a product, beside the list. Goes on with what was typed here before and not saved. */
export function ProductEditor(props: ProductEditorProps) {
  const { place, code, onClose } = props;
  const { t } = useTranslation('products');
  const [kept] = useState(() => keptWith(place, code));
  const taxes = useCall('tax.listCategories', {}, { enabled: !kept });
  const product = useCall('product.get', { id: place.id }, { enabled: !kept && place.edit !== 'new' });
  const copyName = (name: string) => t('editor.copyName', { name });
  const start = kept ?? startOf(place.edit, { taxes: taxes.data, product: product.data, copyName, code });
  const awaited: QueryLike<unknown> = place.edit === 'new' ? taxes : product;
  if (start) return <LoadedEditor {...props} start={start} />;
  return (
    <SidePanel title={titleOf(t, place)} onClose={onClose} wide>
      <QueryState query={awaited} describeError={(error) => errorMessage(t, error)} skeleton={{ rows: 6 }}>
        {() => null}
      </QueryState>
    </SidePanel>
  );
}

/** What was typed here before, with the code that was scanned for it since. */
function keptWith(place: EditorPlace, code: string): EditorStart | undefined {
  const kept = keptAt(place);
  if (!kept || code === '') return kept;
  return { ...kept, draft: { ...kept.draft, barcodes: withScanned(kept.draft.barcodes, code) } };
}

const titleOf = (t: TFunction<'products'>, { edit }: EditorPlace): string =>
  t(edit === 'edit' ? 'editor.editTitle' : 'editor.newTitle');

function LoadedEditor({ place, code, start, onClose, onSaved }: ProductEditorProps & { start: EditorStart }) {
  const { t } = useTranslation('products');
  const formId = useId();
  const editor = useProductSave(start);
  const { draft, edit, faults, conflict } = editor;
  const form = useRef<HTMLFormElement>(null);
  const isHere = useIsHere();
  const discard = useDiscard();
  useKeptTyping(place, editor);
  useFirstField(form, editor.round);
  useEffect(() => showFirstFault(form.current, faults, conflict !== null), [faults, conflict]);
  const busy = useIsSaving(place);
  const save = (andNext: boolean, write: () => Promise<Written | null> = editor.save) =>
    saveOnce(place, async (author) => {
      const written = await write();
      if (!written) return;
      const { saved } = written;
      const latest = keptAt(place, author);
      dropDraft(place, author);
      const rest = latest && restOf(written, latest);
      if (rest) keepDraft({ edit: 'edit', id: saved.id }, rest, author);
      if (!isHere.current) return beginAnew(place);
      if (andNext) editor.startNext();
      onSaved(saved, andNext);
    });
  const leave = () => {
    if (busy) return;
    discard(place);
    onClose();
  };
  const take = (scanned: string) => {
    edit({ barcodes: withScanned(draft.barcodes, scanned) });
    announce(t('editor.scanned', { code: scanned }));
  };
  useScanner((scanned) => {
    if (!isDialogOpen()) take(scanned);
  });
  useLaterCode(code, take);
  useCommands([
    {
      id: 'products.save',
      labelKey: 'products:editor.save',
      icon: Save,
      shortcut: '$mod+Enter',
      perform: () => void save(false),
    },
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  const isNew = editor.product === null;
  return (
    <SidePanel
      title={titleOf(t, place)}
      onClose={leave}
      wide
      actions={
        <>
          <Button onClick={leave}>{t('common:cancel')}</Button>
          {isNew ? (
            <Button loading={busy} onClick={() => void save(true)}>
              {t('editor.createAnother')}
            </Button>
          ) : null}
          <Button
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
    </SidePanel>
  );
}

/** A code that the address is given while the editor is open; the one it began with is in the draft already. */
function useLaterCode(code: string, take: (code: string) => void): void {
  const taken = useRef(code);
  useEffect(() => {
    if (code === taken.current) return;
    taken.current = code;
    if (code !== '') take(code);
  });
}

/** What is typed is kept at every change, so that another row, another screen or the lock take nothing away. */
function useKeptTyping(
  { edit, id }: EditorPlace,
  { dirty, product, before, draft, images, unread }: ProductSave,
): void {
  useEffect(() => {
    if (dirty) keepDraft({ edit, id }, { product, before, draft, images, unread });
    else dropDraft({ edit, id });
  }, [edit, id, dirty, product, before, draft, images, unread]);
}

/** Whether the editor is still on the screen when an answer comes. */
function useIsHere(): RefObject<boolean> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

/** The name has the focus when the form begins and whenever it starts over. */
function useFirstField(form: RefObject<HTMLFormElement | null>, round: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round says that the form started over
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [form, round]);
}

/** Leads the eye and the keyboard to what must be put right. */
function showFirstFault(form: HTMLFormElement | null, faults: DraftFaults, conflict: boolean): void {
  if (!form || (!conflict && !hasFaults(faults))) return;
  const field = conflict || faults.form ? null : form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) field.focus();
  // Not scrollIntoView: that moves the page behind the panel too.
  else form.parentElement?.scrollTo({ top: 0 });
}
