import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { command } from '../../../client/client.ts';
import { notify } from '../../../ui/index.ts';

/** Takes a change back and says what stayed as somebody else left it. */
export function useBulkUndo(): (id: string) => Promise<void> {
  const { t } = useTranslation('products');
  return async (id) => {
    try {
      const { restored, keptCount, kept } = await command('product.undoBulkEdit', { id });
      const names = kept.map(({ name }) => name).join(', ');
      notify(
        keptCount === 0
          ? { about: id, message: t('bulk.undone', { count: restored }), tone: 'success' }
          : {
              about: id,
              message: t('bulk.undoneBut', { restored, count: keptCount, names }),
              tone: 'warning',
            },
      );
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
}
