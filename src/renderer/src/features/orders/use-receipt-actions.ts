import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { CallError } from '../../client/call-error.ts';
import { command } from '../../client/client.ts';
import { notify } from '../../ui/index.ts';
import { downloadFile } from '../sell/payment/download-file.ts';
import { printReceiptPicture } from './print-receipt.tsx';

type Act = 'print' | 'pdf' | 'system';

export interface ReceiptActions {
  busy: Act | null;
  print: () => void;
  pdf: () => void;
  systemPrint: () => void;
}

/** Where the receipt printer cannot help, the system's printer can. */
const NO_PRINTER = new Set(['printer.notConfigured', 'device.notEnrolled']);

/** What can be done with the receipt of a document, one at a time; refusals are told with a next step. */
export function useReceiptActions(documentId: string): ReceiptActions {
  const { t } = useTranslation('orders');
  const [busy, setBusy] = useState<Act | null>(null);
  const run = (act: Act, perform: () => Promise<unknown>) => () => {
    if (busy !== null) return;
    setBusy(act);
    perform()
      .catch((error: unknown) => tell(act, error))
      .finally(() => setBusy(null));
  };
  const tell = (act: Act, error: unknown) => {
    const system = error instanceof CallError && NO_PRINTER.has(error.code);
    const again = { print: actions.print, pdf: actions.pdf, system: actions.systemPrint }[act];
    notify({
      message: errorMessage(t, error),
      tone: 'danger',
      action: system
        ? { label: t('action.systemPrint'), perform: actions.systemPrint }
        : { label: t('action.retry'), perform: again },
    });
  };
  const actions: ReceiptActions = {
    busy,
    print: run('print', async () => {
      await command('order.printReceipt', { id: documentId });
      notify({ message: t('action.printing'), tone: 'success' });
    }),
    pdf: run('pdf', async () => downloadFile(await command('order.getReceiptPdf', { id: documentId }))),
    systemPrint: run('system', () => printReceiptPicture(documentId)),
  };
  return actions;
}
