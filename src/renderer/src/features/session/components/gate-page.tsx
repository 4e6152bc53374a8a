import { Globe } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { langAttribute } from '../../../app/i18n.ts';
import { Logo } from '../../../app/logo.tsx';
import { setLanguage, usePreferences } from '../../../app/preferences.ts';
import { Button, classNames } from '../../../ui/index.ts';
import styles from './session.module.css';

interface GatePageProps {
  brand: string;
  /** Keeps what changes height from jumping. */
  fromTop?: boolean;
  children: ReactNode;
}

/** The page before the shop opens: name and language on top, one card in the middle. */
export function GatePage({ brand, fromTop = false, children }: GatePageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Logo />
        <span className={styles.brand}>{brand}</span>
        <div className={styles.topEnd}>
          <LanguageButton />
        </div>
      </header>
      <div className={classNames(styles.centre, fromTop && styles.fromTop)}>{children}</div>
    </div>
  );
}

/** Names the other language in that language, for those who cannot read this one. */
function LanguageButton() {
  const { t } = useTranslation('common');
  const language = usePreferences((state) => state.language);
  const other = language === 'zh' ? 'en' : 'zh';
  const rested = useRested();
  return (
    <Button
      variant="quiet"
      size="touch"
      icon={Globe}
      lang={langAttribute(other)}
      aria-label={`${t('language.label')}: ${t(`language.${other}`)}`}
      onClick={() => setLanguage(other)}
    >
      <span className={styles.language}>{rested ? t(`language.${other}`) : null}</span>
    </Button>
  );
}

/** Finding the font of another script holds the first picture up: its word comes a moment after. */
const FIRST_PICTURE_MS = 100;

function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(true), FIRST_PICTURE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return rested;
}

interface GateCardProps {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

export function GateCard({ title, lead, wide = false, children }: GateCardProps) {
  return (
    <section className={classNames(styles.card, wide && styles.wide)} aria-label={title}>
      <div className={styles.heading}>
        <h1 className={styles.title}>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}
