import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCommand } from '../../../client/hooks.ts';
import { Button, ConfirmDialog, FieldError } from '../../../ui/index.ts';
import type { ImportView } from '../import-file.ts';

/** Takes an applied import back, once asked twice. */
export function UndoImport({ view }: { view: ImportView }) {
  const { t } = useTranslation('importer');
  const [asking, setAsking] = useState(false);
  const undo = useCommand('import.undo');
  if (!view.undo?.possible) return null;
  return (
    <>
      <Button size="touch" icon={Undo2} onClick={() => setAsking(true)}>
        {t('undo.button')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('undo.title')}
        confirmLabel={t('undo.confirm')}
        cancelLabel={t('undo.cancel')}
        busy={undo.isPending}
        onConfirm={() => undo.mutate({ id: view.id }, { onSuccess: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        <p>{t('undo.body')}</p>
        {undo.error ? <FieldError>{errorMessage(t, undo.error)}</FieldError> : null}
      </ConfirmDialog>
    </>
  );
}
