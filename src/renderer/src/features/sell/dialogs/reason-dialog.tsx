import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../app/use-submit.ts';
import { Dialog } from '../../../ui/index.ts';
import { usePadKeys } from '../../session/pad-typing.ts';
import { closeDialog } from '../till/till-state.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import styles from './dialogs.module.css';
import { ReasonField } from './reason-field.tsx';

const NO_KEY = () => undefined;

/** An act that needs a reason and nothing else: giving a cart up, opening the drawer. */
export function ReasonDialog({
  about,
  onReason,
}: {
  about: 'void' | 'drawer';
  onReason: (reason: string) => Promise<boolean>;
}) {
  const { t } = useTranslation('sell');
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  const confirm = useRef<HTMLButtonElement>(null);
  const [presets, setPresets] = useState(0);
  // A reason was tapped or chosen by Enter: the next Enter confirms.
  useEffect(() => {
    if (presets > 0) confirm.current?.focus();
  }, [presets]);
  const { busy, submit } = useSubmit(() => (ready ? onReason(reason) : Promise.resolve(false)));
  usePadKeys({ text: '', setText: NO_KEY, onKey: NO_KEY, onEnter: () => void submit() });
  return (
    <Dialog
      opened
      onClose={closeDialog}
      title={t(`${about}.title`)}
      actions={
        <DialogButtons
          confirm={confirm}
          label={t(`${about}.confirm`)}
          tone={about === 'void' ? 'danger' : 'primary'}
          onConfirm={() => void submit()}
          busy={busy}
          disabled={!ready}
        />
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>{t(`${about}.hint`)}</p>
        <ReasonField
          about={about}
          value={reason}
          onChange={setReason}
          onPreset={() => setPresets((count) => count + 1)}
        />
      </div>
    </Dialog>
  );
}
