import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog, TextField } from '../../../ui/index.ts';
import { closeDialog, type SaleLine } from '../till/till-state.ts';
import { useLineActions } from '../till/use-line-actions.ts';
import { DialogButtons } from './dialog-buttons.tsx';

/** A note on a line, printed under it. */
export function NoteDialog({ line }: { line: SaleLine }) {
  const { t } = useTranslation('sell');
  const { setNote } = useLineActions();
  const [note, setNoteText] = useState(line.note);
  const { busy, submit } = useSubmit(async () => {
    if (await setNote(line.id, note)) closeDialog();
  });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t('line.noteOf', { name: line.name })}
      size="small"
      actions={<DialogButtons label={t('common:save')} onConfirm={() => void submit()} busy={busy} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t('line.note')}
          hint={t('line.noteHint')}
          value={note}
          onChange={setNoteText}
          size="touch"
          maxLength={200}
          data-autofocus
        />
      </form>
    </Dialog>
  );
}
