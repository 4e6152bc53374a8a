import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { QueryState } from '../../../ui/index.ts';
import styles from './payment.module.css';

/** The receipt as it prints. An <img> runs no script, whatever its SVG holds. */
export function ReceiptPreview({ documentId }: { documentId: string }) {
  const { t } = useTranslation('sell');
  const receipt = useCall('order.getReceiptSvg', { id: documentId });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt scrolls, by keyboard too
    <section className={styles.paper} aria-label={t('receipt.title')} tabIndex={0}>
      <QueryState query={receipt} skeleton={{ rows: 6 }} describeError={(error) => errorMessage(t, error)}>
        {({ svg }) => (
          <img
            className={styles.receipt}
            alt={t('receipt.alt')}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          />
        )}
      </QueryState>
    </section>
  );
}
