import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { CallError } from '../../client/call-error.ts';
import { query } from '../../client/client.ts';
import { announce, notify } from '../../ui/index.ts';

/** Opens the order that a typed number or a scanned receipt names; says so when there is none. */
export function useFindOrder(onFound: (id: string) => void): (number: string) => void {
  const { t } = useTranslation('orders');
  return (number) => {
    query('order.findByNumber', { number }).then(
      ({ id }) => {
        onFound(id);
        announce(t('found', { number }));
      },
      (error: unknown) => {
        const unknown = error instanceof CallError && error.code === 'order.unknown';
        notify({ message: unknown ? t('notFound', { number }) : errorMessage(t, error), tone: 'warning' });
      },
    );
  };
}
