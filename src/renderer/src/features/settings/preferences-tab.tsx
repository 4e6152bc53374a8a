import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setKeyboardMode, setLanguage, setTheme, usePreferences } from '../../app/preferences.ts';
import { Card, Segmented } from '../../ui/index.ts';
import styles from './settings.module.css';

/** What only this device keeps: light or dark, language, on-screen keyboard. Each takes effect at once. */
export function PreferencesTab() {
  const { t } = useTranslation('settings');
  const { theme, language, keyboard } = usePreferences();
  return (
    <Card title={t('device.title')}>
      <Setting label={t('common:theme.label')} hint={t('device.themeHint')}>
        <Segmented
          label={t('common:theme.label')}
          options={[
            { value: 'light', label: t('common:theme.light') },
            { value: 'dark', label: t('common:theme.dark') },
            { value: 'system', label: t('common:theme.system') },
          ]}
          value={theme}
          onChange={setTheme}
        />
      </Setting>
      <Setting label={t('common:language.label')} hint={t('device.languageHint')}>
        <Segmented
          label={t('common:language.label')}
          options={[
            { value: 'en', label: t('common:language.en') },
            { value: 'zh', label: t('common:language.zh') },
          ]}
          value={language === 'zh' ? 'zh' : 'en'}
          onChange={setLanguage}
        />
      </Setting>
      <Setting label={t('common:keyboard')} hint={t('device.keyboardHint')}>
        <Segmented
          label={t('common:keyboard')}
          options={[
            { value: 'auto', label: t('device.keyboardAuto') },
            { value: 'on', label: t('device.keyboardOn') },
            { value: 'off', label: t('device.keyboardOff') },
          ]}
          value={keyboard}
          onChange={setKeyboardMode}
        />
      </Setting>
    </Card>
  );
}

function Setting({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <div className={styles.setting}>
      <span className={styles.settingWords}>
        <span className={styles.itemName}>{label}</span>
        <span className={styles.small}>{hint}</span>
      </span>
      {children}
    </div>
  );
}
