import { Package, SearchX } from 'lucide-react';
import { getI18n } from 'react-i18next';
import { correctedText } from '../../app/corrected-text.ts';
import { createFormat, useShopFormat } from '../../app/format.ts';
import { type PaletteSource, registerPaletteSource } from '../../app/palette-sources.ts';
import { usePreferences } from '../../app/preferences.ts';
import { query } from '../../client/client.ts';

const FOUND = 6;

/** Products in the command palette, by name or any code. Returns what takes them away.
 *  @param openExactly  shows the list of what is found for a text as it was typed */
export function offerProducts(
  open: (path: string, id: string) => void,
  openExactly: (text: string) => void,
): () => void {
  const source: PaletteSource = {
    id: 'products',
    search: async (text) => {
      const { money } = createFormat(usePreferences.getState().language, useShopFormat.getState());
      const { rows, corrected } = await query('product.search', { text, limit: FOUND });
      const { t } = getI18n();
      const items = rows.map(({ id, name, sku, priceMinor }) => ({
        id: `product ${id}`,
        label: name,
        hint: [sku, priceMinor === null ? null : money(priceMinor)].filter(Boolean).join(' · '),
        icon: Package,
        perform: () => open('/products', id),
      }));
      if (corrected.length === 0) return items;
      const note = {
        id: 'products corrected',
        label: `${t('common:corrected.showing')} ${correctedText(t, corrected)}`,
        hint: t('common:corrected.exactly', { text }),
        icon: SearchX,
        perform: () => openExactly(text),
      };
      return [...items, note];
    },
  };
  return registerPaletteSource(source);
}
