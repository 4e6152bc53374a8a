import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { useFormat } from '../../../app/format.ts';
import styles from './stock.module.css';

export type Movement = CallOutput<'stock.listMovements'>['rows'][number];

const isImported = (movement: Movement): movement is Movement & { kind: 'sale' | 'refund' } =>
  movement.reason === 'imported' && (movement.kind === 'sale' || movement.kind === 'refund');

/** Who moved it; nobody where it happened in another system. */
export const movedBy = (movement: Movement): string | null =>
  isImported(movement) ? null : movement.staffName;

/** What moved stock, in words; a sale or refund leads to its document. */
export function MovementText({ movement }: { movement: Movement }) {
  const { t, i18n } = useTranslation('stock');
  const { kind, reason, note, documentId, documentNumber } = movement;
  const kindText = isImported(movement) ? t(`importedKind.${movement.kind}`) : t(`kind.${kind}`);
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
