import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { query } from '../../client/client.ts';
import { ConfirmDialog, notify } from '../../ui/index.ts';
import type { JournalHead } from './journal-tab.tsx';
import { saveText } from './save-text.ts';

/** Says what the key file is before it leaves the shop. */
export function JournalExportDialog({ register, onClose }: { register: JournalHead; onClose: () => void }) {
  const { t } = useTranslation('journal');
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const { files } = await query('journal.export', { registerId: register.registerId });
      for (const { fileName, text } of files) saveText(fileName, text);
      notify({ message: t('exported', { count: files.length }), tone: 'success' });
      onClose();
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      opened
      title={t('exportTitle')}
      confirmLabel={t('doExport')}
      tone="primary"
      busy={busy}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      {t('exportHint')}
    </ConfirmDialog>
  );
}
