import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract/index.ts';
import { errorMessage } from '../../../app/error-message.ts';
import { useFormat } from '../../../app/format.ts';
import { useSubmit } from '../../../app/use-submit.ts';
import { query } from '../../../client/client.ts';
import { useCall } from '../../../client/hooks.ts';
import { Badge, Button, Dialog, FieldError, QueryState } from '../../../ui/index.ts';
import styles from './bulk.module.css';
import { keptNames } from './kept-names.ts';
import { useBulkUndo } from './use-bulk-undo.ts';
import { useChangeText } from './use-change-text.ts';

type PastEdit = CallOutput<'product.listBulkEdits'>[number];
type UndoPreview = CallOutput<'product.previewUndoBulkEdit'>;

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

/** The way back. Pressed, it first asks which products it would leave as they are, and goes on by itself if none. */
function Undo({ id }: { id: string }) {
  const { t } = useTranslation('products');
  const { number } = useFormat();
  const undo = useBulkUndo();
  const [seen, setSeen] = useState<UndoPreview | null>(null);
  const [fault, setFault] = useState<string | undefined>();
  const { busy, submit } = useSubmit(async () => {
    setFault(undefined);
    if (seen) return undo(id);
    try {
      const preview = await query('product.previewUndoBulkEdit', { id });
      if (preview.keptCount === 0) await undo(id);
      else setSeen(preview);
    } catch (error) {
      setFault(errorMessage(t, error));
    }
  });
  const count = seen?.keptCount ?? 0;
  return (
    <>
      {seen?.restored === 0 ? null : (
        <Button icon={Undo2} loading={busy} onClick={() => void submit()}>
          {fault ? t('common:tryAgain') : t(seen ? 'pastEdits.undoOthers' : 'common:undo')}
        </Button>
      )}
      {fault ? <FieldError>{fault}</FieldError> : null}
      {seen ? (
        <span className={styles.pastKept} role="status">
          {seen.restored === 0
            ? t('pastEdits.nothingLeft')
            : t('pastEdits.wouldKeep', { count, number: number(count), names: keptNames(seen) })}
        </span>
      ) : null}
    </>
  );
}
