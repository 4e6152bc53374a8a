import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { useFormat } from '../../../app/format.ts';
import styles from './stock.module.css';

export type Movement = CallOutput<'stock.listMovements'>['rows'][number];

/** What moved stock, in words; a sale or refund leads to its document. */
export function MovementText({ movement }: { movement: Movement }) {
  const { t, i18n } = useTranslation('stock');
  const { kind, reason, note, documentId, documentNumber } = movement;
  const imported = reason === 'imported' && (kind === 'sale' || kind === 'refund');
  const kindText = imported ? t(`importedKind.${kind}`) : t(`kind.${kind}`);
  if (documentId && documentNumber) {
    return (
      <Link to={`/orders/${documentId}`} className={styles.link}>
        {kindText} {documentNumber}
      </Link>
    );
  }
  const reasonText =
    kind === 'adjust' && i18n.exists(`stock:reason.${reason}`) ? t(`reason.${reason}`) : kindText;
  return <span title={note}>{note ? `${reasonText}: ${note}` : reasonText}</span>;
}

/** +12, −0.42: with its sign, coloured when stock came in. */
export function MovementChange({ movement }: { movement: Movement }) {
  const { quantity } = useFormat();
  const incoming = movement.quantityMilli > 0;
  const text = quantity(Math.abs(movement.quantityMilli));
  return (
    <span className={`${incoming ? styles.in : styles.out} tabular`}>{`${incoming ? '+' : '−'}${text}`}</span>
  );
}
