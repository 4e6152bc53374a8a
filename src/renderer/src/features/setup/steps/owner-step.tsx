import { useTranslation } from 'react-i18next';
import { FormRow, TextField } from '../../../ui/index.ts';
import { PasswordField } from '../../session/components/password-field.tsx';
import { passwordStrength } from '../../session/password-strength.ts';
import { PIN_LENGTH } from '../../session/pin-text.ts';
import { usernameOf } from '../draft.ts';
import styles from '../setup.module.css';
import type { StepProps } from '../wizard.tsx';

export function OwnerStep({ draft, change, problemAt }: StepProps) {
  const { t } = useTranslation('setup');
  const passwordProblem = problemAt('owner.password');
  const tooLong = passwordStrength(draft.password).word === 'long';
  return (
    <div className={styles.form}>
      <FormRow>
        <TextField
          label={t('yourName')}
          error={problemAt('owner.name')}
          required
          size="touch"
          autoComplete="name"
          maxLength={200}
          data-first
          value={draft.ownerName}
          onChange={(ownerName) => change({ ownerName })}
        />
        <TextField
          label={t('session:username')}
          hint={t('usernameHint')}
          error={problemAt('owner.username')}
          size="touch"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={usernameOf(draft)}
          onChange={(username) => change({ username: username.toLowerCase() })}
        />
      </FormRow>
      <PasswordField
        label={t('session:password')}
        isNew
        required
        size="touch"
        value={draft.password}
        onChange={(password) => change({ password })}
        error={passwordProblem && tooLong ? t('session:strength.long') : passwordProblem}
      />
      <TextField
        label={t('pinOptional')}
        hint={t('pinHint')}
        error={problemAt('owner.pin')}
        size="touch"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_LENGTH.longest}
        value={draft.pin}
        onChange={(pin) => change({ pin: pin.replace(/\s/g, '') })}
      />
    </div>
  );
}
