import { useTranslation } from 'react-i18next';
import { FormRow, TextField } from '../../../ui/index.ts';
import styles from '../setup.module.css';
import type { StepProps } from '../wizard.tsx';

export function RegisterStep({ draft, change, problemAt }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <div className={styles.form}>
      <FormRow>
        <TextField
          label={t('tillName')}
          hint={t('tillNameHint')}
          error={problemAt('register.name')}
          required
          size="touch"
          maxLength={200}
          data-first
          value={draft.registerName}
          onChange={(registerName) => change({ registerName })}
        />
        <TextField
          label={t('prefix')}
          hint={t('prefixHint')}
          error={problemAt('register.prefix')}
          required
          size="touch"
          maxLength={8}
          autoCapitalize="characters"
          spellCheck={false}
          value={draft.registerPrefix}
          onChange={(text) => change({ registerPrefix: text.toUpperCase().trim() })}
        />
      </FormRow>
      <p className={styles.example}>
        <span>{t('numberExample')}</span>
        <strong>{`${draft.registerPrefix || '?'}-000001`}</strong>
      </p>
    </div>
  );
}
