import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCommand } from '../../../client/hooks.ts';
import { FormDialog, notify, ParsedField, Segmented, SelectField, TextField } from '../../../ui/index.ts';
import { useQuantityText } from '../../products/components/on-hand.tsx';
import type { ProductRow } from '../../products/product-filters.ts';
import { type AdjustKind, REASONS, type Reason, toChange } from '../adjustment.ts';
import styles from './stock.module.css';

type Stocked = Pick<ProductRow, 'id' | 'name' | 'unit' | 'onHandMilli'>;
const KINDS = ['counted', 'add', 'take'] as const;
const QUANTITY_LABEL = { counted: 'quantityCounted', add: 'quantityAdd', take: 'quantityTake' } as const;

/** Puts a product's stock right: by an amount or to what was counted, always with a reason. */
export function AdjustDialog({ product, onClose }: { product: Stocked; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const quantityText = useQuantityText();
  const [kind, setKind] = useState<AdjustKind>('counted');
  const [quantityMilli, setQuantity] = useState<number | null>(null);
  const [reason, setReason] = useState<Reason>('count');
  const [note, setNote] = useState('');
  const [readable, setReadable] = useState(true);
  const [tried, setTried] = useState(false);
  const adjust = useCommand('stock.adjust');
  const result = toChange(kind, quantityMilli);
  const choose = (next: AdjustKind) => {
    setKind(next);
    setReason(REASONS[next][0] ?? 'correction');
  };
  const submit = () => {
    setTried(true);
    if (!readable || result.kind === 'fault') return;
    adjust.mutate(
      { productId: product.id, change: result.change, reason, note: note.trim() },
      {
        onSuccess: ({ onHandMilli }) => {
          const text = onHandMilli === product.onHandMilli ? 'adjust.same' : 'adjust.done';
          const quantity = quantityText(onHandMilli, product.unit);
          notify({ message: t(text, { name: product.name, quantity }), tone: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('adjust.title')}
      submitLabel={t('adjust.save')}
      onSubmit={submit}
      busy={adjust.isPending}
      error={adjust.error ? errorMessage(t, adjust.error) : undefined}
    >
      <div className={styles.subject}>
        <strong>{product.name}</strong>
        <span className={styles.muted}>
          {t('adjust.now', { quantity: quantityText(product.onHandMilli, product.unit) })}
        </span>
      </div>
      <Segmented
        label={t('adjust.how')}
        size="touch"
        value={kind}
        onChange={choose}
        options={KINDS.map((value) => ({ value, label: t(`adjust.${value}`) }))}
      />
      <ParsedField
        label={t(`adjust.${QUANTITY_LABEL[kind]}`)}
        size="touch"
        data-autofocus
        onUnread={(text) => setReadable(text === undefined)}
        value={quantityMilli}
        onChange={setQuantity}
        parse={format.parseQuantity}
        format={format.quantityInput}
        invalidMessage={t('common:cannotRead')}
        error={tried && result.kind === 'fault' ? t(`adjust.${result.reason}`) : undefined}
      />
      <SelectField
        label={t('adjust.reason')}
        size="touch"
        value={reason}
        onChange={setReason}
        options={REASONS[kind].map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <TextField label={t('adjust.note')} size="touch" value={note} onChange={setNote} maxLength={200} />
    </FormDialog>
  );
}
