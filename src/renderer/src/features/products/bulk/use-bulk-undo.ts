import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { command } from '../../../client/client.ts';
import { notify } from '../../../ui/index.ts';
import { keptNames } from './kept-names.ts';

/** Takes a change back and says what stayed as somebody else left it. */
export function useBulkUndo(): (id: string) => Promise<void> {
  const { t } = useTranslation('products');
  const { number } = useFormat();
  return async (id) => {
    try {
      const outcome = await command('product.undoBulkEdit', { id });
      const { restored, keptCount } = outcome;
      notify(
        keptCount === 0
          ? {
              about: id,
              message: t('bulk.undone', { count: restored, number: number(restored) }),
              tone: 'success',
            }
          : {
              about: id,
              message: t('bulk.undoneBut', {
                restored: number(restored),
                count: keptCount,
                number: number(keptCount),
                names: keptNames(outcome),
              }),
              tone: 'warning',
            },
      );
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    }
  };
}
