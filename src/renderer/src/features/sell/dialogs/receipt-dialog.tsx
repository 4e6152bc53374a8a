import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/index.ts';
import { ReceiptButtons } from '../payment/receipt-buttons.tsx';
import { ReceiptPreview } from '../payment/receipt-preview.tsx';
import { closeDialog } from '../till/till-state.ts';

/** A receipt on screen, to print again or hand over as a file. */
export function ReceiptDialog({ documentId }: { documentId: string }) {
  const { t } = useTranslation('sell');
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('receipt.title')}
      actions={<ReceiptButtons documentId={documentId} withOrder />}
    >
      <ReceiptPreview documentId={documentId} />
    </Dialog>
  );
}
