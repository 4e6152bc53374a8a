import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, Button, Dialog, QueryState } from '../../../ui/index.ts';
import styles from './bulk.module.css';
import { useBulkUndo } from './use-bulk-undo.ts';
import { useChangeText } from './use-change-text.ts';

type PastEdit = CallOutput<'product.listBulkEdits'>[number];

/** The latest changes of many products: when, who, what, how many, and the way back. */
export function PastEditsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('products');
  const edits = useCall('product.listBulkEdits', {});
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('pastEdits.title')}
      size="large"
      actions={
        <Button size="touch" variant="primary" onClick={onClose}>
          {t('common:done')}
        </Button>
      }
    >
      <QueryState
        query={edits}
        describeError={(error) => errorMessage(t, error)}
        isEmpty={(list) => list.length === 0}
        empty={<p className={styles.muted}>{t('pastEdits.none')}</p>}
      >
        {(list) => (
          <ul className={styles.past}>
            {list.map((edit) => (
              <PastRow key={edit.id} edit={edit} />
            ))}
          </ul>
        )}
      </QueryState>
    </Dialog>
  );
}

function PastRow({ edit }: { edit: PastEdit }) {
  const { t } = useTranslation('products');
  const { dateTime, number } = useFormat();
  const changeText = useChangeText();
  const { change, products, staffName, atMs, undone } = edit;
  return (
    <li className={styles.pastRow}>
      <div className={styles.pastText}>
        <strong>{changeText(change)}</strong>
        <span className={styles.muted}>
          {[
            dateTime(atMs),
            staffName,
            t('pastEdits.products', { count: products, number: number(products) }),
          ].join(' · ')}
        </span>
        {undone ? <Undone undone={undone} /> : null}
      </div>
      {undone ? <Badge>{t('pastEdits.undone')}</Badge> : <Undo id={edit.id} />}
    </li>
  );
}

function Undone({ undone }: { undone: NonNullable<PastEdit['undone']> }) {
  const { t } = useTranslation('products');
  const { dateTime, number } = useFormat();
  const { atMs, staffName, restored, kept } = undone;
  const parts = [
    t('pastEdits.undoneBy', { when: dateTime(atMs), name: staffName }),
    t('pastEdits.restored', { count: restored, number: number(restored) }),
    ...(kept > 0 ? [t('pastEdits.kept', { count: kept, number: number(kept) })] : []),
  ];
  return <span className={styles.muted}>{parts.join(' · ')}</span>;
}

/** The way back, and beforehand which products it would leave as they are. */
function Undo({ id }: { id: string }) {
  const { t } = useTranslation('products');
  const { number } = useFormat();
  const undo = useBulkUndo();
  const [busy, setBusy] = useState(false);
  const { data: outcome } = useCall('product.previewUndoBulkEdit', { id });
  const takeBack = () => {
    setBusy(true);
    void undo(id).finally(() => setBusy(false));
  };
  const { restored = 0, keptCount = 0, kept = [] } = outcome ?? {};
  const names = [...kept.map(({ name }) => name), ...(kept.length < keptCount ? ['…'] : [])].join(', ');
  return (
    <>
      {restored > 0 || !outcome ? (
        <Button icon={Undo2} disabled={!outcome} loading={busy} onClick={takeBack}>
          {t('common:undo')}
        </Button>
      ) : null}
      {keptCount > 0 ? (
        <span className={styles.pastKept}>
          {restored === 0
            ? t('pastEdits.nothingLeft')
            : t('pastEdits.wouldKeep', { count: keptCount, number: number(keptCount), names })}
        </span>
      ) : null}
    </>
  );
}
