import { useNavigate } from '@tanstack/react-router';
import { FileDown, Printer, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../app/use-submit.ts';
import { command } from '../../../client/client.ts';
import { Button, notify } from '../../../ui/index.ts';
import { printReceiptPicture } from '../../orders/print-receipt.tsx';
import { useHasPrinter } from '../../orders/use-has-printer.ts';
import { useAttempt } from '../till/use-attempt.ts';
import { downloadFile } from './download-file.ts';

/** PDF, the system's printer, and the till's own where it has one; all mark every receipt after the first as a copy. */
export function ReceiptButtons({
  documentId,
  withOrder = false,
  onPressed,
}: {
  documentId: string;
  withOrder?: boolean;
  /** Puts the focus where Enter leads on: pressing Enter again must not print or save again. */
  onPressed?: () => void;
}) {
  const { t } = useTranslation('sell');
  const attempt = useAttempt();
  const navigate = useNavigate();
  const hasPrinter = useHasPrinter();
  const print = useSubmit(async () => {
    if (await attempt(() => command('order.printReceipt', { id: documentId })))
      notify({ message: t('receipt.printing'), tone: 'success' });
  });
  const systemPrint = useSubmit(() => attempt(() => printReceiptPicture(documentId)));
  const pdf = useSubmit(async () => {
    const file = await attempt(() => command('order.getReceiptPdf', { id: documentId }));
    if (file) downloadFile(file);
  });
  const pressed = (act: () => Promise<void>) => () => {
    onPressed?.();
    void act();
  };
  return (
    <>
      {withOrder ? (
        <Button
          size="touch"
          icon={ReceiptText}
          onClick={() => void navigate({ to: `/orders/${documentId}` })}
        >
          {t('receipt.openOrder')}
        </Button>
      ) : null}
      {hasPrinter ? (
        <Button size="touch" icon={Printer} loading={print.busy} onClick={pressed(print.submit)}>
          {t('receipt.print')}
        </Button>
      ) : null}
      <Button
        size="touch"
        icon={hasPrinter ? undefined : Printer}
        loading={systemPrint.busy}
        onClick={pressed(systemPrint.submit)}
      >
        {t('receipt.systemPrint')}
      </Button>
      <Button size="touch" icon={FileDown} loading={pdf.busy} onClick={pressed(pdf.submit)}>
        {t('receipt.pdf')}
      </Button>
    </>
  );
}
