import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { query } from '../../../client/client.ts';
import { notify } from '../../../ui/index.ts';
import { useScanner } from '../../sell/scanner/use-scanner.ts';
import { useMay } from '../../session/session.ts';

interface ListScannerProps {
  onFound: (productId: string) => void;
  /** Somebody wants to add the product with this code. */
  onUnknown: (code: string) => void;
}

/** A scan above the list opens the product it belongs to. Mounted only while no dialog wants the scanner. */
export function ListScanner({ onFound, onUnknown }: ListScannerProps) {
  const { t } = useTranslation('products');
  const mayEdit = useMay('catalogue.edit');
  const find = async (code: string) => {
    const { rows } = await query('product.search', { text: code, limit: 1, exactly: true });
    const [first] = rows;
    if (first) return onFound(first.id);
    notify({
      message: t('notFoundScan', { code }),
      tone: 'warning',
      ...(mayEdit ? { action: { label: t('createWithCode'), perform: () => onUnknown(code) } } : {}),
    });
  };
  useScanner((code) => {
    find(code).catch((error: unknown) => notify({ message: errorMessage(t, error), tone: 'danger' }));
  });
  return null;
}
