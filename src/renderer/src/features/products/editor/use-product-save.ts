import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { CallError } from '../../../client/call-error.ts';
import { command } from '../../../client/client.ts';
import { notify } from '../../../ui/index.ts';
import type { Product } from '../product-filters.ts';
import { type DraftFaults, faultsOf, hasFaults, localFaults, NO_FAULTS } from './draft-faults.ts';
import { type ImageDraft, sameImages, storedImages } from './image-drafts.ts';
import type { EditorStart } from './kept-drafts.ts';
import {
  changedFields,
  type DraftField,
  draftOf,
  mergedDraft,
  type ProductDraft,
  toFields,
} from './product-draft.ts';
import { saveImages } from './save-images.ts';

export type ProductSave = ReturnType<typeof useProductSave>;

/** The state of one product being edited, and saving it. */
export function useProductSave(start: EditorStart) {
  const { t } = useTranslation('products');
  const [product, setProduct] = useState(start.product);
  const [before, setBefore] = useState(start.before);
  const [draft, setDraft] = useState(start.draft);
  const [images, setImages] = useState(start.images);
  const [faults, setFaults] = useState<DraftFaults>(NO_FAULTS);
  const [conflict, setConflict] = useState<Product | null>(null);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const unreadable = useRef(new Set<DraftField>());

  const dirty = !sameImages(images, product) || changedFields(before, draft).length > 0;
  const edit = (patch: Partial<ProductDraft>) => {
    setDraft((now) => ({ ...now, ...patch }));
    setFaults(({ fields, barcodes }) => ({ fields: without(fields, Object.keys(patch)), barcodes }));
  };

  const write = async (draft: ProductDraft, version: number | null): Promise<Product | null> => {
    const local = withUnreadable(localFaults(draft), unreadable.current);
    if (hasFaults(local)) {
      setFaults(local);
      return null;
    }
    setBusy(true);
    setFaults(NO_FAULTS);
    try {
      const saved = await writeFields(product, version, draft);
      setConflict(null);
      return await finish(saved);
    } catch (error) {
      if (error instanceof CallError && error.code === 'version.conflict')
        setConflict(error.data['current'] as Product);
      else setFaults(faultsOf(error, draft));
      return null;
    } finally {
      setBusy(false);
    }
  };

  /** The facts are stored; a picture that fails does not take them back. Pictures somebody else added meanwhile stay. */
  const finish = async (saved: Product): Promise<Product> => {
    notify({
      message: t(product ? 'editor.saved' : 'editor.created', { name: saved.name }),
      tone: 'success',
    });
    if (sameImages(images, product)) return saved;
    try {
      const known = new Set([...(product?.imageIds ?? []), ...images.map(({ key }) => key)]);
      const others = storedImages(saved).filter(({ key }) => !known.has(key));
      return await saveImages(saved, [...present(images, saved), ...others]);
    } catch (error) {
      const reason = errorMessage(t, error);
      notify({ message: t('editor.imageSaveFailed', { reason }), tone: 'danger' });
      return saved;
    }
  };

  return {
    product,
    before,
    draft,
    edit,
    images,
    setImages,
    faults,
    conflict,
    busy,
    dirty,
    /** For each figure: told whether what is typed can be read. */
    readable: (field: DraftField) => (yes: boolean) => {
      if (yes) unreadable.current.delete(field);
      else unreadable.current.add(field);
    },
    /** Changes when the form starts over: fields keep their own typing otherwise. */
    round,
    save: () => write(draft, product?.version ?? null),
    /** Saves what was changed here on top of what the other person saved. */
    keepMine: async () => {
      if (!conflict) return null;
      const theirs = draftOf(conflict);
      const both = mergedDraft(before, draft, theirs);
      setProduct(conflict);
      setBefore(theirs);
      setDraft(both);
      setRound(round + 1);
      return write(both, conflict.version);
    },
    takeTheirs: () => {
      if (!conflict) return;
      const theirs = draftOf(conflict);
      setProduct(conflict);
      setBefore(theirs);
      setDraft(theirs);
      setImages(storedImages(conflict));
      setFaults(NO_FAULTS);
      setConflict(null);
      setRound(round + 1);
    },
    /** Goes on with the next new product of the same kind. */
    startNext: () => {
      const next = emptied(draft);
      setBefore(next);
      setDraft(next);
      setImages([]);
      setRound(round + 1);
    },
  };
}

/** Without pictures that somebody else removed. */
function present(images: readonly ImageDraft[], saved: Product): ImageDraft[] {
  return images.filter(({ kind, key }) => kind === 'new' || saved.imageIds.includes(key));
}

function withUnreadable(faults: DraftFaults, fields: ReadonlySet<DraftField>): DraftFaults {
  const unread = [...fields].map((field) => [field, { key: 'common:cannotRead' }]);
  return { ...faults, fields: { ...faults.fields, ...Object.fromEntries(unread) } };
}

function writeFields(product: Product | null, version: number | null, draft: ProductDraft): Promise<Product> {
  const fields = toFields(draft);
  if (!product) return command('product.create', { ...fields, openingStockMilli: draft.openingStockMilli });
  return command('product.update', {
    ...fields,
    id: product.id,
    expectedVersion: version ?? product.version,
  });
}

function emptied(draft: ProductDraft): ProductDraft {
  return {
    ...draft,
    name: '',
    sku: '',
    barcodes: [],
    packSize: '',
    priceMinor: null,
    costMinor: null,
    description: '',
    lowStockMilli: null,
    openingStockMilli: null,
    ownColour: null,
    supplierCode: '',
    notes: '',
  };
}

function without<T extends object>(record: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as T;
}
