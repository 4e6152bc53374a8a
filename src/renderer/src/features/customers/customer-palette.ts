import { UserRound } from 'lucide-react';
import { type PaletteSource, registerPaletteSource } from '../../app/palette-sources.ts';
import { query } from '../../client/client.ts';

const FOUND = 5;

/** Customers in the command palette, by name, phone or e-mail. Returns what takes them away. */
export function offerCustomers(open: (path: string, id: string) => void): () => void {
  const source: PaletteSource = {
    id: 'customers',
    search: async (text) => {
      const { rows } = await query('customer.search', { text, limit: FOUND });
      return rows.map(({ id, name, phone, email }) => ({
        id: `customer ${id}`,
        label: name,
        hint: [phone, email].filter(Boolean).join(' · '),
        icon: UserRound,
        perform: () => open('/customers', id),
      }));
    },
  };
  return registerPaletteSource(source);
}
