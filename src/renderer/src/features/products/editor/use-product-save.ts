import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { CallError } from '../../../client/call-error.ts';
import { command } from '../../../client/client.ts';
import { notify } from '../../../ui/index.ts';
import type { Product } from '../product-filters.ts';
import { type DraftFaults, faultsOf, hasFaults, localFaults, NO_FAULTS } from './draft-faults.ts';
import { type ImageDraft, sameImages, storedImages } from './image-drafts.ts';
import type { EditorStart } from './kept-list.ts';
import {
  changedFields,
  draftOf,
  type FigureField,
  mergedDraft,
  type ProductDraft,
  toFields,
  type Unread,
} from './product-draft.ts';
import type { Written } from './rest-of.ts';
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
  const [round, setRound] = useState(0);
  const [unread, setUnread] = useState(start.unread);

  const typed = changedFields(before, draft).length + Object.keys(unread).length > 0;
  const dirty = typed || !sameImages(images, product);
  const edit = (patch: Partial<ProductDraft>) => {
    setDraft((now) => ({ ...now, ...patch }));
    // The fields of a stock that is not counted are gone, and with them what could not be read there.
    if (patch.tracked === false) setUnread((now) => without(now, ['openingStockMilli', 'lowStockMilli']));
    setFaults(({ fields, barcodes }) => ({ fields: without(fields, Object.keys(patch)), barcodes }));
  };

  const write = async (draft: ProductDraft, version: number | null): Promise<Written | null> => {
    const local = withUnread(localFaults(draft), unread);
    if (hasFaults(local)) {
      setFaults(local);
      return null;
    }
    setFaults(NO_FAULTS);
    try {
      const saved = await writeFields(product, version, draft);
      setConflict(null);
      return { saved: await finish(saved), draft, images };
    } catch (error) {
      if (error instanceof CallError && error.code === 'version.conflict')
        setConflict(error.data['current'] as Product);
      else setFaults(faultsOf(error, draft));
      return null;
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
    unread,
    dirty,
    /** What a figure's field needs: its value, and what is typed there that cannot be read. */
    figure: (field: FigureField) => ({
      value: draft[field],
      onChange: (value: number | null) => edit({ [field]: value }),
      unread: unread[field],
      onUnread: (text: string | undefined) => setUnread((now) => withText(now, field, text)),
    }),
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
      setUnread({});
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
      setUnread({});
      setRound(round + 1);
    },
  };
}

/** Without pictures that somebody else removed. */
function present(images: readonly ImageDraft[], saved: Product): ImageDraft[] {
  return images.filter(({ kind, key }) => kind === 'new' || saved.imageIds.includes(key));
}

function withUnread(faults: DraftFaults, unread: Unread): DraftFaults {
  const fields = Object.keys(unread).map((field) => [field, { key: 'common:cannotRead' }]);
  return { ...faults, fields: { ...faults.fields, ...Object.fromEntries(fields) } };
}

function withText(unread: Unread, field: FigureField, text: string | undefined): Unread {
  return text === undefined ? without(unread, [field]) : { ...unread, [field]: text };
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
