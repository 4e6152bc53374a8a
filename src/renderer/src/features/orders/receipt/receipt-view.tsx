import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useCall } from '../../../client/hooks.ts';
import { QueryState, Segmented } from '../../../ui/index.ts';
import { type Order, orderName } from '../order.ts';
import styles from './receipt.module.css';
import { svgAddress } from './svg-address.ts';

type Width = '58' | '80';

/** The receipt as it prints, on the narrow or the wide roll. */
export function ReceiptView({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const [width, setWidth] = useState<Width>('80');
  const receipt = useCall(
    'order.getReceiptSvg',
    { id: order.id, widthMm: width === '58' ? 58 : 80 },
    { keepPrevious: true },
  );
  return (
    <div className={styles.view}>
      <Segmented<Width>
        label={t('receipt.width')}
        options={[
          { value: '58', label: t('receipt.mm58') },
          { value: '80', label: t('receipt.mm80') },
        ]}
        value={width}
        onChange={setWidth}
      />
      <QueryState query={receipt} skeleton={{ rows: 8 }} describeError={(error) => errorMessage(t, error)}>
        {({ svg }) => (
          <div className={styles.paper}>
            <img
              className={width === '58' ? styles.narrow : styles.wide}
              alt={t('receipt.alt', { number: orderName(order) })}
              src={svgAddress(svg)}
            />
          </div>
        )}
      </QueryState>
    </div>
  );
}
