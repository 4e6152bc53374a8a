import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../shared/contract/permissions.ts';
import { errorMessage } from '../../app/error-message.ts';
import { command } from '../../client/client.ts';
import { useCall } from '../../client/hooks.ts';
import {
  applyPadKey,
  Button,
  Dialog,
  FieldError,
  Initials,
  NumberPad,
  type PadKey,
  QueryState,
} from '../../ui/index.ts';
import styles from './approval.module.css';
import { usePadKeys } from './pad-typing.ts';

export interface ApprovalDialogProps {
  permission: Permission;
  onAnswer: (approvalId: string | null) => void;
}

/** A colleague who may, and their PIN: lends the permission to this one act. */
export function ApprovalDialog({ permission, onAnswer }: ApprovalDialogProps) {
  const { t } = useTranslation('sell');
  const approvers = useCall('session.listApprovers', { permission });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const approverId = chosenId ?? approvers.data?.[0]?.id ?? null;
  return (
    <Dialog opened onClose={() => onAnswer(null)} title={t('approval.title')} size="medium">
      <p className={styles.what}>
        {t([`approval.what.${permissionKey(permission)}`, 'approval.what.other'])}
      </p>
      <QueryState
        query={approvers}
        isEmpty={(people) => people.length === 0}
        empty={<p className={styles.nobody}>{t('approval.nobody')}</p>}
        skeleton={{ rows: 2 }}
        describeError={(error) => errorMessage(t, error)}
      >
        {(people) => (
          <div className={styles.columns}>
            <fieldset className={styles.people} aria-label={t('approval.who')}>
              {people.map((person) => (
                <button
                  key={person.id}
                  type="button"
                  className={styles.person}
                  aria-pressed={person.id === approverId}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => setChosenId(person.id)}
                >
                  <Initials name={person.name} shape="round" /> {person.name}
                </button>
              ))}
            </fieldset>
            {approverId ? (
              <PinEntry
                key={approverId}
                approverId={approverId}
                permission={permission}
                onApproved={onAnswer}
              />
            ) : null}
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

/** 'sale.override' → 'saleOverride', as catalogue keys have no dots. */
const permissionKey = (permission: Permission) =>
  permission.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase());

const PIN_RULES = { decimalSeparator: '.', maxDecimals: 0, maxLength: 16 };

function PinEntry({
  approverId,
  permission,
  onApproved,
}: {
  approverId: string;
  permission: Permission;
  onApproved: (approvalId: string) => void;
}) {
  const { t } = useTranslation('sell');
  const dots = useRef<HTMLParagraphElement>(null);
  useEffect(() => dots.current?.focus(), []);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // A PIN may start with zero, which amounts drop.
  const press = (key: PadKey) => {
    setProblem(null);
    setPin((typed) =>
      /^\d+$/.test(key) ? (typed + key).slice(0, PIN_RULES.maxLength) : applyPadKey(typed, key, PIN_RULES),
    );
  };
  const approve = async () => {
    if (pin === '' || busy) return;
    setBusy(true);
    try {
      const { approvalId } = await command('session.approve', { staffId: approverId, pin, permission });
      onApproved(approvalId);
    } catch (error) {
      setProblem(error);
      setPin('');
    } finally {
      setBusy(false);
    }
  };
  usePadKeys({ text: pin, setText: setPin, onKey: press, onEnter: () => void approve() });
  return (
    <div className={styles.pin}>
      <p
        className={styles.dots}
        role="status"
        tabIndex={-1}
        ref={dots}
        aria-label={t('approval.digits', { count: pin.length })}
      >
        {'•'.repeat(pin.length) || t('approval.pin')}
      </p>
      {problem ? <FieldError>{errorMessage(t, problem)}</FieldError> : null}
      <NumberPad
        label={t('common:numberPad')}
        backspaceLabel={t('common:backspace')}
        clearLabel={t('common:clear')}
        onKey={press}
        disabled={busy}
      />
      <Button
        size="touch"
        variant="primary"
        shortcut="Enter"
        fullWidth
        loading={busy}
        disabled={pin === ''}
        onClick={() => void approve()}
      >
        {t('approval.approve')}
      </Button>
    </div>
  );
}
