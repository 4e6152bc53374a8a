import type { EditorPlace, Product } from '../product-filters.ts';
import { newBarcodeRow } from './barcode-rows.ts';
import { storedImages } from './image-drafts.ts';
import type { EditorStart } from './kept-list.ts';
import { copyOf, draftOf, emptyDraft, type ProductDraft } from './product-draft.ts';

interface StartFacts {
  /** Undefined while it is not known yet. */
  taxes: readonly { id: string; archived: boolean }[] | undefined;
  product: Product | undefined;
  /** What a copy of the product with this name is called. */
  copyName: (name: string) => string;
  code: string;
}

/** What a form begins with; undefined while a fact for it is missing. A new product has the first tax category. */
export function startOf(
  edit: EditorPlace['edit'],
  { taxes, product, copyName, code }: StartFacts,
): EditorStart | undefined {
  if (edit === 'new') {
    if (!taxes) return undefined;
    const empty = emptyDraft(taxes.find((tax) => !tax.archived)?.id ?? null);
    return begun(null, { ...empty, barcodes: code === '' ? [] : [newBarcodeRow(code)] });
  }
  if (!product) return undefined;
  return edit === 'edit'
    ? begun(product, draftOf(product))
    : begun(null, copyOf(product, copyName(product.name)));
}

function begun(product: Product | null, draft: ProductDraft): EditorStart {
  return { product, before: draft, draft, images: storedImages(product), unread: {} };
}
