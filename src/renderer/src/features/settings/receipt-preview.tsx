import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/messages/index.ts';
import { createFormat, useShopFormat } from '../../app/format.ts';
import { langAttribute } from '../../app/i18n.ts';
import styles from './settings.module.css';

interface ReceiptPreviewProps {
  shop: {
    name: string;
    address: string;
    taxNumber: string;
    language: Language;
    receiptFooter: string;
    logoPngBase64: string | null;
  };
}

const SAMPLE_MINOR = 350;

/** The head and foot of a receipt while they are typed; the printed one is the engine's. */
export function ReceiptPreview({ shop }: ReceiptPreviewProps) {
  const { t, i18n } = useTranslation('settings');
  const printed = i18n.getFixedT(shop.language, 'settings');
  const { money } = createFormat(shop.language, useShopFormat());
  return (
    <aside className={styles.preview} aria-label={t('preview')}>
      <span className={styles.small}>{t('preview')}</span>
      {/* Paper is white in the dark too. */}
      <div className={styles.paper} data-mantine-color-scheme="light" lang={langAttribute(shop.language)}>
        {shop.logoPngBase64 ? (
          <img src={`data:image/png;base64,${shop.logoPngBase64}`} alt={t('logo')} />
        ) : null}
        <span className={styles.paperName}>{shop.name}</span>
        {shop.address ? <span>{shop.address}</span> : null}
        {shop.taxNumber ? <span>{printed('receipt:head.taxNumber', { number: shop.taxNumber })}</span> : null}
        <div className={styles.paperLines}>
          <span className={styles.paperLine}>
            <span>{printed('sampleLine')}</span>
            <span className="tabular">{money(SAMPLE_MINOR)}</span>
          </span>
        </div>
        {shop.receiptFooter ? <span>{shop.receiptFooter}</span> : null}
      </div>
    </aside>
  );
}
