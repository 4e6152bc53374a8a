import { Package } from 'lucide-react';
import { createFormat, useShopFormat } from '../../app/format.ts';
import { type PaletteSource, registerPaletteSource } from '../../app/palette-sources.ts';
import { usePreferences } from '../../app/preferences.ts';
import { query } from '../../client/client.ts';

const FOUND = 6;

/** Products in the command palette, by name or any code. Returns what takes them away. */
export function offerProducts(open: (path: string, id: string) => void): () => void {
  const source: PaletteSource = {
    id: 'products',
    search: async (text) => {
      const { money } = createFormat(usePreferences.getState().language, useShopFormat.getState());
      const found = await query('product.search', { text, limit: FOUND });
      return found.map(({ id, name, sku, priceMinor }) => ({
        id: `product ${id}`,
        label: name,
        hint: [sku, priceMinor === null ? null : money(priceMinor)].filter(Boolean).join(' · '),
        icon: Package,
        perform: () => open('/products', id),
      }));
    },
  };
  return registerPaletteSource(source);
}
