import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { command } from '../../client/client.ts';
import { notify } from '../../ui/index.ts';
import type { Product } from './product-filters.ts';

type Known = Pick<Product, 'id' | 'name' | 'version' | 'status'>;

/** Archives a product or brings it back, with the way back in the notice. */
export function useSetStatus(): (product: Known, status: Product['status']) => void {
  const { t } = useTranslation('products');
  const set = async (product: Known, status: Product['status'], undoable: boolean): Promise<void> => {
    const { id, name, version } = product;
    try {
      const after = await command('product.setStatus', { id, expectedVersion: version, status });
      const message = t(status === 'archived' ? 'action.archived' : 'action.restored', { name });
      const undo = () => void set(after, product.status, false);
      notify({ message, ...(undoable ? { undo } : {}) });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
  return (product, status) => void set(product, status, true);
}
