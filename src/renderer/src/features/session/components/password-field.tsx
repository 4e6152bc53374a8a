import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, TextField } from '../../../ui/index.ts';
import { type PasswordStrength, passwordStrength } from '../password-strength.ts';
import styles from './password-field.module.css';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** A new password is judged while it is typed; one that exists is not. */
  isNew?: boolean;
  error?: string | undefined;
  required?: boolean;
  size?: 'dense' | 'touch';
  autoFocus?: boolean;
  name?: string;
  disabled?: boolean;
}

/** A password, hidden until one asks to see it. */
export function PasswordField({ isNew = false, autoFocus = false, ...field }: PasswordFieldProps) {
  const { t } = useTranslation('session');
  const [shown, setShown] = useState(false);
  const strength = isNew ? passwordStrength(field.value) : null;
  return (
    <div className={styles.password}>
      <TextField
        {...field}
        type={shown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        hint={strength ? <Strength strength={strength} /> : undefined}
        className={styles.input ?? ''}
      />
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={t(shown ? 'hidePassword' : 'showPassword')}
        size={field.size ?? 'dense'}
        className={styles.eye ?? ''}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}

function Strength({ strength }: { strength: PasswordStrength }) {
  const { t } = useTranslation('session');
  return (
    <span className={styles.strength} data-level={strength.level}>
      <span className={styles.bar} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= strength.level || undefined} />
        ))}
      </span>
      <span>{t(`strength.${strength.word}`, { count: strength.missing })}</span>
    </span>
  );
}
