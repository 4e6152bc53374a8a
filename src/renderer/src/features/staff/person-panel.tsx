import { Grid3x3, KeyRound, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../app/error-message.ts';
import { command } from '../../client/client.ts';
import { useCommand } from '../../client/hooks.ts';
import { Badge, Button, FieldError, notify, SidePanel, TextField } from '../../ui/index.ts';
import { useMay, useSignedIn } from '../session/session.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { RoleField } from './role-field.tsx';
import styles from './staff.module.css';
import type { StaffMember } from './staff-member.ts';

interface PersonPanelProps {
  person: StaffMember;
  onClose: () => void;
}

export function PersonPanel({ person, onClose }: PersonPanelProps) {
  const { t } = useTranslation('staff');
  const formId = useId();
  const mayManage = useMay('staff.manage');
  const isMe = useSignedIn().staff.id === person.id;
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [dialog, setDialog] = useState<'none' | 'password' | 'pin'>('none');
  const update = useCommand('staff.update');
  const changed = name.trim() !== person.name || role !== person.role;
  const save = async () => {
    const { id, version, active } = person;
    const saved = await update
      .mutateAsync({ id, expectedVersion: version, name, role, active })
      .catch(() => null);
    if (saved) notify({ message: t('saved', { name: saved.name }), tone: 'success' });
  };
  return (
    <SidePanel
      title={person.name}
      onClose={onClose}
      actions={
        mayManage ? (
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={update.isPending}
            disabled={!changed || name.trim() === ''}
          >
            {t('common:save')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.badges}>
        <Badge>{person.username}</Badge>
        <Badge tone={person.active ? 'success' : 'neutral'}>{t(person.active ? 'active' : 'disabled')}</Badge>
      </div>
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('name')} maxLength={200} value={name} onChange={setName} disabled={!mayManage} />
        <RoleField value={role} onChange={setRole} disabled={!mayManage} />
        {update.error ? <FieldError>{errorMessage(t, update.error)}</FieldError> : null}
      </form>
      {mayManage || isMe ? (
        <div className={styles.actions}>
          <Button fullWidth icon={KeyRound} onClick={() => setDialog('password')}>
            {t(isMe ? 'changePassword' : 'setPassword')}
          </Button>
          <Button fullWidth icon={Grid3x3} onClick={() => setDialog('pin')}>
            {t(person.hasPin ? 'changePin' : 'setPin')}
          </Button>
          {mayManage ? <ActiveButton person={person} /> : null}
        </div>
      ) : null}
      {dialog === 'password' ? (
        <PasswordDialog person={person} isMe={isMe} onClose={() => setDialog('none')} />
      ) : null}
      {dialog === 'pin' ? <PinDialog person={person} isMe={isMe} onClose={() => setDialog('none')} /> : null}
    </SidePanel>
  );
}

/** Lets somebody in or keeps them out, at once; taken back by the toast. */
function ActiveButton({ person }: { person: StaffMember }) {
  const { t } = useTranslation('staff');
  const [busy, setBusy] = useState(false);
  const setActive = async (version: number, active: boolean) => {
    const { id, name, role } = person;
    setBusy(true);
    try {
      const saved = await command('staff.update', { id, expectedVersion: version, name, role, active });
      notify({
        message: t(active ? 'enabledNotice' : 'disabledNotice', { name }),
        undo: () => void setActive(saved.version, !active),
      });
    } catch (error) {
      notify({ message: errorMessage(t, error), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      fullWidth
      variant="quiet"
      icon={person.active ? UserRoundX : UserRoundCheck}
      loading={busy}
      onClick={() => void setActive(person.version, !person.active)}
    >
      {t(person.active ? 'disable' : 'enable')}
    </Button>
  );
}
