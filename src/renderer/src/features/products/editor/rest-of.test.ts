import { describe, expect, it } from 'vitest';
import type { Product } from '../product-filters.ts';
import type { ImageDraft } from './image-drafts.ts';
import { emptyDraft, type ProductDraft } from './product-draft.ts';
import { restOf } from './rest-of.ts';

const draft: ProductDraft = { ...emptyDraft('tax'), name: ' Milk ', openingStockMilli: 5000 };
const saved = { ...draft, id: 'milk', name: 'Milk', imageIds: ['red'], barcodes: [] } as unknown as Product;
const picture = (key: string): ImageDraft => ({ kind: 'new', key, base64: '', url: '' });
const written = { saved, draft, images: [picture('new-red')] };
const latest = { product: null, before: emptyDraft('tax'), draft, images: written.images, unread: {} };

describe('what is typed while a save is under way', () => {
  it('is nothing where nothing changed since the press', () => {
    expect(restOf(written, latest)).toBeUndefined();
  });

  it('is kept on top of what was saved', () => {
    const rest = restOf(written, { ...latest, draft: { ...draft, notes: 'top shelf' } });
    expect(rest?.product).toBe(saved);
    expect(rest?.draft).toMatchObject({ name: 'Milk', notes: 'top shelf', openingStockMilli: null });
    expect(rest?.before).toMatchObject({ notes: '' });
  });

  it('is kept where it cannot be read, but for an opening stock, which has no field any more', () => {
    expect(restOf(written, { ...latest, unread: { priceMinor: '1,2,3' } })?.unread).toEqual({
      priceMinor: '1,2,3',
    });
    expect(restOf(written, { ...latest, unread: { openingStockMilli: '1,2,3' } })).toBeUndefined();
  });

  it('may be a picture, beside those that were saved', () => {
    const images = [...written.images, picture('new-blue')];
    expect(restOf(written, { ...latest, images })?.images.map(({ key }) => key)).toEqual(['red', 'new-blue']);
  });
});
