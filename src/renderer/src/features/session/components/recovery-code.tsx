import { Copy, Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { door } from '../../../client/client.ts';
import { Button, notify } from '../../../ui/index.ts';
import styles from './session.module.css';

/** The one way back in when every password is lost: shown once, to be printed or written down. */
export function RecoveryCode({ code, shopName }: { code: string; shopName: string }) {
  const { t } = useTranslation('session');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      notify({ message: t('recovery.copied'), tone: 'success' });
    } catch {
      notify({ message: t('recovery.copyFailed'), tone: 'warning' });
    }
  };
  return (
    <div className={`${styles.form} ${styles.sheet}`}>
      <h2 className={styles.onPaper}>{t('recovery.paperTitle', { shop: shopName })}</h2>
      <output className={styles.code} aria-label={t('recovery.code')}>
        {code}
      </output>
      <p className={styles.onPaper}>{t('recovery.paperHint')}</p>
      <div className={styles.codeActions}>
        <Button size="touch" icon={Printer} onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button size="touch" icon={Copy} onClick={() => void copy()}>
          {t('recovery.copy')}
        </Button>
        {door === 'browser' ? (
          <Button
            size="touch"
            icon={Download}
            onClick={() => saveText(`${t('recovery.fileName')}.txt`, `${shopName}\n${code}\n`)}
          >
            {t('recovery.saveFile')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function saveText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
